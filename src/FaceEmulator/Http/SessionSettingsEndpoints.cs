using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaceEmulator.Storage;

namespace FaceEmulator.Http;

/// <summary>GET and PATCH /settings, and the token for the packages of the liveness clients, as v1.3-preview.1 has them.</summary>
internal sealed class SessionSettingsEndpoints(SessionStore store)
{
    private static readonly TimeSpan TokenLives = TimeSpan.FromHours(1);

    public void Map(IEndpointRouteBuilder routes, string version)
    {
        routes.MapGet($"/face/{version}/settings", AnswerAsync);
        routes.MapPatch($"/face/{version}/settings", UpdateAsync);
        routes.MapGet($"/face/{version}/settings/getClientAssetsAccessToken", ClientAssetsAccessTokenAsync);
    }

    private Task AnswerAsync(HttpContext context) => JsonAnswer.WriteAsync(context.Response, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("livenessAbuseMonitoring");
        json.WriteBoolean("enabled", store.MonitorsAbuse);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private async Task UpdateAsync(HttpContext context)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            store.MonitorsAbuse = document.RootElement is { ValueKind: JsonValueKind.Object } body
                && JsonRequest.Find(body, "livenessAbuseMonitoring") is { ValueKind: JsonValueKind.Object } monitoring
                && JsonRequest.Find(monitoring, "enabled") is { ValueKind: JsonValueKind.True or JsonValueKind.False } enabled
                ? enabled.GetBoolean() : throw FaceError.BadArgument("Request body is invalid.");
        }
        catch (JsonException)
        {
            throw FaceError.BadArgument("JSON parsing error.");
        }

        await AnswerAsync(context);
    }

    /// <summary>A token of the right shape that opens nothing: the emulator has no packages.</summary>
    private Task ClientAssetsAccessTokenAsync(HttpContext context) => JsonAnswer.WriteAsync(context.Response, json =>
    {
        string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        json.WriteStartObject();
        json.WriteString("expiry", store.Now + TokenLives);
        json.WriteString("accessToken", token);
        json.WriteString("base64AccessToken", Convert.ToBase64String(Encoding.UTF8.GetBytes(token)));
        json.WriteEndObject();
    });
}
