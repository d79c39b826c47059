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

    /// <summary>The resource's name, as far as its endpoint says it.</summary>
    public static string ResourceOf(Uri endpoint) => FaceCloud.Of(endpoint) is null || FaceCloud.IsRegional(endpoint) ? "NAME" : EndpointRules.NameOf(endpoint);

    /// <param name="failure">What went wrong.</param>
    /// <param name="connection">Who was asked.</param>
    /// <param name="picture">What it is about, for people.</param>
    /// <param name="collection">The group or list that was asked about.</param>
    public static FaceServiceException Explain(Exception failure, FaceConnection connection, string picture, string collection) => failure switch
    {
        FaceServiceException known => known,
        // What reading the picture says while it is sent, inside what the transport makes of it.
        RequestFailedException { Status: 0 } or HttpRequestException when InnerOf(failure) is { } inner => inner,
        AggregateException { InnerExceptions: [.., var last] } => Explain(last, connection, picture, collection),
        CutShortException => new("InvalidAnswer", $"The answer on '{picture}' was cut short, and again when asked again. Try later.", ErrorCategory.InvalidResult, false, inner: failure),
        RequestFailedException { Status: > 0 } refused => ExplainAnswer(refused, connection, picture, collection),
        ObjectDisposedException => new("Disconnected", $"The connection was ended by Disconnect-AzFace. Connect again: {NextCommand.Connect(connection)}", ErrorCategory.ConnectionError, true, inner: failure, next: NextCommand.Connect(connection)),
        JsonException when !LooksLikeAPage(failure) => new("InvalidAnswer", $"The answer on '{picture}' is garbled. Try again.", ErrorCategory.InvalidResult, false, inner: failure),
        JsonException or InvalidOperationException or FormatException or KeyNotFoundException => NotFace(connection, failure),
        ArgumentException => new("InvalidEndpoint", failure.Message, ErrorCategory.InvalidArgument, true, inner: failure, next: NextCommand.Connect(connection, OwnEndpoint(connection))),
        _ => ExplainNoAnswer(failure, connection, picture),
    };

    /// <summary>No answer came to a call that adds: asking again could add twice.</summary>
    /// <param name="told">What became of the call.</param>
    /// <param name="name">What it is about.</param>
    /// <param name="next">The command that shows whether it was added; null where it is not known.</param>
    public static FaceServiceException AnswerLost(FaceServiceException told, string name, string? next) =>
        new(FaceServiceException.AnswerLost, $"The answer on '{name}' was lost on its way, so that it may have been added or not. It is not sent again unasked, as it could be there twice then: look first{(next is null ? string.Empty : $", with {next}")}.", ErrorCategory.ConnectionError, told.EndsPipeline, told.Status, told.RequestId, told, next);

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

    private static FaceServiceException ExplainAnswer(RequestFailedException e, FaceConnection connection, string picture, string collection)
    {
        Uri endpoint = connection.Endpoint;
        Response? response = e.GetRawResponse();
        string? id = response is null ? null : RequestIdOf(response);
        (string? code, string message) = ReadError(response);
        return e.Status switch
        {
            401 when connection.CredentialKind == CredentialKind.Key => Error("InvalidKey", $"{endpoint.Host} does not accept this key (401): it is another resource's{(FaceCloud.IsRegional(endpoint) ? ", perhaps of another region than " + endpoint.Host.Split('.')[0] : string.Empty)}, or it was changed since. Take key and endpoint from the same page (portal: Keys and Endpoint), then connect again: {NextCommand.Connect(connection)}. The service says: {message}", ErrorCategory.AuthenticationError, true, NextCommand.Connect(connection)),
            401 => Error("InvalidKey", $"{endpoint.Host} does not accept this token (401). Check that tenant, cloud and endpoint belong together, and that its user has the role Cognitive Services User; then connect again: {NextCommand.Connect(connection)}. The service says: {message}", ErrorCategory.AuthenticationError, true, NextCommand.Connect(connection)),
            403 when message.Contains("volume quota", StringComparison.OrdinalIgnoreCase) => Error("QuotaExceeded", $"The month's free calls are used up (403). Wait, or move the resource to the tier S0: {MoveToS0(endpoint)}. The service says: {message}", ErrorCategory.LimitsExceeded, true, MoveToS0(endpoint)),
            403 when code == "QuotaExceeded" => Error("CollectionFull", $"There is no room for '{picture}' (403 QuotaExceeded): {message} Remove what is not needed, or use another person, group or list.", ErrorCategory.LimitsExceeded, false),
            // What to do instead is the command's to say: see FaceCmdlet.Advise.
            403 => Error(code ?? "Forbidden", code == FaceServiceException.UnsupportedFeature
                ? $"This resource is not approved for what was asked (403 UnsupportedFeature): face ids, and so all recognition, need Microsoft's approval. Apply at https://aka.ms/facerecognition. The service says: {WithoutAddress(message)}"
                : $"The service refuses (403 {code}): {message}", ErrorCategory.PermissionDenied, true),
            404 when code is null or "404" => Error("ResourceNotFound", $"{endpoint} answers, but has no Face API there (404). Is it the endpoint of a Face resource? {NextCommand.ListResources} shows those of yours. The service says: {message}", ErrorCategory.ObjectNotFound, true, NextCommand.ListResources),
            429 when connection.Tier is null && message.Contains("F0", StringComparison.Ordinal) => Error("429", $"The free tier F0 takes 20 calls a minute, and more were made, also after waiting (429).{Wait()} Connect with -Tier F0 to keep to it from the start. The service says: {message}", ErrorCategory.LimitsExceeded, false, NextCommand.Connect(connection, instead: ("Tier", "F0"))),
            429 => Error("429", $"The service's rate limit was exceeded, and again after waiting (429).{Wait()} Lower -ThrottleLimit, or move the resource to a larger tier. The service says: {message}", ErrorCategory.LimitsExceeded, false),
            >= 500 => Error(code ?? e.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), $"The service failed on '{picture}', and again when asked again ({e.Status}).{Wait()} Try later. The service says: {message}", ErrorCategory.ResourceUnavailable, false),
            409 when code == TransientRetryPolicy.Conflict => Error(TransientRetryPolicy.Conflict, $"Somebody else is changing what '{picture}' goes to, and still was when asked again (409). Try later. The service says: {message}", ErrorCategory.ResourceBusy, false),
            400 when message.Contains("custom subdomain", StringComparison.OrdinalIgnoreCase) => Error("CustomSubdomainRequired", $"{endpoint.Host} takes no tokens: give the resource's own endpoint, {OwnEndpoint(connection)} (a resource without one gets it with 'az cognitiveservices account update --custom-domain NAME'), or use a key. The service says: {message}", ErrorCategory.InvalidArgument, true, NextCommand.Connect(connection, OwnEndpoint(connection))),
            >= 300 and < 400 => NotFace(connection, e),
            _ when code is null => NotFace(connection, e),
            _ => Known(code!),
        };

        string Wait() => response is not null && QuotaPolicy.RetryAfter(response) is { TotalSeconds: > 1 } wait ? FormattableString.Invariant($" It asks to wait {wait.TotalSeconds:0} seconds.") : string.Empty;

        FaceServiceException Error(string errorCode, string text, ErrorCategory category, bool ends, string? next = null) => new(errorCode, text, category, ends, e.Status, id, e, next);

        FaceServiceException Known(string known)
        {
            (string advice, string? next) = Advice(known, message, collection);
            return Error(known, $"'{picture}': {message}{advice}", CategoryOf(known), known == "BadRequest", next);
        }
    }

    private static string OwnEndpoint(FaceConnection connection) => $"https://NAME.{(connection.SignIn?.Cloud ?? FaceCloud.Of(connection.Endpoint) ?? FaceCloud.Named(FaceCloud.Public)).Suffix}";

    private static string MoveToS0(Uri endpoint) => $"Set-AzCognitiveServicesAccount -ResourceGroupName GROUP -Name {ResourceOf(endpoint)} -SkuName S0";

    /// <summary>Where to apply is said before.</summary>
    private static string WithoutAddress(string message) => message.Split(". Please apply", 2)[0].TrimEnd('.') + ".";

    private static ErrorCategory CategoryOf(string code) => code switch
    {
        "BadArgument" => ErrorCategory.InvalidArgument,
        _ when code.EndsWith("NotFound", StringComparison.Ordinal) => ErrorCategory.ObjectNotFound,
        _ when code.EndsWith("Exists", StringComparison.Ordinal) => ErrorCategory.ResourceExists,
        _ when code.EndsWith("NotTrained", StringComparison.Ordinal) => ErrorCategory.InvalidOperation,
        _ when code.EndsWith("TrainingNotFinished", StringComparison.Ordinal) => ErrorCategory.ResourceBusy,
        _ => ErrorCategory.InvalidData,
    };

    private static (string Advice, string? Next) Advice(string code, string message, string collection)
    {
        string q = NextCommand.Quoted(collection);
        return code switch
        {
            "InvalidImage" when message.Contains("face", StringComparison.OrdinalIgnoreCase) => (" It takes a picture with exactly one face.", null),
            "InvalidImage" => (" The service takes whole JPEG, PNG, GIF and BMP files; this one is damaged, cut short or something else.", null),
            "InvalidImageSize" when message.Contains("small", StringComparison.OrdinalIgnoreCase) => (" The service wants at least 1 KB and 36 x 36 pixels.", null),
            "InvalidImageSize" => (" The service takes at most 6 MB. Scale it down or compress it more.", null),
            "FaceNotFound" => (" A face id lives 24 hours, or as long as -FaceIdTimeToLive said, and only at the resource that gave it. Detect the picture again with -ReturnFaceId.", "Invoke-AzFaceDetection PICTURE -ReturnFaceId"),
            "LargeFaceListNotTrained" => Say(" Only trained faces are found: ", NextCommand.Train(collection, isList: true, standard: false), ", then ask again."),
            "LargePersonGroupNotTrained" => Say(" Only trained faces are found: ", NextCommand.Train(collection, isList: false, standard: false), ", then ask again."),
            "PersonGroupNotTrained" => Say(" Only trained faces are found: ", NextCommand.Train(collection, isList: false, standard: true), ", then ask again."),
            "LargePersonGroupTrainingNotFinished" => Say(" Wait for its end: ", $"Wait-AzFaceTraining {q}", "."),
            "PersonGroupTrainingNotFinished" => Say(" Wait for its end: ", $"Wait-AzFaceTraining {q} -Standard", "."),
            "LargeFaceListTrainingNotFinished" => Say(" Wait for its end: ", $"Wait-AzFaceTraining -FaceList {q}", "."),
            "LargePersonGroupExists" => Say(" Take another id, or use the one that is there: ", $"Get-AzFacePersonGroup {q}", "."),
            "PersonGroupExists" => Say(" Take another id, or use the one that is there: ", $"Get-AzFacePersonGroup {q} -Standard", "."),
            "LargeFaceListExists" => Say(" Take another id, or use the one that is there: ", $"Get-AzFaceList {q}", "."),
            "FaceListExists" => Say(" Take another id, or use the one that is there: ", $"Get-AzFaceList {q} -Standard", "."),
            "FaceListNotReady" => (" Add faces with Add-AzFaceListFace -Standard first.", $"Add-AzFaceListFace {q} PICTURE -Standard"),
            "SessionNotFound" => (" Make another with New-AzFaceLivenessSession.", "New-AzFaceLivenessSession"),
            "InvalidURL" => (" The service downloads -Uri itself, so it must be public; for a file of yours use -Path.", null),
            _ => (string.Empty, null),
        };

        static (string Advice, string? Next) Say(string before, string command, string after) => (before + command + after, command);
    }

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

    private static FaceServiceException ExplainNoAnswer(Exception failure, FaceConnection connection, string picture)
    {
        Uri endpoint = connection.Endpoint;
        for (Exception? e = failure; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }:
                    return EndpointRules.Meant(endpoint) is { } meant
                        ? new("EndpointNotFound", $"The name {endpoint.Host} does not resolve. Did you mean {meant}? Connect again with it.", ErrorCategory.ConnectionError, true, inner: failure, next: NextCommand.Connect(connection, meant))
                        : new("EndpointNotFound", $"The name {endpoint.Host} does not resolve. Check the endpoint's spelling (portal: Keys and Endpoint, or {NextCommand.ListResources}), and this machine's DNS and network.", ErrorCategory.ConnectionError, true, inner: failure, next: NextCommand.ListResources);
                // No connection broke where nothing is behind it.
                case HttpRequestException { HttpRequestError: HttpRequestError.Unknown, StatusCode: null, InnerException: null }:
                    return new("RequestNotSent", $"The request on '{picture}' could not be written: {FirstLine(e.Message)}", ErrorCategory.InvalidArgument, false, inner: failure);
                case AuthenticationException or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return new("CertificateInvalid", $"No safe connection to {endpoint.Host}: {FirstLine(e.InnerException?.Message ?? e.Message)} Check the endpoint; if a proxy inspects traffic here, its certificate must be trusted by this machine.", ErrorCategory.SecurityError, true, inner: failure);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    string start = connection.IsEmulator ? NextCommand.Connect(connection) : NextCommand.ConnectEmulator;
                    return endpoint.IsLoopback
                        ? new("ConnectionRefused", $"Nobody answers at {endpoint}. If the emulator is meant, it has ended: {start} starts one.", ErrorCategory.ConnectionError, true, inner: failure, next: start)
                        : new("ConnectionRefused", $"Nobody answers at {endpoint}. Check the endpoint and the network: {Probe(endpoint)}.", ErrorCategory.ConnectionError, true, inner: failure, next: Probe(endpoint));
            }
        }

        return failure is OperationCanceledException
            ? new("Timeout", $"No answer on '{picture}' in time, and again when asked again. Try later.", ErrorCategory.OperationTimeout, false, inner: failure)
            : new("ConnectionFailed", $"The connection to {endpoint.Host} broke on '{picture}', and again when tried again: {FirstLine((failure.InnerException ?? failure).Message)}", ErrorCategory.ConnectionError, false, inner: failure, next: endpoint.IsLoopback ? null : Probe(endpoint));
    }

    /// <summary>Whether somebody answers there at all.</summary>
    public static string Probe(Uri endpoint) => FormattableString.Invariant($"Test-Connection {endpoint.Host} -TcpPort {endpoint.Port}");

    private static FaceServiceException NotFace(FaceConnection connection, Exception e) =>
        new("NotAFaceService", $"{connection.Endpoint} answers, but not as the Face service does (a web page, a proxy's sign-in?). Check the endpoint: the portal shows it under Keys and Endpoint, and so does {NextCommand.ListResources}.", ErrorCategory.InvalidResult, true, e is RequestFailedException f ? f.Status : 0, inner: e, next: NextCommand.ListResources);

    /// <summary>JSON that ends in the middle is a broken answer; what does not even begin as JSON is a page of something else.</summary>
    private static bool LooksLikeAPage(Exception failure) => failure.Message.Contains("'<' is an invalid start", StringComparison.Ordinal);

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
