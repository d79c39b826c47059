using System.Management.Automation;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Azure;

namespace FaceCmdlets.Service;

/// <summary>Makes of every failure an error that says what to do: stable id, category, and whether the next picture would fail as well.</summary>
internal static class ServiceErrors
{
    public static string? RequestIdOf(Response response) =>
        response.Headers.TryGetValue("apim-request-id", out string? id) || response.Headers.TryGetValue("x-ms-request-id", out id) ? id : null;

    public static FaceServiceException Explain(Exception failure, Uri endpoint, string picture) => failure switch
    {
        FaceServiceException known => known,
        // What reading the picture says while it is sent, inside what the transport makes of it.
        RequestFailedException { Status: 0 } or HttpRequestException when InnerOf(failure) is { } inner => inner,
        AggregateException { InnerExceptions: [.., var last] } => Explain(last, endpoint, picture),
        CutShortException => new("InvalidAnswer", $"The answer on '{picture}' was cut short, and again when asked again. Try later.", ErrorCategory.InvalidResult, false, inner: failure),
        RequestFailedException { Status: > 0 } refused => ExplainAnswer(refused, endpoint, picture),
        ObjectDisposedException => new("Disconnected", "The connection was ended by Disconnect-AzFace. Connect again with Connect-AzFace.", ErrorCategory.ConnectionError, true, inner: failure),
        JsonException when !LooksLikeAPage(failure) => new("InvalidAnswer", $"The answer on '{picture}' is garbled. Try again.", ErrorCategory.InvalidResult, false, inner: failure),
        JsonException or InvalidOperationException or FormatException or KeyNotFoundException => NotFace(endpoint, failure),
        ArgumentException => new("InvalidEndpoint", failure.Message, ErrorCategory.InvalidArgument, true, inner: failure),
        _ => ExplainNoAnswer(failure, endpoint, picture),
    };

    private static FaceServiceException? InnerOf(Exception failure)
    {
        for (Exception? e = failure.InnerException; e is not null; e = e.InnerException)
        {
            if (e is FaceServiceException inner)
            {
                return inner;
            }
        }

        return null;
    }

    private static FaceServiceException ExplainAnswer(RequestFailedException e, Uri endpoint, string picture)
    {
        Response? response = e.GetRawResponse();
        string? id = response is null ? null : RequestIdOf(response);
        (string? code, string message) = ReadError(response);
        return e.Status switch
        {
            401 => Error("InvalidKey", $"{endpoint.Host} does not accept this key or token (401). Check that both come from the same resource (portal: Keys and Endpoint), and that a token's user has the role Cognitive Services User. The service says: {message}", ErrorCategory.AuthenticationError, true),
            403 when message.Contains("volume quota", StringComparison.OrdinalIgnoreCase) => Error("QuotaExceeded", $"The month's free calls are used up (403). Wait, or move the resource to the tier S0. The service says: {message}", ErrorCategory.LimitsExceeded, true),
            403 => Error(code ?? "Forbidden", code == "UnsupportedFeature"
                ? $"This resource is not approved for what was asked (403 UnsupportedFeature): face ids need Microsoft's approval, https://aka.ms/facerecognition. Leave out -ReturnFaceId to detect without. The service says: {message}"
                : $"The service refuses (403 {code}): {message}", ErrorCategory.PermissionDenied, true),
            404 when code is null or "404" => Error("ResourceNotFound", $"{endpoint} answers, but has no Face API there (404). Is it the endpoint of a Face resource? The service says: {message}", ErrorCategory.ObjectNotFound, true),
            429 => Error("429", $"The service's rate limit was exceeded, and again after waiting (429). Lower -ThrottleLimit, or move the resource to a larger tier. The service says: {message}", ErrorCategory.LimitsExceeded, false),
            >= 500 => Error(code ?? e.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), $"The service failed on '{picture}', and again when asked again ({e.Status}). Try later. The service says: {message}", ErrorCategory.ResourceUnavailable, false),
            400 when message.Contains("custom subdomain", StringComparison.OrdinalIgnoreCase) => Error("CustomSubdomainRequired", $"{endpoint.Host} takes no tokens: give the resource's own endpoint, https://NAME.cognitiveservices.azure.com (a resource without one gets it with 'az cognitiveservices account update --custom-domain NAME'), or use a key. The service says: {message}", ErrorCategory.InvalidArgument, true),
            >= 300 and < 400 => NotFace(endpoint, e),
            _ when code is null => NotFace(endpoint, e),
            _ => Error(code!, $"'{picture}': {message}{Advice(code!, message)}", code == "BadArgument" ? ErrorCategory.InvalidArgument : ErrorCategory.InvalidData, code == "BadRequest"),
        };

