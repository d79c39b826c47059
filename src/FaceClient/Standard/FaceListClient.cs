using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.Vision.Face;

/// <summary>A small list of faces, by its id: up to 1000 faces to find similar ones in, without training.</summary>
/// <remarks>An addition: the package Azure.AI.Vision.Face has no such client. The service has no routes for single faces of a small list, nor for training one.</remarks>
public class FaceListClient
{
    private readonly FaceConnection _connection = null!;
    private readonly CollectionRequests _list = null!;

    /// <summary>For mocks.</summary>
    protected FaceListClient()
    {
    }

    /// <summary>Creates a client of one face list that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="faceListId">The id of the face list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine; or the id is empty, "." or "..".</exception>
    public FaceListClient(Uri endpoint, AzureKeyCredential credential, string faceListId)
        : this(endpoint, credential, faceListId, null)
    {
    }

    /// <inheritdoc cref="FaceListClient(Uri, AzureKeyCredential, string)" />
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="faceListId">The id of the face list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceListClient(Uri endpoint, AzureKeyCredential credential, string faceListId, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options), faceListId)
    {
    }

    /// <summary>Creates a client of one face list that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="faceListId">The id of the face list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http; or the id is empty, "." or "..".</exception>
    public FaceListClient(Uri endpoint, TokenCredential credential, string faceListId)
        : this(endpoint, credential, faceListId, null)
    {
    }

    /// <inheritdoc cref="FaceListClient(Uri, TokenCredential, string)" />
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="faceListId">The id of the face list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceListClient(Uri endpoint, TokenCredential credential, string faceListId, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options), faceListId)
    {
    }

    internal FaceListClient(FaceConnection connection, string faceListId)
    {
        _connection = connection;
        _list = new CollectionRequests("/facelists", faceListId, nameof(faceListId));
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _connection.Pipeline;

    /// <summary>Creates the face list. One that exists is not overwritten.</summary>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What to keep with it, up to 16 384 characters.</param>
    /// <param name="recognitionModel">The network that describes its faces, for ever. The service's default is recognition_01; recognition_04 is the best.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> CreateAsync(string name, string? userData = null, FaceRecognitionModel? recognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(_list.Create(name, userData, recognitionModel), cancellationToken);

    /// <inheritdoc cref="CreateAsync(string, string, FaceRecognitionModel?, CancellationToken)" />
    public virtual Response Create(string name, string? userData = null, FaceRecognitionModel? recognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.Send(_list.Create(name, userData, recognitionModel), cancellationToken);

    /// <summary>Creates the face list. One that exists is not overwritten. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: name, userData, recognitionModel.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> CreateAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_list.Create(content), context);

    /// <inheritdoc cref="CreateAsync(RequestContent, RequestContext)" />
    public virtual Response Create(RequestContent content, RequestContext? context = null) =>
        _connection.Send(_list.Create(content), context);

    /// <summary>Deletes the face list and everything in it.</summary>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DeleteAsync(RequestContext? context = null) =>
        _connection.SendAsync(_list.Delete(), context);

    /// <inheritdoc cref="DeleteAsync(RequestContext)" />
    public virtual Response Delete(RequestContext? context = null) =>
        _connection.Send(_list.Delete(), context);

    /// <summary>Gets the face list.</summary>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The face list.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<FaceList>> GetFaceListAsync(bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<FaceList>(_list.Get(returnRecognitionModel), cancellationToken);

    /// <inheritdoc cref="GetFaceListAsync(bool?, CancellationToken)" />
    public virtual Response<FaceList> GetFaceList(bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.Read<FaceList>(_list.Get(returnRecognitionModel), cancellationToken);

    /// <summary>Gets the face list. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetFaceListAsync(bool? returnRecognitionModel, RequestContext? context) =>
        _connection.SendAsync(_list.Get(returnRecognitionModel), context);

    /// <inheritdoc cref="GetFaceListAsync(bool?, RequestContext)" />
    public virtual Response GetFaceList(bool? returnRecognitionModel, RequestContext? context) =>
        _connection.Send(_list.Get(returnRecognitionModel), context);

    /// <summary>Gets all the resource's face lists, without their faces; this client's own id plays no part.</summary>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The lists, in the order of their ids.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<FaceList>>> GetFaceListsAsync(bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceList>(_list.All(returnRecognitionModel), cancellationToken);

    /// <inheritdoc cref="GetFaceListsAsync(bool?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceList>> GetFaceLists(bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceList>(_list.All(returnRecognitionModel), cancellationToken);

    /// <summary>Gets all the resource's face lists, without their faces; this client's own id plays no part. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetFaceListsAsync(bool? returnRecognitionModel, RequestContext? context) =>
        _connection.SendAsync(_list.All(returnRecognitionModel), context);

    /// <inheritdoc cref="GetFaceListsAsync(bool?, RequestContext)" />
    public virtual Response GetFaceLists(bool? returnRecognitionModel, RequestContext? context) =>
        _connection.Send(_list.All(returnRecognitionModel), context);

    /// <summary>Changes the face list's name, user data or both. What is left out stays.</summary>
    /// <param name="content">The JSON body: name, userData.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> UpdateAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_list.Update(content), context);

    /// <inheritdoc cref="UpdateAsync(RequestContent, RequestContext)" />
    public virtual Response Update(RequestContent content, RequestContext? context = null) =>
        _connection.Send(_list.Update(content), context);

    /// <summary>Adds the face in a picture to the list. It counts at once.</summary>
    /// <param name="imageContent">JPEG, PNG, GIF or BMP, from 1 KB to 6 MB.</param>
    /// <param name="targetFace">Left, top, width and height, in pixels, of the face meant. Without it the picture has to hold exactly one face.</param>
    /// <param name="detectionModel">The network that finds the face. The service's default is detection_01.</param>
    /// <param name="userData">What to keep with the face, up to 1024 characters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The id of the face.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<AddFaceResult>> AddFaceAsync(BinaryData imageContent, IEnumerable<int>? targetFace = null, FaceDetectionModel? detectionModel = null, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<AddFaceResult>(_list.AddFace(null, imageContent, targetFace, detectionModel?.ToString(), userData), cancellationToken);

    /// <inheritdoc cref="AddFaceAsync(BinaryData, IEnumerable{int}, FaceDetectionModel?, string, CancellationToken)" />
    public virtual Response<AddFaceResult> AddFace(BinaryData imageContent, IEnumerable<int>? targetFace = null, FaceDetectionModel? detectionModel = null, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.Read<AddFaceResult>(_list.AddFace(null, imageContent, targetFace, detectionModel?.ToString(), userData), cancellationToken);

    /// <summary>Adds the face in a picture that the service itself downloads to the list. It counts at once.</summary>
    /// <param name="uri">An absolute address that the service can reach.</param>
    /// <param name="targetFace">Left, top, width and height, in pixels, of the face meant. Without it the picture has to hold exactly one face.</param>
    /// <param name="detectionModel">The network that finds the face. The service's default is detection_01.</param>
    /// <param name="userData">What to keep with the face, up to 1024 characters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The id of the face.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<AddFaceResult>> AddFaceAsync(Uri uri, IEnumerable<int>? targetFace = null, FaceDetectionModel? detectionModel = null, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<AddFaceResult>(_list.AddFace(null, uri, targetFace, detectionModel?.ToString(), userData), cancellationToken);

    /// <inheritdoc cref="AddFaceAsync(Uri, IEnumerable{int}, FaceDetectionModel?, string, CancellationToken)" />
    public virtual Response<AddFaceResult> AddFace(Uri uri, IEnumerable<int>? targetFace = null, FaceDetectionModel? detectionModel = null, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.Read<AddFaceResult>(_list.AddFace(null, uri, targetFace, detectionModel?.ToString(), userData), cancellationToken);

    /// <summary>Adds the face in a picture to the list. It counts at once. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The picture's bytes: JPEG, PNG, GIF or BMP, from 1 KB to 6 MB.</param>
    /// <param name="targetFace">Left, top, width and height, in pixels, of the face meant. Without it the picture has to hold exactly one face.</param>
    /// <param name="detectionModel">The network that finds the face. The service's default is detection_01.</param>
    /// <param name="userData">What to keep with the face, up to 1024 characters.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> AddFaceAsync(RequestContent content, IEnumerable<int>? targetFace = null, string? detectionModel = null, string? userData = null, RequestContext? context = null) =>
        _connection.SendAsync(_list.AddFace(null, content, targetFace, detectionModel, userData), context);

    /// <inheritdoc cref="AddFaceAsync(RequestContent, IEnumerable{int}, string, string, RequestContext)" />
    public virtual Response AddFace(RequestContent content, IEnumerable<int>? targetFace = null, string? detectionModel = null, string? userData = null, RequestContext? context = null) =>
        _connection.Send(_list.AddFace(null, content, targetFace, detectionModel, userData), context);

    /// <summary>Deletes a face.</summary>
    /// <param name="persistedFaceId">The face.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DeleteFaceAsync(Guid persistedFaceId, RequestContext? context = null) =>
        _connection.SendAsync(_list.DeleteFace(null, persistedFaceId), context);

    /// <inheritdoc cref="DeleteFaceAsync(Guid, RequestContext)" />
    public virtual Response DeleteFace(Guid persistedFaceId, RequestContext? context = null) =>
        _connection.Send(_list.DeleteFace(null, persistedFaceId), context);

    /// <summary>Finds the faces of this list that resemble a face, most alike first.</summary>
    /// <param name="faceId">The face to look for, as detection gave it.</param>
    /// <param name="maxNumOfCandidatesReturned">How many at most: 1 to 1000. The service's default is 20.</param>
    /// <param name="mode">Only the same person's faces (the service's default), or the most alike.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The faces; <see cref="FaceFindSimilarResult.PersistedFaceId"/> is set.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<FaceFindSimilarResult>>> FindSimilarAsync(Guid faceId, int? maxNumOfCandidatesReturned = null, FindSimilarMatchMode? mode = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<FaceFindSimilarResult>(RecognitionRequests.FindSimilarInList(faceId, "faceListId", _list.Id, maxNumOfCandidatesReturned, mode), cancellationToken);

    /// <inheritdoc cref="FindSimilarAsync(Guid, int?, FindSimilarMatchMode?, CancellationToken)" />
    public virtual Response<IReadOnlyList<FaceFindSimilarResult>> FindSimilar(Guid faceId, int? maxNumOfCandidatesReturned = null, FindSimilarMatchMode? mode = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<FaceFindSimilarResult>(RecognitionRequests.FindSimilarInList(faceId, "faceListId", _list.Id, maxNumOfCandidatesReturned, mode), cancellationToken);
}
