using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>Does over the network what the cmdlets ask for, with the Face client.</summary>
internal sealed class FaceService : IFaceService
{
    private readonly FaceClient _client;
    private readonly HttpClient _http;
    private readonly Uri _endpoint;
    private readonly QuotaLimiter _limiter;

    private FaceService(FaceConnection connection)
    {
        _endpoint = connection.Endpoint;
        _limiter = new QuotaLimiter(connection.Tier);
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            // The emulator is on this machine: a proxy would only be in the way.
            UseProxy = !connection.Endpoint.IsLoopback,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        var options = new AzureAIVisionFaceClientOptions
        {
            Transport = new HttpClientTransport(_http),
            RetryPolicy = new TransientRetryPolicy(),
        };
        options.Diagnostics.ApplicationId = "FaceCmdlets/" + typeof(FaceService).Assembly.GetName().Version!.ToString(3);
        options.Diagnostics.IsLoggingContentEnabled = false;
        options.AddPolicy(new QuotaPolicy(_limiter), HttpPipelinePosition.PerRetry);
        options.AddPolicy(new RequestStoryPolicy(), HttpPipelinePosition.PerRetry);
        options.AddPolicy(new WholeAnswerPolicy(), HttpPipelinePosition.PerRetry);
        _client = connection.CredentialKind switch
        {
            CredentialKind.Key => new FaceClient(connection.Endpoint, new AzureKeyCredential(connection.RevealSecret()), options),
            CredentialKind.AccessToken => new FaceClient(connection.Endpoint, new FixedTokenCredential(connection.RevealSecret()), options),
            _ => new FaceClient(connection.Endpoint, new DefaultAzureCredential(), options),
        };
    }

    /// <summary>Called by the loader, across the boundary of the load contexts.</summary>
    public static IFaceService Create(FaceConnection connection) => new FaceService(connection);

    public async Task<IReadOnlyList<DetectedFace>> DetectAsync(PictureSource picture, DetectionRequest request, CallCount calls, IRequestLog log, CancellationToken cancellationToken)
    {
        FaceDetectionModel detectionModel = request.DetectionModel;
        FaceRecognitionModel recognitionModel = request.RecognitionModel;
        FaceAttributeType[]? attributes = request.Attributes.Count == 0 ? null : [.. request.Attributes.Select(DetectedFaceMapping.ToWire)];
        bool? landmarks = request.Landmarks ? true : null;
        bool? returnRecognitionModel = request.ReturnFaceId ? true : null;
        int? timeToLive = request.FaceIdTimeToLive is { } time ? (int)time.TotalSeconds : null;
        Response<IReadOnlyList<FaceDetectionResult>> response;
        if (picture.Uri is { } uri)
        {
            response = await SendAsync(() => _client.DetectAsync(uri, detectionModel, recognitionModel, request.ReturnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, cancellationToken), picture.Name, calls, log, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var content = BinaryData.FromBytes(await picture.ReadAsync(cancellationToken).ConfigureAwait(false));
            response = await SendAsync(() => _client.DetectAsync(content, detectionModel, recognitionModel, request.ReturnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, cancellationToken), picture.Name, calls, log, cancellationToken).ConfigureAwait(false);
        }

        return DetectedFaceMapping.ToFaces(response.Value, picture.Name, request);
    }

    public TimeSpan WaitingForQuota => _limiter.Waiting;

    public void StartAt(double requestsPerSecond) => _limiter.StartAt(requestsPerSecond);

    public async Task CheckAsync(IRequestLog log, CancellationToken cancellationToken)
    {
        // A single byte is no picture. That the service says so shows that it took endpoint, credential and version.
        var nothing = BinaryData.FromBytes(new byte[1]);
        try
        {
            await SendAsync(() => _client.DetectAsync(nothing, FaceDetectionModel.Detection03, FaceRecognitionModel.Recognition04, false, cancellationToken: cancellationToken), "no picture", new CallCount(null), log, cancellationToken).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.Status == 400 && e.ErrorCode is "InvalidImageSize" or "InvalidImage" or "BadArgument")
        {
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> SendAsync<T>(Func<Task<T>> send, string name, CallCount calls, IRequestLog log, CancellationToken cancellationToken)
    {
        try
        {
            using IDisposable scope = HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [RequestStoryPolicy.LogKey] = log, [QuotaPolicy.CountKey] = calls });
            return await send().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw ServiceErrors.Explain(e, _endpoint, name);
        }
    }
}
