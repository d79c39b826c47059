using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>
/// Reads the service's errors. ErrorCode stays the outer one, as it is in the official package; the telling one of a
/// gated feature stands inside of it, and goes into the exception's Data as innererror.code and innererror.message.
/// </summary>
internal sealed class FaceErrorParser : RequestFailedDetailsParser
{
    public const string InnerCode = "innererror.code";
    public const string InnerMessage = "innererror.message";

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(response.Content);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("error", out JsonElement outer) || outer.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            error = new ResponseError(Text(outer, "code"), Text(outer, "message"));
            data = new Dictionary<string, string>();
            if (outer.TryGetProperty("innererror", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object)
            {
                Keep(data, InnerCode, Text(inner, "code"));
                Keep(data, InnerMessage, Text(inner, "message"));
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Keep(IDictionary<string, string> data, string name, string? value)
    {
        if (value is not null)
        {
            data[name] = value;
        }
    }
}
