using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.Vision.Face;

/// <summary>Detects faces and compares them. Names, parameter order and defaults are those of the package Azure.AI.Vision.Face.</summary>
public class FaceClient
{
    private readonly FaceConnection _connection = null!;

    /// <summary>For mocks.</summary>
    protected FaceClient()
    {
    }

    /// <summary>Creates a client that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine.</exception>
    public FaceClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceClient(Uri, AzureKeyCredential)" />
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceClient(Uri endpoint, AzureKeyCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options))
    {
    }

    /// <summary>Creates a client that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http.</exception>
    public FaceClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceClient(Uri, TokenCredential)" />
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceClient(Uri endpoint, TokenCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options))
    {
    }

    private FaceClient(FaceConnection connection)
    {
        _connection = connection;
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _connection.Pipeline;

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
    public virtual Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectAsync(BinaryData imageContent, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceDetectionResult>(DetectRequests.Picture(imageContent, new DetectQuery(detectionModel.ToString(), recognitionModel.ToString(), returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), cancellationToken);

    /// <inheritdoc cref="DetectAsync(BinaryData, FaceDetectionModel, FaceRecognitionModel, bool, IEnumerable{FaceAttributeType}, bool?, bool?, int?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceDetectionResult>> Detect(BinaryData imageContent, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceDetectionResult>(DetectRequests.Picture(imageContent, new DetectQuery(detectionModel.ToString(), recognitionModel.ToString(), returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), cancellationToken);

    /// <summary>Finds the faces in a picture that is streamed, not held in memory.</summary>
    /// <param name="imageContent">JPEG, PNG, GIF or BMP, from 1 KB to 6 MB. A request that is tried again writes it again.</param>
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
    public virtual Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectAsync(RequestContent imageContent, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceDetectionResult>(DetectRequests.Picture(imageContent, new DetectQuery(detectionModel.ToString(), recognitionModel.ToString(), returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), cancellationToken);

    /// <inheritdoc cref="DetectAsync(RequestContent, FaceDetectionModel, FaceRecognitionModel, bool, IEnumerable{FaceAttributeType}, bool?, bool?, int?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceDetectionResult>> Detect(RequestContent imageContent, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceDetectionResult>(DetectRequests.Picture(imageContent, new DetectQuery(detectionModel.ToString(), recognitionModel.ToString(), returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), cancellationToken);

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
    public virtual Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectAsync(Uri url, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceDetectionResult>(DetectRequests.Url(url, new DetectQuery(detectionModel.ToString(), recognitionModel.ToString(), returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), cancellationToken);

    /// <inheritdoc cref="DetectAsync(Uri, FaceDetectionModel, FaceRecognitionModel, bool, IEnumerable{FaceAttributeType}, bool?, bool?, int?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceDetectionResult>> Detect(Uri url, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? returnFaceAttributes = null, bool? returnFaceLandmarks = null, bool? returnRecognitionModel = null, int? faceIdTimeToLive = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceDetectionResult>(DetectRequests.Url(url, new DetectQuery(detectionModel.ToString(), recognitionModel.ToString(), returnFaceId, returnFaceAttributes, returnFaceLandmarks, returnRecognitionModel, faceIdTimeToLive)), cancellationToken);

    /// <summary>Finds, among faces, those that resemble a face, most alike first.</summary>
    /// <param name="faceId">The face to look for, as detection gave it.</param>
    /// <param name="faceIds">The faces to look among, 1 to 1000, as detection gave them. All by one recognition model.</param>
    /// <param name="maxNumOfCandidatesReturned">How many at most: 1 to 1000. The service's default is 20.</param>
    /// <param name="mode">Only the same person's faces (the service's default), or the most alike.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The faces; <see cref="FaceFindSimilarResult.FaceId"/> is set.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<FaceFindSimilarResult>>> FindSimilarAsync(Guid faceId, IEnumerable<Guid> faceIds, int? maxNumOfCandidatesReturned = null, FindSimilarMatchMode? mode = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceFindSimilarResult>(RecognitionRequests.FindSimilar(faceId, faceIds, maxNumOfCandidatesReturned, mode), cancellationToken);

    /// <inheritdoc cref="FindSimilarAsync(Guid, IEnumerable{Guid}, int?, FindSimilarMatchMode?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceFindSimilarResult>> FindSimilar(Guid faceId, IEnumerable<Guid> faceIds, int? maxNumOfCandidatesReturned = null, FindSimilarMatchMode? mode = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceFindSimilarResult>(RecognitionRequests.FindSimilar(faceId, faceIds, maxNumOfCandidatesReturned, mode), cancellationToken);

    /// <summary>Finds, among faces, those that resemble a face, most alike first. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: faceId, faceIds, maxNumOfCandidatesReturned, mode.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> FindSimilarAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(RecognitionRequests.FindSimilar(content), context);

    /// <inheritdoc cref="FindSimilarAsync(RequestContent, RequestContext)" />
    public virtual Response FindSimilar(RequestContent content, RequestContext? context = null) =>
        _connection.Send(RecognitionRequests.FindSimilar(content), context);

    /// <summary>Finds the faces of a large face list that resemble a face, most alike first.</summary>
    /// <param name="faceId">The face to look for, as detection gave it.</param>
    /// <param name="largeFaceListId">The list; it has to be trained.</param>
    /// <param name="maxNumOfCandidatesReturned">How many at most: 1 to 1000. The service's default is 20.</param>
    /// <param name="mode">Only the same person's faces (the service's default), or the most alike.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The faces; <see cref="FaceFindSimilarResult.PersistedFaceId"/> is set.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<FaceFindSimilarResult>>> FindSimilarFromLargeFaceListAsync(Guid faceId, string largeFaceListId, int? maxNumOfCandidatesReturned = null, FindSimilarMatchMode? mode = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceFindSimilarResult>(RecognitionRequests.FindSimilarInList(faceId, "largeFaceListId", largeFaceListId, maxNumOfCandidatesReturned, mode), cancellationToken);

    /// <inheritdoc cref="FindSimilarFromLargeFaceListAsync(Guid, string, int?, FindSimilarMatchMode?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceFindSimilarResult>> FindSimilarFromLargeFaceList(Guid faceId, string largeFaceListId, int? maxNumOfCandidatesReturned = null, FindSimilarMatchMode? mode = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceFindSimilarResult>(RecognitionRequests.FindSimilarInList(faceId, "largeFaceListId", largeFaceListId, maxNumOfCandidatesReturned, mode), cancellationToken);

    /// <summary>Finds the faces of a large face list that resemble a face, most alike first. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: faceId, largeFaceListId, maxNumOfCandidatesReturned, mode.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> FindSimilarFromLargeFaceListAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(RecognitionRequests.FindSimilar(content), context);

    /// <inheritdoc cref="FindSimilarFromLargeFaceListAsync(RequestContent, RequestContext)" />
    public virtual Response FindSimilarFromLargeFaceList(RequestContent content, RequestContext? context = null) =>
        _connection.Send(RecognitionRequests.FindSimilar(content), context);

    /// <summary>Sorts faces by who they may be.</summary>
    /// <param name="faceIds">The faces, 2 to 1000, as detection gave them. All by one recognition model.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Groups of faces that may be one person's, and those that resemble no other.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<FaceGroupingResult>> GroupAsync(IEnumerable<Guid> faceIds, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<FaceGroupingResult>(RecognitionRequests.Group(faceIds), cancellationToken);

    /// <inheritdoc cref="GroupAsync(IEnumerable{Guid}, CancellationToken)" />
    public virtual Response<FaceGroupingResult> Group(IEnumerable<Guid> faceIds, CancellationToken cancellationToken = default) =>
        _connection.Read<FaceGroupingResult>(RecognitionRequests.Group(faceIds), cancellationToken);

    /// <summary>Sorts faces by who they may be. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: faceIds.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GroupAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(RecognitionRequests.Group(content), context);

    /// <inheritdoc cref="GroupAsync(RequestContent, RequestContext)" />
    public virtual Response Group(RequestContent content, RequestContext? context = null) =>
        _connection.Send(RecognitionRequests.Group(content), context);

    /// <summary>Finds who of a large person group faces may be.</summary>
    /// <param name="faceIds">The faces in question, 1 to 10, as detection gave them.</param>
    /// <param name="largePersonGroupId">The group; it has to be trained.</param>
    /// <param name="maxNumOfCandidatesReturned">How many persons a face at most: 1 to 100. The service's default is 10.</param>
    /// <param name="confidenceThreshold">How sure at least, 0 to 1; the service's own threshold unless said otherwise.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>For each face who it may be, best first.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<FaceIdentificationResult>>> IdentifyFromLargePersonGroupAsync(IEnumerable<Guid> faceIds, string largePersonGroupId, int? maxNumOfCandidatesReturned = null, float? confidenceThreshold = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceIdentificationResult>(RecognitionRequests.IdentifyInGroup(faceIds, "largePersonGroupId", largePersonGroupId, maxNumOfCandidatesReturned, confidenceThreshold), cancellationToken);

    /// <inheritdoc cref="IdentifyFromLargePersonGroupAsync(IEnumerable{Guid}, string, int?, float?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceIdentificationResult>> IdentifyFromLargePersonGroup(IEnumerable<Guid> faceIds, string largePersonGroupId, int? maxNumOfCandidatesReturned = null, float? confidenceThreshold = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceIdentificationResult>(RecognitionRequests.IdentifyInGroup(faceIds, "largePersonGroupId", largePersonGroupId, maxNumOfCandidatesReturned, confidenceThreshold), cancellationToken);

    /// <summary>Finds who of a large person group faces may be. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: faceIds, largePersonGroupId, maxNumOfCandidatesReturned, confidenceThreshold.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> IdentifyFromLargePersonGroupAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(RecognitionRequests.Identify(content), context);

    /// <inheritdoc cref="IdentifyFromLargePersonGroupAsync(RequestContent, RequestContext)" />
    public virtual Response IdentifyFromLargePersonGroup(RequestContent content, RequestContext? context = null) =>
        _connection.Send(RecognitionRequests.Identify(content), context);

    /// <summary>Decides whether two faces are one person's.</summary>
    /// <param name="faceId1">One face, as detection gave it.</param>
    /// <param name="faceId2">The other face, by the same recognition model.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Whether they are, and how sure that is.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<FaceVerificationResult>> VerifyFaceToFaceAsync(Guid faceId1, Guid faceId2, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<FaceVerificationResult>(RecognitionRequests.VerifyFaces(faceId1, faceId2), cancellationToken);

    /// <inheritdoc cref="VerifyFaceToFaceAsync(Guid, Guid, CancellationToken)" />
    public virtual Response<FaceVerificationResult> VerifyFaceToFace(Guid faceId1, Guid faceId2, CancellationToken cancellationToken = default) =>
        _connection.Read<FaceVerificationResult>(RecognitionRequests.VerifyFaces(faceId1, faceId2), cancellationToken);

    /// <summary>Decides whether two faces are one person's. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: faceId1, faceId2.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> VerifyFaceToFaceAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(RecognitionRequests.Verify(content), context);

    /// <inheritdoc cref="VerifyFaceToFaceAsync(RequestContent, RequestContext)" />
    public virtual Response VerifyFaceToFace(RequestContent content, RequestContext? context = null) =>
        _connection.Send(RecognitionRequests.Verify(content), context);

    /// <summary>Decides whether a face is a person of a large person group.</summary>
    /// <param name="faceId">The face, as detection gave it.</param>
    /// <param name="largePersonGroupId">The group.</param>
    /// <param name="personId">Who it is said to be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Whether it is, and how sure that is.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<FaceVerificationResult>> VerifyFromLargePersonGroupAsync(Guid faceId, string largePersonGroupId, Guid personId, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<FaceVerificationResult>(RecognitionRequests.VerifyInGroup(faceId, "largePersonGroupId", largePersonGroupId, personId), cancellationToken);

    /// <inheritdoc cref="VerifyFromLargePersonGroupAsync(Guid, string, Guid, CancellationToken)" />
    public virtual Response<FaceVerificationResult> VerifyFromLargePersonGroup(Guid faceId, string largePersonGroupId, Guid personId, CancellationToken cancellationToken = default) =>
        _connection.Read<FaceVerificationResult>(RecognitionRequests.VerifyInGroup(faceId, "largePersonGroupId", largePersonGroupId, personId), cancellationToken);

    /// <summary>Decides whether a face is a person of a large person group. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: faceId, largePersonGroupId, personId.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> VerifyFromLargePersonGroupAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(RecognitionRequests.Verify(content), context);

    /// <inheritdoc cref="VerifyFromLargePersonGroupAsync(RequestContent, RequestContext)" />
    public virtual Response VerifyFromLargePersonGroup(RequestContent content, RequestContext? context = null) =>
        _connection.Send(RecognitionRequests.Verify(content), context);
}
