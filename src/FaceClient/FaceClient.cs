using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.Vision.Face;

/// <summary>Detects faces. Names, parameter order and defaults are those of the package Azure.AI.Vision.Face.</summary>
public class FaceClient
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly Uri _endpoint = null!;
    private readonly string _version = null!;
    private readonly HttpPipeline _pipeline = null!;

    /// <summary>For mocks.</summary>
    protected FaceClient()
    {
    }

    /// <summary>Creates a client that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine.</exception>
    public FaceClient(Uri endpoint, AzureKeyCredential credential, AzureAIVisionFaceClientOptions? options = null)
        : this(endpoint, options, new KeyAuthenticationPolicy(credential))
    {
    }

    /// <summary>Creates a client that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http.</exception>
    public FaceClient(Uri endpoint, TokenCredential credential, AzureAIVisionFaceClientOptions? options = null)
        : this(FaceEndpoint.ForToken(endpoint), options, new BearerTokenAuthenticationPolicy(credential ?? throw new ArgumentNullException(nameof(credential)), Scope))
    {
    }

    private FaceClient(Uri endpoint, AzureAIVisionFaceClientOptions? options, HttpPipelinePolicy authentication)
    {
        options ??= new AzureAIVisionFaceClientOptions();
        _endpoint = FaceEndpoint.Normalize(endpoint);
        _version = options.Version;
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _pipeline;

    /// <summary>Finds the faces in a picture.</summary>
    /// <param name="imageContent">JPEG, PNG, GIF or BMP, from 1 KB to 6 MB.</param>
    /// <param name="detectionModel">The network that finds faces.</param>
    /// <param name="recognitionModel">The network that describes a face.</param>
    /// <param name="returnFaceId">Whether to return ids; needs Microsoft's approval of the resource.</param>
    /// <param name="returnFaceAttributes">What to measure.</param>
    /// <param name="returnFaceLandmarks">Whether to return 27 points of each face.</param>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name.</param>
    /// <param name="faceIdTimeToLive">How long an id lives, in seconds: 60 to 86400 (the service's default).</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The faces, largest first; none is no error.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectAsync(BinaryData imageContent, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default)
    {
        using HttpMessage message = CreateDetectContent(imageContent, detectionModel, recognitionModel, returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return ReadFaces(message.Response);
    }

    /// <inheritdoc cref="DetectAsync(BinaryData, FaceDetectionModel, FaceRecognitionModel, bool, IEnumerable{FaceAttributeType}, bool?, bool?, int?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceDetectionResult>> Detect(BinaryData imageContent, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default)
    {
        using HttpMessage message = CreateDetectContent(imageContent, detectionModel, recognitionModel, returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive);
        _pipeline.Send(message, cancellationToken);
        return ReadFaces(message.Response);
    }

    /// <summary>Finds the faces in a picture that the service itself downloads.</summary>
    /// <param name="url">An absolute address that the service can reach.</param>
    /// <param name="detectionModel">The network that finds faces.</param>
    /// <param name="recognitionModel">The network that describes a face.</param>
    /// <param name="returnFaceId">Whether to return ids; needs Microsoft's approval of the resource.</param>
    /// <param name="returnFaceAttributes">What to measure.</param>
    /// <param name="returnFaceLandmarks">Whether to return 27 points of each face.</param>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name.</param>
    /// <param name="faceIdTimeToLive">How long an id lives, in seconds: 60 to 86400 (the service's default).</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The faces, largest first; none is no error.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectAsync(Uri url, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default)
    {
        using HttpMessage message = CreateDetectUrl(url, detectionModel, recognitionModel, returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return ReadFaces(message.Response);
    }

    /// <inheritdoc cref="DetectAsync(Uri, FaceDetectionModel, FaceRecognitionModel, bool, IEnumerable{FaceAttributeType}, bool?, bool?, int?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceDetectionResult>> Detect(Uri url, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default)
    {
        using HttpMessage message = CreateDetectUrl(url, detectionModel, recognitionModel, returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive);
        _pipeline.Send(message, cancellationToken);
        return ReadFaces(message.Response);
    }

    private static Response<IReadOnlyList<FaceDetectionResult>> ReadFaces(Response response)
    {
        // Any 2xx is a success: the service has answered 299 before.
        if (response.IsError)
        {
            throw new RequestFailedException(response);
        }

        using JsonDocument document = JsonDocument.Parse(response.Content);
        IReadOnlyList<FaceDetectionResult> faces = document.RootElement.EnumerateArray().Select(FaceDetectionResult.Deserialize).ToList();
        return Response.FromValue(faces, response);
    }

    private HttpMessage CreateDetectContent(BinaryData imageContent, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? attributes, bool? landmarks, bool? returnRecognitionModel, int? timeToLive)
    {
        ArgumentNullException.ThrowIfNull(imageContent);
        HttpMessage message = CreateDetect(detectionModel, recognitionModel, returnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive);
        message.Request.Headers.Add("Content-Type", "application/octet-stream");
        message.Request.Content = RequestContent.Create(imageContent);
        return message;
    }

    private HttpMessage CreateDetectUrl(Uri url, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? attributes, bool? landmarks, bool? returnRecognitionModel, int? timeToLive)
    {
        ArgumentNullException.ThrowIfNull(url);
        HttpMessage message = CreateDetect(detectionModel, recognitionModel, returnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["url"] = url.AbsoluteUri })));
        return message;
    }

    private HttpMessage CreateDetect(FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? attributes, bool? landmarks, bool? returnRecognitionModel, int? timeToLive)
    {
        HttpMessage message = _pipeline.CreateMessage();
        Request request = message.Request;
        request.Method = RequestMethod.Post;
        var uri = new RequestUriBuilder();
        uri.Reset(_endpoint);
        uri.AppendPath("/face/", escape: false);
        uri.AppendPath(_version, escape: true);
        uri.AppendPath("/detect", escape: false);
        uri.AppendQuery("detectionModel", detectionModel.ToString(), true);
        uri.AppendQuery("recognitionModel", recognitionModel.ToString(), true);
        uri.AppendQuery("returnFaceId", Text(returnFaceId), true);
        string names = string.Join(',', attributes ?? []);
        if (names.Length > 0)
        {
            uri.AppendQuery("returnFaceAttributes", names, true);
        }

        if (landmarks is { } wantsLandmarks)
        {
            uri.AppendQuery("returnFaceLandmarks", Text(wantsLandmarks), true);
        }

        if (returnRecognitionModel is { } wantsModel)
        {
            uri.AppendQuery("returnRecognitionModel", Text(wantsModel), true);
        }

        if (timeToLive is { } seconds)
        {
            uri.AppendQuery("faceIdTimeToLive", seconds.ToString(CultureInfo.InvariantCulture), true);
        }

        request.Uri = uri;
        request.Headers.Add("Accept", "application/json");
        return message;

        static string Text(bool value) => value ? "true" : "false";
    }
}
