using FaceEmulator.Storage;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>The routes of liveness sessions, with verification or not, and of their pictures.</summary>
internal sealed class SessionEndpoints(EmulatorOptions options, SessionStore store, SessionToken tokens, Sight sight)
{
    public const string Preview = "v1.3-preview.1";

    private const string Liveness = "detectLiveness-sessions";
    private const string LivenessWithVerify = "detectLivenessWithVerify-sessions";

    public static FaceError NotFound => new(404, "SessionNotFound", "Session ID is not found. The session ID is expired or does not exist.");

    public static FaceError ImageNotFound => new(404, "SessionImageNotFound", "Session image is not found.");

    public void Map(IEndpointRouteBuilder routes, string version)
    {
        bool isPreview = version == Preview;
        routes.MapPost($"/face/{version}/{Liveness}", context => CreateAsync(context, isPreview));
        routes.MapPost($"/face/{version}/{LivenessWithVerify}", context => CreateWithVerifyAsync(context, isPreview));
        foreach (bool withVerify in (bool[])[false, true])
        {
            string one = $"/face/{version}/{(withVerify ? LivenessWithVerify : Liveness)}/{{id}}";
            routes.MapGet(one, context => AnswerAsync(context, Session(context, withVerify), isPreview));
            routes.MapDelete(one, context =>
            {
                store.Delete(Session(context, withVerify).Id);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            });
        }

        routes.MapGet($"/face/{version}/sessionImages/{{id}}", ImageAsync);
    }

    private async Task CreateAsync(HttpContext context, bool isPreview)
    {
        SessionRequest request = await SessionRequest.ReadJsonAsync(context.Request, context.RequestAborted);
        request.Check(isPreview, false);
        await AddAsync(context, request, null, isPreview);
    }

    private async Task CreateWithVerifyAsync(HttpContext context, bool isPreview)
    {
        if (options.LimitedAccess)
        {
            throw FaceError.Unsupported("Feature is not supported, missing approval for one or more of the following features: Verification. Please apply for access at https://aka.ms/facerecognition");
        }

        SessionRequest request = await SessionRequest.ReadFormAsync(context.Request, context.RequestAborted);
        request.Check(isPreview, true);
        float threshold = request.Threshold(MatchConfidence.Identical);
        byte[] picture = request.VerifyImage!;
        SeenPicture seen = await sight.LookAsync(picture, true, context.RequestAborted);
        int face = FaceTarget.TheOnlyFace(seen.Faces, null);
        var verify = new VerifyReference(seen.Faces[face].Box, seen.Faces[face].QualityForRecognition, seen.Descriptors![face], threshold, request.ReturnsHash ? AnalysisCache.KeyOf(picture) : null);
        await AddAsync(context, request, verify, isPreview);
    }

    private Task AddAsync(HttpContext context, SessionRequest request, VerifyReference? verify, bool isPreview)
    {
        DateTimeOffset now = store.Now;
        var session = new StoredSession(Guid.NewGuid().ToString(), now, now + request.TokenTimeToLive, request.Model, request.KeepsImage, request.AttemptsAllowed, request.User, request.ExpectedAddress, isPreview && store.MonitorsAbuse, verify);
        store.Add(session);
        return AnswerAsync(context, session, isPreview);
    }

    private StoredSession Session(HttpContext context, bool withVerify) =>
        store.Find((string)context.Request.RouteValues["id"]!) is { } session && session.WithVerify == withVerify ? session : throw NotFound;

    private Task AnswerAsync(HttpContext context, StoredSession session, bool isPreview) =>
        JsonAnswer.WriteAsync(context.Response, json => SessionAnswer.Write(json, session, tokens.Of(session), store, isPreview));

    private async Task ImageAsync(HttpContext context)
    {
        byte[] picture = store.FindImage((string)context.Request.RouteValues["id"]!) ?? throw ImageNotFound;
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = picture.Length;
        await context.Response.Body.WriteAsync(picture, context.RequestAborted);
    }
}
