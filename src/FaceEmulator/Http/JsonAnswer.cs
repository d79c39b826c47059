using System.Text.Json;

namespace FaceEmulator.Http;

/// <summary>An answer in JSON, as every operation writes it.</summary>
internal static class JsonAnswer
{
    public static async Task WriteAsync(HttpResponse response, Action<Utf8JsonWriter> write)
    {
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        write(json);
    }

    /// <summary>The answer to a call that the service bills.</summary>
    public static Task WriteBilledAsync(HttpResponse response, Action<Utf8JsonWriter> write)
    {
        response.Headers["CSP-Billing-Usage"] = "CognitiveServices.Face.Transaction=1";
        return WriteAsync(response, write);
    }
}
