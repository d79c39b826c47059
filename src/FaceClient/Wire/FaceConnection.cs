using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using ServiceVersion = Azure.AI.Vision.Face.AzureAIVisionFaceClientOptions.ServiceVersion;

namespace Azure.AI.Vision.Face;

/// <summary>The way to a resource that its clients share: endpoint, version and pipeline.</summary>
internal sealed class FaceConnection
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly string _versionName;

    /// <param name="endpoint">Where the resource is.</param>
    /// <param name="credential">Its key.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    /// <param name="oldest">The oldest version that has what the client asks for.</param>
    public FaceConnection(Uri endpoint, AzureKeyCredential credential, AzureAIVisionFaceClientOptions? options, ServiceVersion oldest = ServiceVersion.V1_1_Preview_1)
        : this(endpoint, options, oldest, new KeyAuthenticationPolicy(credential))
    {
    }

    public FaceConnection(Uri endpoint, TokenCredential credential, AzureAIVisionFaceClientOptions? options, ServiceVersion oldest = ServiceVersion.V1_1_Preview_1)
        : this(FaceEndpoint.ForToken(endpoint), options, oldest, new BearerTokenAuthenticationPolicy(credential ?? throw new ArgumentNullException(nameof(credential)), Scope))
    {
    }

    private FaceConnection(Uri endpoint, AzureAIVisionFaceClientOptions? options, ServiceVersion oldest, HttpPipelinePolicy authentication)
    {
        options ??= new AzureAIVisionFaceClientOptions();
        Endpoint = FaceEndpoint.Normalize(endpoint);
        Version = options.Requested >= oldest ? options.Requested : throw new NotSupportedException($"The service version {options.Requested} has not what this client asks for: {oldest} or newer has.");
        _versionName = options.Version;
        var pipeline = new HttpPipelineOptions(options)
        {
            ResponseClassifier = new SuccessClassifier(),
            RequestFailedDetailsParser = new FaceErrorParser(),
        };
        pipeline.PerRetryPolicies.Add(authentication);
        Pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public Uri Endpoint { get; }

    public ServiceVersion Version { get; }

    public HttpPipeline Pipeline { get; }

    /// <summary>Sends and gives the answer as it is; an error is thrown unless <paramref name="context"/> says otherwise.</summary>
    public Response Send(FaceRequest request, RequestContext? context)
    {
        using HttpMessage message = CreateMessage(request, context);
        Pipeline.Send(message, context?.CancellationToken ?? CancellationToken.None);
        return Check(message.Response, context);
    }

    /// <inheritdoc cref="Send(FaceRequest, RequestContext?)" />
    public async Task<Response> SendAsync(FaceRequest request, RequestContext? context)
    {
        using HttpMessage message = CreateMessage(request, context);
        await Pipeline.SendAsync(message, context?.CancellationToken ?? CancellationToken.None).ConfigureAwait(false);
        return Check(message.Response, context);
    }

    public Response Send(FaceRequest request, CancellationToken cancellationToken)
    {
        using HttpMessage message = CreateMessage(request, null);
        Pipeline.Send(message, cancellationToken);
        return Check(message.Response, null);
    }

    public async Task<Response> SendAsync(FaceRequest request, CancellationToken cancellationToken)
    {
        using HttpMessage message = CreateMessage(request, null);
        await Pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Check(message.Response, null);
    }

    public Response<T> Read<T>(FaceRequest request, CancellationToken cancellationToken)
        where T : class, IFaceModel<T> => Model<T>(Send(request, cancellationToken));

    public async Task<Response<T>> ReadAsync<T>(FaceRequest request, CancellationToken cancellationToken)
        where T : class, IFaceModel<T> => Model<T>(await SendAsync(request, cancellationToken).ConfigureAwait(false));

    public Response<IReadOnlyList<T>> ReadList<T>(FaceRequest request, CancellationToken cancellationToken)
        where T : class, IFaceModel<T> => Models<T>(Send(request, cancellationToken));

    public async Task<Response<IReadOnlyList<T>>> ReadListAsync<T>(FaceRequest request, CancellationToken cancellationToken)
        where T : class, IFaceModel<T> => Models<T>(await SendAsync(request, cancellationToken).ConfigureAwait(false));

    private static Response<T> Model<T>(Response response)
        where T : class, IFaceModel<T>
    {
        using JsonDocument document = JsonDocument.Parse(response.Content);
        return Response.FromValue(T.Read(document.RootElement), response);
    }

    private static Response<IReadOnlyList<T>> Models<T>(Response response)
        where T : class, IFaceModel<T>
    {
        using JsonDocument document = JsonDocument.Parse(response.Content);
        return Response.FromValue(document.RootElement.ReadList<T>(), response);
    }

    private static Response Check(Response response, RequestContext? context) =>
        response.IsError && context?.ErrorOptions != ErrorOptions.NoThrow ? throw new RequestFailedException(response) : response;

    private HttpMessage CreateMessage(FaceRequest request, RequestContext? context)
    {
        HttpMessage message = Pipeline.CreateMessage(context);
        request.Fill(message.Request, Endpoint, _versionName);
        return message;
    }
}
