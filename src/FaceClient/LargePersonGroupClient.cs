using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.Vision.Face;

/// <summary>A large group of persons, by its id: up to a million persons to identify faces among.</summary>
public class LargePersonGroupClient
{
    private readonly FaceConnection _connection = null!;
    private readonly CollectionRequests _group = null!;

    /// <summary>For mocks.</summary>
    protected LargePersonGroupClient()
    {
    }

    /// <summary>Creates a client of one large person group that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="largePersonGroupId">The id of the large person group, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine; or the id is empty, "." or "..".</exception>
    public LargePersonGroupClient(Uri endpoint, AzureKeyCredential credential, string largePersonGroupId)
        : this(endpoint, credential, largePersonGroupId, null)
    {
    }

    /// <inheritdoc cref="LargePersonGroupClient(Uri, AzureKeyCredential, string)" />
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="largePersonGroupId">The id of the large person group, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public LargePersonGroupClient(Uri endpoint, AzureKeyCredential credential, string largePersonGroupId, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options), largePersonGroupId)
    {
    }

    /// <summary>Creates a client of one large person group that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="largePersonGroupId">The id of the large person group, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http; or the id is empty, "." or "..".</exception>
    public LargePersonGroupClient(Uri endpoint, TokenCredential credential, string largePersonGroupId)
        : this(endpoint, credential, largePersonGroupId, null)
    {
    }

    /// <inheritdoc cref="LargePersonGroupClient(Uri, TokenCredential, string)" />
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="largePersonGroupId">The id of the large person group, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public LargePersonGroupClient(Uri endpoint, TokenCredential credential, string largePersonGroupId, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options), largePersonGroupId)
    {
    }

    internal LargePersonGroupClient(FaceConnection connection, string largePersonGroupId)
    {
        _connection = connection;
        _group = new CollectionRequests("/largepersongroups", largePersonGroupId, nameof(largePersonGroupId));
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _connection.Pipeline;

    /// <summary>Creates the large person group. One that exists is not overwritten.</summary>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What to keep with it, up to 16 384 characters.</param>
    /// <param name="recognitionModel">The network that describes its faces, for ever. The service's default is recognition_01; recognition_04 is the best.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> CreateAsync(string name, string? userData = null, FaceRecognitionModel? recognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(_group.Create(name, userData, recognitionModel), cancellationToken);

    /// <inheritdoc cref="CreateAsync(string, string, FaceRecognitionModel?, CancellationToken)" />
    public virtual Response Create(string name, string? userData = null, FaceRecognitionModel? recognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.Send(_group.Create(name, userData, recognitionModel), cancellationToken);

    /// <summary>Creates the large person group. One that exists is not overwritten. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: name, userData, recognitionModel.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> CreateAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_group.Create(content), context);

    /// <inheritdoc cref="CreateAsync(RequestContent, RequestContext)" />
    public virtual Response Create(RequestContent content, RequestContext? context = null) =>
        _connection.Send(_group.Create(content), context);

    /// <summary>Deletes the large person group and everything in it.</summary>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DeleteAsync(RequestContext? context = null) =>
        _connection.SendAsync(_group.Delete(), context);

    /// <inheritdoc cref="DeleteAsync(RequestContext)" />
    public virtual Response Delete(RequestContext? context = null) =>
        _connection.Send(_group.Delete(), context);

    /// <summary>Gets the large person group.</summary>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The large person group.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<LargePersonGroup>> GetLargePersonGroupAsync(bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<LargePersonGroup>(_group.Get(returnRecognitionModel), cancellationToken);

    /// <inheritdoc cref="GetLargePersonGroupAsync(bool?, CancellationToken)" />
    public virtual Response<LargePersonGroup> GetLargePersonGroup(bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.Read<LargePersonGroup>(_group.Get(returnRecognitionModel), cancellationToken);

    /// <summary>Gets the large person group. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetLargePersonGroupAsync(bool? returnRecognitionModel, RequestContext? context) =>
        _connection.SendAsync(_group.Get(returnRecognitionModel), context);

    /// <inheritdoc cref="GetLargePersonGroupAsync(bool?, RequestContext)" />
    public virtual Response GetLargePersonGroup(bool? returnRecognitionModel, RequestContext? context) =>
        _connection.Send(_group.Get(returnRecognitionModel), context);

    /// <summary>Gets a page of all the resource's large person groups, in the order of their ids; this client's own id plays no part. The next page begins after the last id.</summary>
    /// <param name="start">The id to begin after, up to 64 characters; null begins at the first.</param>
    /// <param name="top">How many at most: 1 to 1000, the service's default.</param>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A page; empty at the end.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<LargePersonGroup>>> GetLargePersonGroupsAsync(string? start = null, int? top = null, bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<LargePersonGroup>(_group.All(start, top, returnRecognitionModel), cancellationToken);

    /// <inheritdoc cref="GetLargePersonGroupsAsync(string, int?, bool?, CancellationToken)" />
    public virtual Response<IReadOnlyList<LargePersonGroup>> GetLargePersonGroups(string? start = null, int? top = null, bool? returnRecognitionModel = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<LargePersonGroup>(_group.All(start, top, returnRecognitionModel), cancellationToken);

    /// <summary>Gets a page of all the resource's large person groups, in the order of their ids; this client's own id plays no part. The next page begins after the last id. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="start">The id to begin after, up to 64 characters; null begins at the first.</param>
    /// <param name="top">How many at most: 1 to 1000, the service's default.</param>
    /// <param name="returnRecognitionModel">Whether to return the recognition model's name. The service's default is false.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetLargePersonGroupsAsync(string? start, int? top, bool? returnRecognitionModel, RequestContext? context) =>
        _connection.SendAsync(_group.All(start, top, returnRecognitionModel), context);

    /// <inheritdoc cref="GetLargePersonGroupsAsync(string, int?, bool?, RequestContext)" />
    public virtual Response GetLargePersonGroups(string? start, int? top, bool? returnRecognitionModel, RequestContext? context) =>
        _connection.Send(_group.All(start, top, returnRecognitionModel), context);

    /// <summary>Changes the large person group's name, user data or both. What is left out stays.</summary>
    /// <param name="content">The JSON body: name, userData.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> UpdateAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_group.Update(content), context);

    /// <inheritdoc cref="UpdateAsync(RequestContent, RequestContext)" />
    public virtual Response Update(RequestContent content, RequestContext? context = null) =>
        _connection.Send(_group.Update(content), context);

    /// <summary>Gets how the large person group's last training stands. Before the first one the service answers 404.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>How it stands.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<FaceTrainingResult>> GetTrainingStatusAsync(CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<FaceTrainingResult>(_group.TrainingStatus(), cancellationToken);

    /// <inheritdoc cref="GetTrainingStatusAsync(CancellationToken)" />
    public virtual Response<FaceTrainingResult> GetTrainingStatus(CancellationToken cancellationToken = default) =>
        _connection.Read<FaceTrainingResult>(_group.TrainingStatus(), cancellationToken);

    /// <summary>Gets how the large person group's last training stands. Before the first one the service answers 404. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetTrainingStatusAsync(RequestContext? context) =>
        _connection.SendAsync(_group.TrainingStatus(), context);

    /// <inheritdoc cref="GetTrainingStatusAsync(RequestContext)" />
    public virtual Response GetTrainingStatus(RequestContext? context) =>
        _connection.Send(_group.TrainingStatus(), context);

    /// <summary>Trains the large person group, so that faces added and deleted since count. Until it ends, the last training serves.</summary>
    /// <param name="waitUntil">Whether to wait for the end: <see cref="WaitUntil.Completed"/>, or only for the start: <see cref="WaitUntil.Started"/>.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The training under way, or ended.</returns>
    /// <exception cref="RequestFailedException">The training failed: ErrorCode is TrainingFailed, and the message is the service's.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Operation> TrainAsync(WaitUntil waitUntil, RequestContext? context = null) =>
        _connection.TrainAsync(_group, waitUntil, context);

    /// <inheritdoc cref="TrainAsync(WaitUntil, RequestContext)" />
    public virtual Operation Train(WaitUntil waitUntil, RequestContext? context = null) =>
        _connection.Train(_group, waitUntil, context);

    /// <summary>Creates a person, without a face yet.</summary>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What to keep with it, up to 16 384 characters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The person's id.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<CreatePersonResult>> CreatePersonAsync(string name, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<CreatePersonResult>(_group.CreatePerson(name, userData), cancellationToken);

    /// <inheritdoc cref="CreatePersonAsync(string, string, CancellationToken)" />
    public virtual Response<CreatePersonResult> CreatePerson(string name, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.Read<CreatePersonResult>(_group.CreatePerson(name, userData), cancellationToken);

    /// <summary>Creates a person, without a face yet. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: name, userData.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> CreatePersonAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_group.CreatePerson(content), context);

    /// <inheritdoc cref="CreatePersonAsync(RequestContent, RequestContext)" />
    public virtual Response CreatePerson(RequestContent content, RequestContext? context = null) =>
        _connection.Send(_group.CreatePerson(content), context);

    /// <summary>Gets a person.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The person.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<LargePersonGroupPerson>> GetPersonAsync(Guid personId, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<LargePersonGroupPerson>(_group.Person(personId), cancellationToken);

    /// <inheritdoc cref="GetPersonAsync(Guid, CancellationToken)" />
    public virtual Response<LargePersonGroupPerson> GetPerson(Guid personId, CancellationToken cancellationToken = default) =>
        _connection.Read<LargePersonGroupPerson>(_group.Person(personId), cancellationToken);

    /// <summary>Gets a person. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetPersonAsync(Guid personId, RequestContext? context) =>
        _connection.SendAsync(_group.Person(personId), context);

    /// <inheritdoc cref="GetPersonAsync(Guid, RequestContext)" />
    public virtual Response GetPerson(Guid personId, RequestContext? context) =>
        _connection.Send(_group.Person(personId), context);

    /// <summary>Gets a page of the persons, in the order of their ids. The next page begins after the last id.</summary>
    /// <param name="start">The id to begin after, up to 64 characters; null begins at the first.</param>
    /// <param name="top">How many at most: 1 to 1000, the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A page; empty at the end.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<IReadOnlyList<LargePersonGroupPerson>>> GetPersonsAsync(string? start = null, int? top = null, CancellationToken cancellationToken = default) =>
        _connection.ReadListAsync<LargePersonGroupPerson>(_group.Persons(start, top), cancellationToken);

    /// <inheritdoc cref="GetPersonsAsync(string, int?, CancellationToken)" />
    public virtual Response<IReadOnlyList<LargePersonGroupPerson>> GetPersons(string? start = null, int? top = null, CancellationToken cancellationToken = default) =>
        _connection.ReadList<LargePersonGroupPerson>(_group.Persons(start, top), cancellationToken);

    /// <summary>Gets a page of the persons, in the order of their ids. The next page begins after the last id. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="start">The id to begin after, up to 64 characters; null begins at the first.</param>
    /// <param name="top">How many at most: 1 to 1000, the service's default.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetPersonsAsync(string? start, int? top, RequestContext? context) =>
        _connection.SendAsync(_group.Persons(start, top), context);

    /// <inheritdoc cref="GetPersonsAsync(string, int?, RequestContext)" />
    public virtual Response GetPersons(string? start, int? top, RequestContext? context) =>
        _connection.Send(_group.Persons(start, top), context);

    /// <summary>Changes a person's name, user data or both. What is left out stays.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="content">The JSON body: name, userData.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> UpdatePersonAsync(Guid personId, RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_group.UpdatePerson(personId, content), context);

    /// <inheritdoc cref="UpdatePersonAsync(Guid, RequestContent, RequestContext)" />
    public virtual Response UpdatePerson(Guid personId, RequestContent content, RequestContext? context = null) =>
        _connection.Send(_group.UpdatePerson(personId, content), context);

    /// <summary>Deletes a person and the person's faces.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DeletePersonAsync(Guid personId, RequestContext? context = null) =>
        _connection.SendAsync(_group.DeletePerson(personId), context);

    /// <inheritdoc cref="DeletePersonAsync(Guid, RequestContext)" />
    public virtual Response DeletePerson(Guid personId, RequestContext? context = null) =>
        _connection.Send(_group.DeletePerson(personId), context);

    /// <summary>Adds the face in a picture to a person. It counts after the next training.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="imageContent">JPEG, PNG, GIF or BMP, from 1 KB to 6 MB.</param>
    /// <param name="targetFace">Left, top, width and height, in pixels, of the face meant. Without it the picture has to hold exactly one face.</param>
    /// <param name="detectionModel">The network that finds the face. The service's default is detection_01.</param>
    /// <param name="userData">What to keep with the face, up to 1024 characters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The id of the face.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<AddFaceResult>> AddFaceAsync(Guid personId, BinaryData imageContent, IEnumerable<int>? targetFace = null, FaceDetectionModel? detectionModel = null, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<AddFaceResult>(_group.AddFace(personId, imageContent, targetFace, detectionModel?.ToString(), userData), cancellationToken);

    /// <inheritdoc cref="AddFaceAsync(Guid, BinaryData, IEnumerable{int}, FaceDetectionModel?, string, CancellationToken)" />
    public virtual Response<AddFaceResult> AddFace(Guid personId, BinaryData imageContent, IEnumerable<int>? targetFace = null, FaceDetectionModel? detectionModel = null, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.Read<AddFaceResult>(_group.AddFace(personId, imageContent, targetFace, detectionModel?.ToString(), userData), cancellationToken);

    /// <summary>Adds the face in a picture that the service itself downloads to a person. It counts after the next training.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="uri">An absolute address that the service can reach.</param>
    /// <param name="targetFace">Left, top, width and height, in pixels, of the face meant. Without it the picture has to hold exactly one face.</param>
    /// <param name="detectionModel">The network that finds the face. The service's default is detection_01.</param>
    /// <param name="userData">What to keep with the face, up to 1024 characters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The id of the face.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<AddFaceResult>> AddFaceAsync(Guid personId, Uri uri, IEnumerable<int>? targetFace = null, FaceDetectionModel? detectionModel = null, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<AddFaceResult>(_group.AddFace(personId, uri, targetFace, detectionModel?.ToString(), userData), cancellationToken);

    /// <inheritdoc cref="AddFaceAsync(Guid, Uri, IEnumerable{int}, FaceDetectionModel?, string, CancellationToken)" />
    public virtual Response<AddFaceResult> AddFace(Guid personId, Uri uri, IEnumerable<int>? targetFace = null, FaceDetectionModel? detectionModel = null, string? userData = null, CancellationToken cancellationToken = default) =>
        _connection.Read<AddFaceResult>(_group.AddFace(personId, uri, targetFace, detectionModel?.ToString(), userData), cancellationToken);

    /// <summary>Adds the face in a picture to a person. It counts after the next training. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="content">The picture's bytes: JPEG, PNG, GIF or BMP, from 1 KB to 6 MB.</param>
    /// <param name="targetFace">Left, top, width and height, in pixels, of the face meant. Without it the picture has to hold exactly one face.</param>
    /// <param name="detectionModel">The network that finds the face. The service's default is detection_01.</param>
    /// <param name="userData">What to keep with the face, up to 1024 characters.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> AddFaceAsync(Guid personId, RequestContent content, IEnumerable<int>? targetFace = null, string? detectionModel = null, string? userData = null, RequestContext? context = null) =>
        _connection.SendAsync(_group.AddFace(personId, content, targetFace, detectionModel, userData), context);

    /// <inheritdoc cref="AddFaceAsync(Guid, RequestContent, IEnumerable{int}, string, string, RequestContext)" />
    public virtual Response AddFace(Guid personId, RequestContent content, IEnumerable<int>? targetFace = null, string? detectionModel = null, string? userData = null, RequestContext? context = null) =>
        _connection.Send(_group.AddFace(personId, content, targetFace, detectionModel, userData), context);

    /// <summary>Gets a face: its id and user data. The picture is not kept.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="persistedFaceId">The face.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The face.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<LargePersonGroupPersonFace>> GetFaceAsync(Guid personId, Guid persistedFaceId, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<LargePersonGroupPersonFace>(_group.Face(personId, persistedFaceId), cancellationToken);

    /// <inheritdoc cref="GetFaceAsync(Guid, Guid, CancellationToken)" />
    public virtual Response<LargePersonGroupPersonFace> GetFace(Guid personId, Guid persistedFaceId, CancellationToken cancellationToken = default) =>
        _connection.Read<LargePersonGroupPersonFace>(_group.Face(personId, persistedFaceId), cancellationToken);

    /// <summary>Gets a face: its id and user data. The picture is not kept. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="persistedFaceId">The face.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetFaceAsync(Guid personId, Guid persistedFaceId, RequestContext? context) =>
        _connection.SendAsync(_group.Face(personId, persistedFaceId), context);

    /// <inheritdoc cref="GetFaceAsync(Guid, Guid, RequestContext)" />
    public virtual Response GetFace(Guid personId, Guid persistedFaceId, RequestContext? context) =>
        _connection.Send(_group.Face(personId, persistedFaceId), context);

    /// <summary>Changes a face's user data.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="persistedFaceId">The face.</param>
    /// <param name="content">The JSON body: userData.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> UpdateFaceAsync(Guid personId, Guid persistedFaceId, RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(_group.UpdateFace(personId, persistedFaceId, content), context);

    /// <inheritdoc cref="UpdateFaceAsync(Guid, Guid, RequestContent, RequestContext)" />
    public virtual Response UpdateFace(Guid personId, Guid persistedFaceId, RequestContent content, RequestContext? context = null) =>
        _connection.Send(_group.UpdateFace(personId, persistedFaceId, content), context);

    /// <summary>Deletes a face.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="persistedFaceId">The face.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer; its body is empty.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> DeleteFaceAsync(Guid personId, Guid persistedFaceId, RequestContext? context = null) =>
        _connection.SendAsync(_group.DeleteFace(personId, persistedFaceId), context);

    /// <inheritdoc cref="DeleteFaceAsync(Guid, Guid, RequestContext)" />
    public virtual Response DeleteFace(Guid personId, Guid persistedFaceId, RequestContext? context = null) =>
        _connection.Send(_group.DeleteFace(personId, persistedFaceId), context);
}
