using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>POST /detect, with a picture or with the address of one.</summary>
internal sealed class DetectEndpoint(EmulatorOptions options, Sight sight, FaceIdStore ids)
{
    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        DetectQuery query = DetectQuery.Parse(context.Request.Query, options.LimitedAccess);
        byte[] content = await PictureRequest.ReadAsync(context.Request, aborted);
        SeenPicture seen = await sight.LookAsync(content, query.ReturnFaceId, aborted);
        await JsonAnswer.WriteBilledAsync(context.Response, json => DetectResponse.Write(json, seen, query, ids));
    }
}
