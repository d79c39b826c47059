using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FaceEmulator.Http;

/// <summary>What a session is to be: JSON, or a form with a part for each field and the picture to verify. Read as leniently as the service: names without regard to case, "true" for true.</summary>
internal sealed class SessionRequest
{
    private const int LongestField = 4096;
    private const int LongestCorrelationId = 64;
    private static readonly string[] OfThePreview = ["numberOfClientAttemptsAllowed", "userCorrelationId", "userCorrelationIdSetInClient", "expectedClientIpAddress"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private SessionRequest()
    {
    }

    /// <summary>The picture to verify; null where none came.</summary>
    public byte[]? VerifyImage { get; private set; }

    public bool KeepsImage => Flag("enableSessionImage");

    public bool ReturnsHash => Flag("returnVerifyImageHash");

    public string Model => Field("livenessModelVersion") is not (null or "2024-11-15") ? throw FaceError.BadArgument("'livenessModelVersion' is invalid.") : "2024-11-15";

    public string? User => Field("userCorrelationId");

    public int AttemptsAllowed => Number("numberOfClientAttemptsAllowed", 1, 1, 3, () => FaceError.BadArgument("'numberOfClientAttemptsAllowed' is invalid. Must be within 1 to 3."));

    public TimeSpan TokenTimeToLive => TimeSpan.FromSeconds(Number("authTokenTimeToLiveInSeconds", 600, 60, 86400, () => new FaceError(400, "InvalidTokenLifetime", "Invalid authTokenTimeToLiveInSeconds specified. Must be within 60 to 86400.")));

    public string? ExpectedAddress => Field("expectedClientIpAddress") is not { } text ? null : IsAddress(text) ? text : throw FaceError.BadArgument("'expectedClientIpAddress' is invalid. Must be an IP address or a CIDR block.");

    public static FaceError InvalidBody(string message) => new(400, "InvalidRequestBody", message);

    public static async Task<SessionRequest> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var read = new SessionRequest();
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw InvalidBody("Request body is invalid.");
            }

            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                switch (property.Value.ValueKind)
                {
                    case JsonValueKind.Null:
                        break;
                    case JsonValueKind.String:
                        read._fields[property.Name] = property.Value.GetString()!;
                        break;
                    case JsonValueKind.Object or JsonValueKind.Array:
                        throw InvalidBody("Request body is invalid.");
                    default:
                        read._fields[property.Name] = property.Value.GetRawText();
                        break;
                }
            }
        }
        catch (JsonException)
        {
            throw InvalidBody("JSON parsing error.");
        }

        return read;
    }

    public static async Task<SessionRequest> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 } boundary)
        {
            throw new FaceError(415, "UnsupportedMediaType", "Content-Type must be multipart/form-data.");
        }

        var read = new SessionRequest();
        var reader = new MultipartReader(boundary, request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                await read.ReadPartAsync(section, cancellationToken);
            }
        }
        catch (IOException)
        {
            throw InvalidBody("The form ends before its last boundary.");
        }
        catch (InvalidDataException)
        {
            throw InvalidBody("Request body is invalid.");
        }

        return read.VerifyImage is null ? throw InvalidBody("'verifyImage' is missing.") : read;
    }

    /// <summary>Refuses what the service would; a version older than the preview has none of its fields.</summary>
    public void Check(bool isPreview, bool withVerify)
    {
        if (OfThePreview.FirstOrDefault(name => !(isPreview && (!withVerify || name == OfThePreview[0])) && Field(name) is not null) is { } tooNew)
        {
            throw FaceError.BadArgument(isPreview ? $"'{tooNew}' is not of sessions with verification." : $"'{tooNew}' needs the version v1.3-preview.1.");
        }

        if (Field("livenessOperationMode")?.ToUpperInvariant() is not ("PASSIVE" or "PASSIVEACTIVE"))
        {
            throw new FaceError(400, "InvalidLivenessOperationMode", "Invalid livenessOperationMode specified. Must be 'Passive'.");
        }

        bool deviceNamesItself = Flag("deviceCorrelationIdSetInClient");
        if (deviceNamesItself ? Field("deviceCorrelationId") is not null : Field("deviceCorrelationId") is not { Length: > 0 and <= LongestCorrelationId })
        {
            throw new FaceError(400, "InvalidDeviceCorrelationId", deviceNamesItself
                ? "deviceCorrelationId must be left out where deviceCorrelationIdSetInClient is true."
                : "A device correlation ID is required and must be at most 64 characters.");
        }

        if (Flag("userCorrelationIdSetInClient") ? User is not null : User is { Length: 0 or > LongestCorrelationId })
        {
            throw FaceError.BadArgument("'userCorrelationId' must be 1 to 64 characters, and left out where userCorrelationIdSetInClient is true.");
        }
    }

    public float Threshold(float otherwise) =>
        Field("verifyConfidenceThreshold") is not { } text ? otherwise
        : float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float share) && share is >= 0 and <= 1 ? share
        : throw FaceError.BadArgument("'verifyConfidenceThreshold' is invalid. Must be within 0 to 1.");

    private static bool IsAddress(string text) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _);

    private string? Field(string name) => _fields.GetValueOrDefault(name);

    private bool Flag(string name) => Field(name) is { } text && (bool.TryParse(text, out bool value) ? value : throw InvalidBody($"'{name}' is invalid."));

    private int Number(string name, int otherwise, int least, int most, Func<FaceError> refusal) =>
        Field(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most ? value
        : throw refusal();

    private async Task ReadPartAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition) || HeaderUtilities.RemoveQuotes(disposition.Name).ToString() is not { Length: > 0 } name)
        {
            throw InvalidBody("A part of the form has no name.");
        }

        if (name.Equals("verifyImage", StringComparison.OrdinalIgnoreCase))
        {
            if (disposition.FileName.Length == 0 && disposition.FileNameStar.Length == 0)
            {
                throw InvalidBody("The part 'verifyImage' needs a file name.");
            }

            VerifyImage = await PictureBody.ReadAsync(section.Body, cancellationToken);
            return;
        }

        var buffer = new byte[LongestField + 1];
        int length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, false, cancellationToken);
        _fields[name] = length <= LongestField ? Encoding.UTF8.GetString(buffer, 0, length) : throw InvalidBody($"'{name}' is too long.");
    }
}
