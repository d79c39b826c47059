using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.Vision.Face;

/// <summary>A large list of faces, by its id: up to a million faces to find similar ones in.</summary>
public class LargeFaceListClient
{
    private readonly FaceConnection _connection = null!;
    private readonly CollectionRequests _list = null!;

    /// <summary>For mocks.</summary>
    protected LargeFaceListClient()
    {
    }

    /// <summary>Creates a client of one large face list that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="largeFaceListId">The id of the large face list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine; or the id is empty, "." or "..".</exception>
    public LargeFaceListClient(Uri endpoint, AzureKeyCredential credential, string largeFaceListId)
        : this(endpoint, credential, largeFaceListId, null)
    {
    }

    /// <inheritdoc cref="LargeFaceListClient(Uri, AzureKeyCredential, string)" />
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="largeFaceListId">The id of the large face list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public LargeFaceListClient(Uri endpoint, AzureKeyCredential credential, string largeFaceListId, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options), largeFaceListId)
    {
    }

    /// <summary>Creates a client of one large face list that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="largeFaceListId">The id of the large face list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http; or the id is empty, "." or "..".</exception>
    public LargeFaceListClient(Uri endpoint, TokenCredential credential, string largeFaceListId)
        : this(endpoint, credential, largeFaceListId, null)
    {
    }

    /// <inheritdoc cref="LargeFaceListClient(Uri, TokenCredential, string)" />
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="largeFaceListId">The id of the large face list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public LargeFaceListClient(Uri endpoint, TokenCredential credential, string largeFaceListId, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options), largeFaceListId)
    {
    }

    internal LargeFaceListClient(FaceConnection connection, string largeFaceListId)
    {
        _connection = connection;
        _list = new CollectionRequests("/largefacelists", largeFaceListId, nameof(largeFaceListId));
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _connection.Pipeline;

    /// <summary>Creates the large face list. One that exists is not overwritten.</summary>
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

    /// <summary>Creates the large face list. One that exists is not overwritten. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: name, userData, recognitionModel.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> CreateAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_list.Create(content), context);

    /// <inheritdoc cref="CreateAsync(RequestContent, RequestContext)" />
    public virtual Response Create(RequestContent content, RequestContext? context = null) =>
        _connection.Send(_list.Create(content), context);

    /// <summary>Deletes the large face list and everything in it.</summary>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DeleteAsync(RequestContext? context = null) =>
        _connection.SendAsync(_list.Delete(), context);

    /// <inheritdoc cref="DeleteAsync(RequestContext)" />
    public virtual Response Delete(RequestContext? context = null) =>
        _connection.Send(_list.Delete(), context);

    /// <summary>Gets the large face list.</summary>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The large face list.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<LargeFaceList>> GetLargeFaceListAsync(bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<LargeFaceList>(_list.Get(returnRecognitionModel), cancellationToken);

    /// <inheritdoc cref="GetLargeFaceListAsync(bool?, CancellationToken)" />
    public virtual Response<LargeFaceList> GetLargeFaceList(bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.Read<LargeFaceList>(_list.Get(returnRecognitionModel), cancellationToken);

    /// <summary>Gets the large face list. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetLargeFaceListAsync(bool? returnRecognitionModel, RequestContext? context) =>
        _connection.SendAsync(_list.Get(returnRecognitionModel), context);

    /// <inheritdoc cref="GetLargeFaceListAsync(bool?, RequestContext)" />
    public virtual Response GetLargeFaceList(bool? returnRecognitionModel, RequestContext? context) =>
        _connection.Send(_list.Get(returnRecognitionModel), context);

    /// <summary>Gets a page of all the resource's large face lists, in the order of their ids; this client's own id plays no part. The next page begins after the last id.</summary>
    /// <param name="start">The id to begin after, up to 64 characters; null begins at the first.</param>
    /// <param name="top">How many at most: 1 to 1000, the service's default.</param>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A page; empty at the end.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<LargeFaceList>>> GetLargeFaceListsAsync(string? start = null, int? top = null, bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<LargeFaceList>(_list.All(start, top, returnRecognitionModel), cancellationToken);

    /// <inheritdoc cref="GetLargeFaceListsAsync(string, int?, bool?, CancellationToken)" />
    public virtual Response<IReadOnlyList<LargeFaceList>> GetLargeFaceLists(string? start = null, int? top = null, bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<LargeFaceList>(_list.All(start, top, returnRecognitionModel), cancellationToken);

    /// <summary>Gets a page of all the resource's large face lists, in the order of their ids; this client's own id plays no part. The next page begins after the last id. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="start">The id to begin after, up to 64 characters; null begins at the first.</param>
    /// <param name="top">How many at most: 1 to 1000, the service's default.</param>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetLargeFaceListsAsync(string? start, int? top, bool? returnRecognitionModel, RequestContext? context) =>
        _connection.SendAsync(_list.All(start, top, returnRecognitionModel), context);

    /// <inheritdoc cref="GetLargeFaceListsAsync(string, int?, bool?, RequestContext)" />
    public virtual Response GetLargeFaceLists(string? start, int? top, bool? returnRecognitionModel, RequestContext? context) =>
        _connection.Send(_list.All(start, top, returnRecognitionModel), context);

    /// <summary>Changes the large face list's name, user data or both. What is left out stays.</summary>
    /// <param name="content">The JSON body: name, userData.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> UpdateAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_list.Update(content), context);

    /// <inheritdoc cref="UpdateAsync(RequestContent, RequestContext)" />
    public virtual Response Update(RequestContent content, RequestContext? context = null) =>
        _connection.Send(_list.Update(content), context);

    /// <summary>Gets how the large face list's last training stands. Before the first one the service answers 404.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>How it stands.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<FaceTrainingResult>> GetTrainingStatusAsync(CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<FaceTrainingResult>(_list.TrainingStatus(), cancellationToken);

    /// <inheritdoc cref="GetTrainingStatusAsync(CancellationToken)" />
    public virtual Response<FaceTrainingResult> GetTrainingStatus(CancellationToken cancellationToken = default) =>
        _connection.Read<FaceTrainingResult>(_list.TrainingStatus(), cancellationToken);

    /// <summary>Gets how the large face list's last training stands. Before the first one the service answers 404. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetTrainingStatusAsync(RequestContext? context) =>
        _connection.SendAsync(_list.TrainingStatus(), context);

    /// <inheritdoc cref="GetTrainingStatusAsync(RequestContext)" />
    public virtual Response GetTrainingStatus(RequestContext? context) =>
        _connection.Send(_list.TrainingStatus(), context);

    /// <summary>Trains the large face list, so that faces added and deleted since count. Until it ends, the last training serves.</summary>
    /// <param name="waitUntil">Whether to wait for the end: <see cref="WaitUntil.Completed"/>, or only for the start: <see cref="WaitUntil.Started"/>.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The training under way, or ended.</returns>
    /// <exception cref="RequestFailedException">The training failed: ErrorCode is TrainingFailed, and the message is the service's.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Operation> TrainAsync(WaitUntil waitUntil, RequestContext? context = null) =>
        _connection.TrainAsync(_list, waitUntil, context);

    /// <inheritdoc cref="TrainAsync(WaitUntil, RequestContext)" />
    public virtual Operation Train(WaitUntil waitUntil, RequestContext? context = null) =>
        _connection.Train(_list, waitUntil, context);

    /// <summary>Adds the face in a picture to the list. It counts after the next training.</summary>
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

    /// <summary>Adds the face in a picture that the service itself downloads to the list. It counts after the next training.</summary>
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

    /// <summary>Adds the face in a picture to the list. It counts after the next training. Takes and gives what goes over the wire, unread.</summary>
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

    /// <summary>Gets a face: its id and user data. The picture is not kept.</summary>
    /// <param name="persistedFaceId">The face.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The face.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<LargeFaceListFace>> GetFaceAsync(Guid persistedFaceId, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<LargeFaceListFace>(_list.Face(null, persistedFaceId), cancellationToken);

    /// <inheritdoc cref="GetFaceAsync(Guid, CancellationToken)" />
    public virtual Response<LargeFaceListFace> GetFace(Guid persistedFaceId, CancellationToken cancellationToken = default) =>
        _connection.Read<LargeFaceListFace>(_list.Face(null, persistedFaceId), cancellationToken);

    /// <summary>Gets a face: its id and user data. The picture is not kept. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="persistedFaceId">The face.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetFaceAsync(Guid persistedFaceId, RequestContext? context) =>
        _connection.SendAsync(_list.Face(null, persistedFaceId), context);

    /// <inheritdoc cref="GetFaceAsync(Guid, RequestContext)" />
    public virtual Response GetFace(Guid persistedFaceId, RequestContext? context) =>
        _connection.Send(_list.Face(null, persistedFaceId), context);

    /// <summary>Gets a page of the faces, in the order of their ids. The next page begins after the last id.</summary>
    /// <param name="start">The id to begin after, up to 64 characters; null begins at the first.</param>
    /// <param name="top">How many at most: 1 to 1000, the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A page; empty at the end.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<LargeFaceListFace>>> GetFacesAsync(string? start = null, int? top = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<LargeFaceListFace>(_list.Faces(start, top), cancellationToken);

    /// <inheritdoc cref="GetFacesAsync(string, int?, CancellationToken)" />
    public virtual Response<IReadOnlyList<LargeFaceListFace>> GetFaces(string? start = null, int? top = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<LargeFaceListFace>(_list.Faces(start, top), cancellationToken);

    /// <summary>Gets a page of the faces, in the order of their ids. The next page begins after the last id. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="start">The id to begin after, up to 64 characters; null begins at the first.</param>
    /// <param name="top">How many at most: 1 to 1000, the service's default.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetFacesAsync(string? start, int? top, RequestContext? context) =>
        _connection.SendAsync(_list.Faces(start, top), context);

    /// <inheritdoc cref="GetFacesAsync(string, int?, RequestContext)" />
    public virtual Response GetFaces(string? start, int? top, RequestContext? context) =>
        _connection.Send(_list.Faces(start, top), context);

    /// <summary>Changes a face's user data.</summary>
    /// <param name="persistedFaceId">The face.</param>
    /// <param name="content">The JSON body: userData.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> UpdateFaceAsync(Guid persistedFaceId, RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_list.UpdateFace(null, persistedFaceId, content), context);

    /// <inheritdoc cref="UpdateFaceAsync(Guid, RequestContent, RequestContext)" />
    public virtual Response UpdateFace(Guid persistedFaceId, RequestContent content, RequestContext? context = null) =>
        _connection.Send(_list.UpdateFace(null, persistedFaceId, content), context);

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
}
