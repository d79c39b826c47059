using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>The routes of a collection, small or large: a list of faces, or a group of persons who have faces.</summary>
internal sealed class CollectionRequests
{
    private readonly string _all;
    private readonly string _one;

    /// <param name="route">/facelists, /largefacelists, /persongroups or /largepersongroups.</param>
    /// <param name="id">The collection's id.</param>
    /// <param name="parameter">What the caller calls the id.</param>
    public CollectionRequests(string route, string id, string parameter)
    {
        _all = route;
        _one = route + "/" + FaceRequest.Segment(id, parameter);
        Id = id;
    }

    public string Id { get; }

    public FaceRequest Create(RequestContent content) => new FaceRequest(RequestMethod.Put, _one).Json(content);

    public FaceRequest Create(string name, string? userData, FaceRecognitionModel? recognitionModel)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Create(JsonBody.Of(json =>
        {
            json.Write("name", name);
            json.Write("userData", userData);
            json.Write("recognitionModel", recognitionModel?.ToString());
        }));
    }

    public FaceRequest Delete() => new(RequestMethod.Delete, _one);

    public FaceRequest Get(bool? returnRecognitionModel) => new FaceRequest(RequestMethod.Get, _one).Query("returnRecognitionModel", returnRecognitionModel);

    public FaceRequest All(bool? returnRecognitionModel) => new FaceRequest(RequestMethod.Get, _all).Query("returnRecognitionModel", returnRecognitionModel);

    public FaceRequest All(string? start, int? top, bool? returnRecognitionModel) => Page(_all, start, top).Query("returnRecognitionModel", returnRecognitionModel);

    public FaceRequest Update(RequestContent content) => Patch(_one, content);

    public FaceRequest Train() => new(RequestMethod.Post, _one + "/train");

    public FaceRequest TrainingStatus() => new(RequestMethod.Get, _one + "/training");

    public FaceRequest CreatePerson(RequestContent content) => new FaceRequest(RequestMethod.Post, _one + "/persons").Json(content);

    public FaceRequest CreatePerson(string name, string? userData)
    {
        ArgumentNullException.ThrowIfNull(name);
        return CreatePerson(JsonBody.Of(json =>
        {
            json.Write("name", name);
            json.Write("userData", userData);
        }));
    }

    public FaceRequest Person(Guid personId) => new(RequestMethod.Get, PersonPath(personId));

    public FaceRequest Persons(string? start, int? top) => Page(_one + "/persons", start, top);

    public FaceRequest UpdatePerson(Guid personId, RequestContent content) => Patch(PersonPath(personId), content);

    public FaceRequest DeletePerson(Guid personId) => new(RequestMethod.Delete, PersonPath(personId));

    /// <param name="personId">Whose face, in a group; null in a list.</param>
    /// <param name="content">A picture.</param>
    /// <param name="targetFace">Left, top, width and height of the face meant.</param>
    /// <param name="detectionModel">The network that finds the face.</param>
    /// <param name="userData">What to keep with the face.</param>
    public FaceRequest AddFace(Guid? personId, RequestContent content, IEnumerable<int>? targetFace, string? detectionModel, string? userData) =>
        AddFace(personId, targetFace, detectionModel, userData).Picture(content);

    public FaceRequest AddFace(Guid? personId, BinaryData imageContent, IEnumerable<int>? targetFace, string? detectionModel, string? userData)
    {
        ArgumentNullException.ThrowIfNull(imageContent);
        return AddFace(personId, targetFace, detectionModel, userData).Picture(RequestContent.Create(imageContent));
    }

    public FaceRequest AddFace(Guid? personId, Uri uri, IEnumerable<int>? targetFace, string? detectionModel, string? userData)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return AddFace(personId, targetFace, detectionModel, userData).Json(JsonBody.Of(json => json.WriteString("url", uri.AbsoluteUri)));
    }

    public FaceRequest Face(Guid? personId, Guid persistedFaceId) => new(RequestMethod.Get, FacePath(personId, persistedFaceId));

    public FaceRequest Faces(string? start, int? top) => Page(FacesPath(null), start, top);

    public FaceRequest UpdateFace(Guid? personId, Guid persistedFaceId, RequestContent content) => Patch(FacePath(personId, persistedFaceId), content);

    public FaceRequest DeleteFace(Guid? personId, Guid persistedFaceId) => new(RequestMethod.Delete, FacePath(personId, persistedFaceId));

    private static FaceRequest Page(string path, string? start, int? top) => new FaceRequest(RequestMethod.Get, path).Query("start", start).Query("top", top);

    private static FaceRequest Patch(string path, RequestContent content) => new FaceRequest(RequestMethod.Patch, path).Json(content);

    private FaceRequest AddFace(Guid? personId, IEnumerable<int>? targetFace, string? detectionModel, string? userData) =>
        new FaceRequest(RequestMethod.Post, FacesPath(personId)).Query("targetFace", targetFace).Query("detectionModel", detectionModel).Query("userData", userData);

    private string PersonPath(Guid personId) => $"{_one}/persons/{personId}";

    private string FacesPath(Guid? personId) => (personId is { } person ? PersonPath(person) : _one) + "/persistedfaces";

    private string FacePath(Guid? personId, Guid persistedFaceId) => $"{FacesPath(personId)}/{persistedFaceId}";
}