        FaceServiceException Error(string errorCode, string text, ErrorCategory category, bool ends) => new(errorCode, text, category, ends, e.Status, id, e);
    }

    private static string Advice(string code, string message) => code switch
    {
        "InvalidImage" when message.Contains("face", StringComparison.OrdinalIgnoreCase) => " It takes a picture with exactly one face.",
        "InvalidImage" => " The service takes whole JPEG, PNG, GIF and BMP files; this one is damaged, cut short or something else.",
        "InvalidImageSize" when message.Contains("small", StringComparison.OrdinalIgnoreCase) => " The service wants at least 1 KB and 36 x 36 pixels.",
        "InvalidImageSize" => " The service takes at most 6 MB. Scale it down or compress it more.",
        "FaceNotFound" => " A face id lives 24 hours, or as long as -FaceIdTimeToLive said, and only at the resource that gave it. Detect the picture again with -ReturnFaceId.",
        "BadArgument" when message.Contains("recognitionModel", StringComparison.Ordinal) => " All faces of a question need the same -RecognitionModel.",
        "LargeFaceListNotTrained" => " Start-AzFaceTraining -FaceList LIST | Wait-AzFaceTraining, then ask again.",
        "LargePersonGroupNotTrained" or "PersonGroupNotTrained" => " Start-AzFaceTraining GROUP | Wait-AzFaceTraining, then ask again.",
        "FaceListNotReady" => " Add faces with Add-AzFaceListFace -Standard first.",
        "InvalidURL" => " The service downloads -Uri itself, so it must be public; for a file of yours use -Path.",
        _ => string.Empty,
    };

    /// <summary>The reason of a 403 stands in error.innererror: the inner code and message are the telling ones.</summary>
    private static (string? Code, string Message) ReadError(Response? response)
    {
        const string Silent = "(nothing)";
        try
        {
            if (response?.Content is null)
            {
                return (null, Silent);
            }

            using JsonDocument document = JsonDocument.Parse(response.Content);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("error", out JsonElement error) || error.ValueKind != JsonValueKind.Object)
            {
                return (null, Silent);
            }

            if (error.TryGetProperty("innererror", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object)
            {
                error = inner;
            }

            return (Text(error, "code"), Text(error, "message") ?? Silent);
        }
        catch (JsonException)
        {
            return (null, Silent);
        }

        static string? Text(JsonElement element, string name) =>
            element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static FaceServiceException ExplainNoAnswer(Exception failure, Uri endpoint, string picture)
    {
        for (Exception? e = failure; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }:
                    return new("EndpointNotFound", $"The name {endpoint.Host} does not resolve. Check the endpoint's spelling (portal: Keys and Endpoint), and this machine's DNS and network.", ErrorCategory.ConnectionError, true, inner: failure);
                case AuthenticationException or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return new("CertificateInvalid", $"No safe connection to {endpoint.Host}: {FirstLine(e.InnerException?.Message ?? e.Message)} Check the endpoint; if a proxy inspects traffic here, its certificate must be trusted by this machine.", ErrorCategory.SecurityError, true, inner: failure);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new("ConnectionRefused", $"Nobody answers at {endpoint}. {(endpoint.IsLoopback ? "Start the emulator with Start-AzFaceEmulator, then connect again." : "Check the endpoint and the network.")}", ErrorCategory.ConnectionError, true, inner: failure);
            }
        }

        return failure is OperationCanceledException
            ? new("Timeout", $"No answer on '{picture}' in time, and again when asked again. Try later.", ErrorCategory.OperationTimeout, false, inner: failure)
            : new("ConnectionFailed", $"The connection to {endpoint.Host} broke on '{picture}', and again when tried again: {FirstLine((failure.InnerException ?? failure).Message)}", ErrorCategory.ConnectionError, false, inner: failure);
    }

    private static FaceServiceException NotFace(Uri endpoint, Exception e) =>
        new("NotAFaceService", $"{endpoint} answers, but not as the Face service does (a web page, a proxy's sign-in?). Check the endpoint: the portal shows it under Keys and Endpoint.", ErrorCategory.InvalidResult, true, e is RequestFailedException f ? f.Status : 0, inner: e);

    /// <summary>JSON that ends in the middle is a broken answer; what does not even begin as JSON is a page of something else.</summary>
    private static bool LooksLikeAPage(Exception failure) => failure.Message.Contains("'<' is an invalid start", StringComparison.Ordinal);

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
