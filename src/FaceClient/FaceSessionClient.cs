using Azure.Core;
using Azure.Core.Pipeline;
using ServiceVersion = Azure.AI.Vision.Face.AzureAIVisionFaceClientOptions.ServiceVersion;

namespace Azure.AI.Vision.Face;

/// <summary>Creates liveness sessions and reads what came of them. The shape is that of v1.2 and later, which the previews before it do not speak.</summary>
public class FaceSessionClient
{
    private readonly FaceConnection _connection = null!;
    private readonly SessionRequests _sessions = null!;

    /// <summary>For mocks.</summary>
    protected FaceSessionClient()
    {
    }

    /// <summary>Creates a client that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine.</exception>
    /// <exception cref="NotSupportedException">The version is older than v1.2: its sessions have other routes.</exception>
    public FaceSessionClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceSessionClient(Uri, AzureKeyCredential)" />
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceSessionClient(Uri endpoint, AzureKeyCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options, ServiceVersion.V1_2))
    {
    }

    /// <summary>Creates a client that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http.</exception>
    /// <exception cref="NotSupportedException">The version is older than v1.2: its sessions have other routes.</exception>
    public FaceSessionClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceSessionClient(Uri, TokenCredential)" />
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceSessionClient(Uri endpoint, TokenCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options, ServiceVersion.V1_2))
    {
    }

    private FaceSessionClient(FaceConnection connection)
    {
        _connection = connection;
        _sessions = new SessionRequests(connection.Version);
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _connection.Pipeline;

    /// <summary>Creates a session in which a person's device shows that a living person is there.</summary>
    /// <param name="body">What the session is to be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The session; its token is for the device.</returns>
    /// <exception cref="NotSupportedException">A member of v1.3-preview.1 is set, but an older version is spoken.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<LivenessSession>> CreateLivenessSessionAsync(CreateLivenessSessionContent body, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<LivenessSession>(_sessions.Create(body), cancellationToken);

    /// <inheritdoc cref="CreateLivenessSessionAsync(CreateLivenessSessionContent, CancellationToken)" />
    public virtual Response<LivenessSession> CreateLivenessSession(CreateLivenessSessionContent body, CancellationToken cancellationToken = default) =>
        _connection.Read<LivenessSession>(_sessions.Create(body), cancellationToken);

    /// <summary>Creates a session in which a person's device shows that a living person is there. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: livenessOperationMode, deviceCorrelationId and so on.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> CreateLivenessSessionAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(SessionRequests.Create(content), context);

    /// <inheritdoc cref="CreateLivenessSessionAsync(RequestContent, RequestContext)" />
    public virtual Response CreateLivenessSession(RequestContent content, RequestContext? context = null) =>
        _connection.Send(SessionRequests.Create(content), context);

    /// <summary>Creates a session in which a person's device shows that a living person is there, and the one of a picture.</summary>
    /// <param name="body">What the session is to be, with the picture.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The session; its token is for the device.</returns>
    /// <exception cref="NotSupportedException">A member of v1.3-preview.1 is set, but an older version is spoken.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<LivenessWithVerifySession>> CreateLivenessWithVerifySessionAsync(CreateLivenessWithVerifySessionContent body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        BinaryData verifyImage = await body.ReadVerifyImageAsync(cancellationToken).ConfigureAwait(false);
        return await _connection.ReadAsync<LivenessWithVerifySession>(_sessions.CreateWithVerify(body, verifyImage), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="CreateLivenessWithVerifySessionAsync(CreateLivenessWithVerifySessionContent, CancellationToken)" />
    public virtual Response<LivenessWithVerifySession> CreateLivenessWithVerifySession(CreateLivenessWithVerifySessionContent body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return _connection.Read<LivenessWithVerifySession>(_sessions.CreateWithVerify(body, body.ReadVerifyImage()), cancellationToken);
    }

    /// <summary>Creates a session in which a person's device shows that a living person is there, and the one of a picture. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The multipart body: a part for each field, and verifyImage with a file name.</param>
    /// <param name="contentType">multipart/form-data with its boundary.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> CreateLivenessWithVerifySessionAsync(RequestContent content, string contentType, RequestContext? context = null) =>
        _connection.SendAsync(SessionRequests.CreateWithVerify(content, contentType), context);

    /// <inheritdoc cref="CreateLivenessWithVerifySessionAsync(RequestContent, string, RequestContext)" />
    public virtual Response CreateLivenessWithVerifySession(RequestContent content, string contentType, RequestContext? context = null) =>
        _connection.Send(SessionRequests.CreateWithVerify(content, contentType), context);

    /// <summary>Deletes a session: its token ends to be of use, and its result and picture are gone.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DeleteLivenessSessionAsync(string sessionId, RequestContext? context = null) =>
        _connection.SendAsync(SessionRequests.Delete(sessionId), context);

    /// <inheritdoc cref="DeleteLivenessSessionAsync(string, RequestContext)" />
    public virtual Response DeleteLivenessSession(string sessionId, RequestContext? context = null) =>
        _connection.Send(SessionRequests.Delete(sessionId), context);

    /// <summary>Gets how a session stands and what came of it. The service keeps that for 48 hours.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The session.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<LivenessSession>> GetLivenessSessionResultAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<LivenessSession>(SessionRequests.Get(sessionId), cancellationToken);

    /// <inheritdoc cref="GetLivenessSessionResultAsync(string, CancellationToken)" />
    public virtual Response<LivenessSession> GetLivenessSessionResult(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.Read<LivenessSession>(SessionRequests.Get(sessionId), cancellationToken);

    /// <summary>Gets how a session stands and what came of it. The service keeps that for 48 hours. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetLivenessSessionResultAsync(string sessionId, RequestContext? context) =>
        _connection.SendAsync(SessionRequests.Get(sessionId), context);

    /// <inheritdoc cref="GetLivenessSessionResultAsync(string, RequestContext)" />
    public virtual Response GetLivenessSessionResult(string sessionId, RequestContext? context) =>
        _connection.Send(SessionRequests.Get(sessionId), context);

    /// <summary>Deletes a session: its token ends to be of use, and its result and picture are gone.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DeleteLivenessWithVerifySessionAsync(string sessionId, RequestContext? context = null) =>
        _connection.SendAsync(SessionRequests.DeleteWithVerify(sessionId), context);

    /// <inheritdoc cref="DeleteLivenessWithVerifySessionAsync(string, RequestContext)" />
    public virtual Response DeleteLivenessWithVerifySession(string sessionId, RequestContext? context = null) =>
        _connection.Send(SessionRequests.DeleteWithVerify(sessionId), context);

    /// <summary>Gets how a session stands and what came of it. The service keeps that for 48 hours.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The session.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<LivenessWithVerifySession>> GetLivenessWithVerifySessionResultAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<LivenessWithVerifySession>(SessionRequests.GetWithVerify(sessionId), cancellationToken);

    /// <inheritdoc cref="GetLivenessWithVerifySessionResultAsync(string, CancellationToken)" />
    public virtual Response<LivenessWithVerifySession> GetLivenessWithVerifySessionResult(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.Read<LivenessWithVerifySession>(SessionRequests.GetWithVerify(sessionId), cancellationToken);

    /// <summary>Gets how a session stands and what came of it. The service keeps that for 48 hours. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetLivenessWithVerifySessionResultAsync(string sessionId, RequestContext? context) =>
        _connection.SendAsync(SessionRequests.GetWithVerify(sessionId), context);

    /// <inheritdoc cref="GetLivenessWithVerifySessionResultAsync(string, RequestContext)" />
    public virtual Response GetLivenessWithVerifySessionResult(string sessionId, RequestContext? context) =>
        _connection.Send(SessionRequests.GetWithVerify(sessionId), context);

    /// <summary>Gets the picture of a session, where <c>EnableSessionImage</c> was set.</summary>
    /// <param name="sessionImageId">The picture's id, from the result of an attempt.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The picture's bytes.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<BinaryData>> GetSessionImageAsync(string sessionImageId, CancellationToken cancellationToken = default)
    {
        Response response = await _connection.SendAsync(SessionRequests.Image(sessionImageId), cancellationToken).ConfigureAwait(false);
        return Response.FromValue(response.Content, response);
    }

    /// <inheritdoc cref="GetSessionImageAsync(string, CancellationToken)" />
    public virtual Response<BinaryData> GetSessionImage(string sessionImageId, CancellationToken cancellationToken = default)
    {
        Response response = _connection.Send(SessionRequests.Image(sessionImageId), cancellationToken);
        return Response.FromValue(response.Content, response);
    }

    /// <summary>Gets the picture of a session, where <c>EnableSessionImage</c> was set. Gives what goes over the wire, unread.</summary>
    /// <param name="sessionImageId">The picture's id, from the result of an attempt.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetSessionImageAsync(string sessionImageId, RequestContext? context) =>
        _connection.SendAsync(SessionRequests.Image(sessionImageId), context);

    /// <inheritdoc cref="GetSessionImageAsync(string, RequestContext)" />
    public virtual Response GetSessionImage(string sessionImageId, RequestContext? context) =>
        _connection.Send(SessionRequests.Image(sessionImageId), context);

    /// <summary>Finds the faces in the picture of a session.</summary>
    /// <param name="sessionImageId">The picture's id, from the result of an attempt.</param>
    /// <param name="detectionModel">The network that finds faces. The service's default is detection_01.</param>
    /// <param name="recognitionModel">The network that describes a face. The service's default is recognition_01.</param>
    /// <param name="returnFaceId">Whether to return ids; needs Microsoft's approval of the resource. The service's default is true.</param>
    /// <param name="returnFaceAttributes">What to measure.</param>
    /// <param name="returnFaceLandmarks">Whether to return 27 points of each face.</param>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name.</param>
    /// <param name="faceIdTimeToLive">How long an id lives, in seconds: 60 to 86400 (the service's default).</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The faces, largest first; none is no error.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectFromSessionImageAsync(string sessionImageId, FaceDetectionModel? detectionModel = null, FaceRecognitionModel? recognitionModel = null, bool? returnFaceId = null, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceDetectionResult>(DetectRequests.SessionImage(sessionImageId, new DetectQuery(detectionModel?.ToString(), recognitionModel?.ToString(), returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), cancellationToken);

    /// <inheritdoc cref="DetectFromSessionImageAsync(string, FaceDetectionModel?, FaceRecognitionModel?, bool?, IEnumerable{FaceAttributeType}, bool?, bool?, int?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceDetectionResult>> DetectFromSessionImage(string sessionImageId, FaceDetectionModel? detectionModel = null, FaceRecognitionModel? recognitionModel = null, bool? returnFaceId = null, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceDetectionResult>(DetectRequests.SessionImage(sessionImageId, new DetectQuery(detectionModel?.ToString(), recognitionModel?.ToString(), returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), cancellationToken);

    /// <summary>Finds the faces in the picture of a session. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: sessionImageId.</param>
    /// <param name="detectionModel">The network that finds faces. The service's default is detection_01.</param>
    /// <param name="recognitionModel">The network that describes a face. The service's default is recognition_01.</param>
    /// <param name="returnFaceId">Whether to return ids; needs Microsoft's approval of the resource. The service's default is true.</param>
    /// <param name="returnFaceAttributes">What to measure.</param>
    /// <param name="returnFaceLandmarks">Whether to return 27 points of each face.</param>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name.</param>
    /// <param name="faceIdTimeToLive">How long an id lives, in seconds: 60 to 86400 (the service's default).</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DetectFromSessionImageAsync(RequestContent content, string? detectionModel = null, string? recognitionModel = null, bool? returnFaceId = null, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, RequestContext? context = null) =>
        _connection.SendAsync(DetectRequests.SessionImage(content, new DetectQuery(detectionModel, recognitionModel, returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), context);

    /// <inheritdoc cref="DetectFromSessionImageAsync(RequestContent, string, string, bool?, IEnumerable{FaceAttributeType}, bool?, bool?, int?, RequestContext)" />
    public virtual Response DetectFromSessionImage(RequestContent content, string? detectionModel = null, string? recognitionModel = null, bool? returnFaceId = null, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, RequestContext? context = null) =>
        _connection.Send(DetectRequests.SessionImage(content, new DetectQuery(detectionModel, recognitionModel, returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), context);
}
