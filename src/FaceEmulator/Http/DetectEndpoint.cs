using FaceEmulator.Storage;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>POST /detect, with a picture, the address of one, or the id of a session's.</summary>
internal sealed class DetectEndpoint(EmulatorOptions options, Sight sight, FaceIdStore ids, SessionStore sessions)
{
    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        DetectQuery query = DetectQuery.Parse(context.Request.Query, options.LimitedAccess);
        byte[] content = await PictureRequest.ReadAsync(context.Request, aborted, sessions.FindImage);
        SeenPicture seen = await sight.LookAsync(content, query.ReturnFaceId, aborted);
        await JsonAnswer.WriteBilledAsync(context.Response, json => DetectResponse.Write(json, seen, query, ids));
    }
}
