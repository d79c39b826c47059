using System.Net;
using System.Text.Json;
using FaceEmulator.Storage;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>
/// POST /emulator/sessions/{id}/attempts: what the camera of a device would do. Whether the person lives is told; where the face is, and whose, is seen in the picture.
/// </summary>
internal sealed class SessionAttemptEndpoint(SessionStore store, SessionToken tokens, Sight sight)
{
    private static readonly string[] Decisions = ["realface", "spoofface", "uncertain"];

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/emulator/sessions/{id}/attempts", HandleAsync);

    /// <summary>Whether a device asks, with its session's token in place of the key.</summary>
    public bool Accepts(HttpRequest request) =>
        request.Path.Value?.Split('/') is ["", "emulator", "sessions", var id, "attempts"] && store.Find(id) is { } session && store.Now < session.TokenEnds && tokens.IsIn(request, session);

    private async Task HandleAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        StoredSession session = store.Find((string)request.RouteValues["id"]!) is { } found && store.Now < found.TokenEnds ? found : throw SessionEndpoints.NotFound;
        IPAddress address = Address(context);
        if (session.ExpectedAddress is { } expected && !Expects(expected, address))
        {
            throw new FaceError(403, "UnexpectedClientIpAddress", $"The session expects attempts from {expected}, and this one comes from {address}.");
        }

        int number = store.BeginAttempt(session, address.ToString()) ?? throw new FaceError(409, "NoAttemptLeft", $"The session allows {session.AttemptsAllowed} attempt{(session.AttemptsAllowed == 1 ? string.Empty : "s")}, and had as many.");
        AttemptOutcome outcome;
        byte[]? picture = null;
        try
        {
            (string decision, (string Code, string Message)? error, picture) = await ReadAsync(request, context.RequestAborted);
            outcome = error is not null ? new AttemptOutcome(null, default, null, null, null, error) : await LookAsync(session, decision, picture!, context.RequestAborted);
        }
        catch
        {
            store.WithdrawAttempt(session.Id, number);
            throw;
        }

        store.EndAttempt(session.Id, number, outcome, picture);
        await JsonAnswer.WriteAsync(context.Response, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("attemptId", number);
            json.WriteString("attemptStatus", outcome.Error is null ? SessionStore.Succeeded : SessionStore.Failed);
            json.WriteString("digest", outcome.Digest);
            json.WriteEndObject();
        });
    }

    private static IPAddress Address(HttpContext context)
    {
        string told = context.Request.Query["clientIpAddress"].ToString();
        IPAddress address = told.Length == 0 ? context.Connection.RemoteIpAddress ?? IPAddress.Loopback : IPAddress.TryParse(told, out IPAddress? given) ? given : throw FaceError.BadArgument("'clientIpAddress' is invalid.");
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    private static bool Expects(string expected, IPAddress address) => IPAddress.TryParse(expected, out IPAddress? one) ? one.Equals(address) : IPNetwork.Parse(expected).Contains(address);

    /// <summary>A picture with the decision in the query, or JSON with an error, or with the picture's address.</summary>
    private static async Task<(string Decision, (string Code, string Message)? Error, byte[]? Picture)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (Decision(request.Query["livenessDecision"]), null, await PictureRequest.ReadAsync(request, cancellationToken));
        }

        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            JsonElement body = document.RootElement;
            if (body.ValueKind == JsonValueKind.Object && JsonRequest.Find(body, "error") is { ValueKind: JsonValueKind.Object } error)
            {
                return (Decisions[0], (Text(error, "code") ?? throw FaceError.BadArgument("'error' needs a code."), Text(error, "message") ?? string.Empty), null);
            }

            string url = (body.ValueKind == JsonValueKind.Object ? Text(body, "url") : null) ?? throw FaceError.BadArgument("Either 'url' or 'error' is needed.");
            return (Decision(Text(body, "livenessDecision")), null, await PictureDownload.FetchAsync(url, cancellationToken));
        }
        catch (JsonException)
        {
            throw FaceError.BadArgument("JSON parsing error.");
        }
    }

    private static string? Text(JsonElement body, string name) => JsonRequest.Find(body, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static string Decision(string? text) =>
        string.IsNullOrEmpty(text) ? Decisions[0] : Decisions.FirstOrDefault(one => one.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? throw FaceError.BadArgument("'livenessDecision' is realface, spoofface or uncertain.");

    private async Task<AttemptOutcome> LookAsync(StoredSession session, string decision, byte[] picture, CancellationToken cancellationToken)
    {
        SeenPicture seen = await sight.LookAsync(picture, session.WithVerify, cancellationToken);
        string digest = AnalysisCache.KeyOf(picture);
        return seen.Faces.Count switch
        {
            0 => new AttemptOutcome(null, default, digest, null, null, ("NoFaceDetected", "No face detected in the image.")),
            1 => new AttemptOutcome(decision, seen.Faces[0].Box, digest, session.KeepsImage ? SessionStore.NewImageId() : null, session.Verify is { } verify ? MatchConfidence.Between(seen.Descriptors![0], verify.Descriptor) : null, null),
            _ => new AttemptOutcome(null, seen.Faces[0].Box, digest, null, null, ("FaceTrackingFailed", "There is more than 1 face in the image.")),
        };
    }
}
