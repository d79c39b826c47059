using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>Does over the network what the cmdlets ask for, with the Face client.</summary>
internal sealed class FaceService : IFaceService
{
    private readonly SdkClients _clients;
    private readonly HttpClient _http;
    private readonly ServiceCall _call;
    private readonly QuotaLimiter _limiter;
    private readonly TokenSource? _tokens;
    private HttpClient? _tokenHttp;

    private FaceService(FaceConnection connection)
    {
        _call = new ServiceCall(connection);
        _limiter = new QuotaLimiter(connection.Tier);
        // The emulator is on this machine: a proxy would only be in the way.
        _http = Outbound.Open(useProxy: !connection.Endpoint.IsLoopback);
        var options = new AzureAIVisionFaceClientOptions(SdkClients.VersionOf(connection.ApiVersion))
        {
            Transport = new HttpClientTransport(_http),
            RetryPolicy = new TransientRetryPolicy(),
        };
        options.Diagnostics.ApplicationId = "FaceCmdlets/" + typeof(FaceService).Assembly.GetName().Version!.ToString(3);
        options.Diagnostics.IsLoggingContentEnabled = false;
        if (connection.CredentialKind != CredentialKind.Key)
        {
            _tokens = new TokenSource(connection, () => CredentialFactory.Create(connection, TokenTransport(connection)));
            options.AddPolicy(new TokenPolicy(_tokens, connection), HttpPipelinePosition.PerRetry);
        }

        options.AddPolicy(new QuotaPolicy(_limiter), HttpPipelinePosition.PerRetry);
        options.AddPolicy(new RequestStoryPolicy(), HttpPipelinePosition.PerRetry);
        options.AddPolicy(new WholeAnswerPolicy(), HttpPipelinePosition.PerRetry);
        _clients = _tokens is null ? new SdkClients(connection, new AzureKeyCredential(connection.RevealSecret()), options, _call) : new SdkClients(connection, _tokens, options, _call);
        var collections = new CollectionCall(_call);
        PersonGroups = new PersonGroupService(_clients.Administration, _clients.Faces, collections);
        FaceLists = new FaceListService(_clients.Administration, _clients.Faces, collections);
        Recognition = new RecognitionService(_clients.Faces, _call);
    }

    /// <summary>Called by the loader, across the boundary of the load contexts.</summary>
    public static IFaceService Create(FaceConnection connection) => new FaceService(connection);

    public async Task<IReadOnlyList<DetectedFace>> DetectAsync(PictureSource picture, DetectionRequest request, RequestScope scope)
    {
        FaceDetectionModel detectionModel = request.DetectionModel;
        FaceRecognitionModel recognitionModel = request.RecognitionModel;
        FaceAttributeType[]? attributes = request.Attributes.Count == 0 ? null : [.. request.Attributes.Select(DetectedFaceMapping.ToWire)];
        bool? landmarks = request.Landmarks ? true : null;
        bool? returnRecognitionModel = request.ReturnFaceId ? true : null;
        int? timeToLive = request.FaceIdTimeToLive is { } time ? (int)time.TotalSeconds : null;
        if (picture.Uri is { } uri)
        {
            return ToFaces(await _call.SendAsync(() => _clients.Faces.DetectAsync(uri, detectionModel, recognitionModel, request.ReturnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, scope.Cancelled), picture.Name, scope).ConfigureAwait(false), null);
        }

        if (picture.SessionImageId is { } image)
        {
            return ToFaces(await _call.SendAsync(() => _clients.DetectFromSessionImageAsync(image, detectionModel, recognitionModel, request.ReturnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, scope.Cancelled), picture.Name, scope).ConfigureAwait(false), null);
        }

        using PreparedPicture prepared = await Preparation.PrepareAsync(picture, scope).ConfigureAwait(false);
        return ToFaces(await _call.SendAsync(() => _clients.DetectAsync(prepared.Content, detectionModel, recognitionModel, request.ReturnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, scope.Cancelled), picture.Name, scope).ConfigureAwait(false), prepared);

        IReadOnlyList<DetectedFace> ToFaces(Response<IReadOnlyList<FaceDetectionResult>> response, PreparedPicture? sent) => DetectedFaceMapping.ToFaces(response.Value, picture.Name, request, sent);
    }

    public IRecognitionService Recognition { get; }

    public IPersonGroupService PersonGroups { get; }

    public IPersonGroupService StandardPersonGroups => _clients.StandardPersonGroups;

    public IFaceListService FaceLists { get; }

    public IFaceListService StandardFaceLists => _clients.StandardFaceLists;

    public ILivenessService Liveness => _clients.Liveness;

    public TimeSpan WaitingForQuota => _limiter.Waiting;

    public void StartAt(double requestsPerSecond) => _limiter.StartAt(requestsPerSecond);

    public async Task CheckAsync(RequestScope scope)
    {
        // A single byte is no picture. That the service says so shows that it took endpoint, credential and version.
        var nothing = BinaryData.FromBytes(new byte[1]);
        try
        {
            await _call.SendAsync(() => _clients.Faces.DetectAsync(nothing, FaceDetectionModel.Detection03, FaceRecognitionModel.Recognition04, false, cancellationToken: scope.Cancelled), "no picture", scope).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.Status == 400 && e.ErrorCode is "InvalidImageSize" or "InvalidImage" or "BadArgument")
        {
        }
    }

    public async Task SignInAsync(CancellationToken cancelled)
    {
        if (_tokens is not null)
        {
            await _tokens.GetAsync(null, null, cancelled).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _tokens?.Dispose();
        _tokenHttp?.Dispose();
        _http.Dispose();
    }

    /// <summary>A managed identity's tokens come from this machine or its host: no proxy knows the way.</summary>
    private HttpClientTransport TokenTransport(FaceConnection connection) =>
        new(_tokenHttp ??= Outbound.Open(useProxy: connection.CredentialKind != CredentialKind.ManagedIdentity));
}
