using System.Text.Json;

namespace FaceEmulator.Http;

/// <summary>The JSON body of a request, read with the service's refusals; names without regard to case, as clients write "URL" and "Url" and the service takes both.</summary>
internal sealed class JsonRequest : IDisposable
{
    private readonly JsonDocument _document;

    private JsonRequest(JsonDocument document) => _document = document;

    public static async Task<JsonRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            throw FaceError.BadArgument("JSON parsing error.");
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return new JsonRequest(document);
        }

        document.Dispose();
        throw FaceError.BadArgument("Request body is invalid.");
    }

    /// <summary>What the object has under the name, the last one where there are several; null where it has nothing, or null.</summary>
    public static JsonElement? Find(JsonElement body, string name)
    {
        JsonElement? found = null;
        foreach (JsonProperty property in body.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
            }
        }

        return found;
    }

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Find(name) is not { } value ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : throw FaceError.BadArgument("Request body is invalid.");

    public Guid Id(string name) => Guid.TryParse(Text(name), out Guid id) ? id : throw FaceError.BadArgument("Face ID is invalid.");

    public Guid[] Ids(string name, int fewest, int most)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } array)
        {
            throw FaceError.BadArgument("Request body is invalid.");
        }

        return array.GetArrayLength() < fewest || array.GetArrayLength() > most
            ? throw FaceError.BadArgument("The length of faceIds is not in a valid range.")
            : [.. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String && Guid.TryParse(item.GetString(), out Guid id) ? id : throw FaceError.BadArgument("Face ID is invalid."))];
    }

    public int Number(string name, int otherwise, int least, int most) =>
        Find(name) is not { } number ? otherwise
        : number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out int value) && value >= least && value <= most ? value
        : throw FaceError.BadArgument($"The argument {name} is not valid.");

    /// <summary>A number from 0 to 1.</summary>
    public float Share(string name, float otherwise) =>
        Find(name) is not { } number ? otherwise
        : number.ValueKind == JsonValueKind.Number && number.GetSingle() is >= 0 and <= 1 and var share ? share
        : throw FaceError.BadArgument($"The argument {name} is not valid.");

    /// <summary>A text of at most so many characters; null where it is left out.</summary>
    public string? Short(string name, int most) => Text(name) is not { } text ? null : text.Length <= most ? text : throw FaceError.BadArgument($"'{name}' is too long.");

    public void Dispose() => _document.Dispose();

    private JsonElement? Find(string name) => Find(_document.RootElement, name);
}
