using System.Text.Json;
using FaceEmulator.Storage;

namespace FaceEmulator.Http;

/// <summary>The routes of face lists. A large one is trained, and its faces have routes of their own; a small one tells them with itself.</summary>
internal sealed class FaceListEndpoints(CollectionKind kind, FaceListStore store, Sight sight, TimeSpan trainingTime) : CollectionEndpoints(kind, store, sight, trainingTime)
{
    private readonly CollectionKind _kind = kind;
    private readonly FaceListStore _store = store;

    private bool IsLarge => _kind.NothingToTrain is not null;

    public void Map(IEndpointRouteBuilder routes, string version)
    {
        string faces = MapCollections(routes, version) + "/persistedfaces", face = faces + "/{faceId}";
        routes.MapPost(faces, AddFaceAsync);
        routes.MapDelete(face, DeleteFace);
        if (IsLarge)
        {
            routes.MapGet(faces, ListFacesAsync);
            routes.MapGet(face, GetFaceAsync);
            routes.MapPatch(face, context => UpdateFaceAsync(context, Face(context, CollectionToChange(context))));
        }
    }

    /// <summary>The faces of the list that the request names, best first.</summary>
    public List<(Guid Face, float Confidence)> FindSimilar(JsonRequest request, RememberedFace face, float leastConfidence, int most)
    {
        StoredCollection list = IsLarge ? TrainedScope(request, face) : Scope(request, face);
        return !IsLarge && list.Faces == 0 ? throw new FaceError(400, "FaceListNotReady", "Face list is empty.") : _store.FindSimilar(list.Id, face.Descriptor, leastConfidence, most);
    }

    protected override void WriteMembers(Utf8JsonWriter json, StoredCollection collection)
    {
        if (!IsLarge)
        {
            json.WriteStartArray("persistedFaces");
            _store.Faces(collection.Id, string.Empty, _kind.MostMembers).ForEach(face => WriteFace(json, face));
            json.WriteEndArray();
        }
    }

    private StoredFace Face(HttpContext context, StoredCollection list) =>
        !Guid.TryParse(Route(context, "faceId"), out Guid id) ? throw new FaceError(404, "PersistedFaceNotFound", "Persisted face ID is invalid.")
        : _store.FindFace(list.Id, null, id) ?? throw new FaceError(404, "PersistedFaceNotFound", IsLarge ? $"Large Face List Face {id} is not found." : $"Persisted face {id} is not found.");

    private async Task AddFaceAsync(HttpContext context)
    {
        StoredCollection list = CollectionToChange(context);
        if (list.Faces >= _kind.MostMembers)
        {
            throw Full(FacesFull);
        }

        (float[] descriptor, string? userData) = await FaceToAddAsync(context);
        Guid? id = _store.AddFace(list.Id, userData, descriptor);

        // While the picture was looked at the list may have gone, or got its last face.
        await WriteIdAsync(context, "persistedFaceId", id ?? throw (_store.Find(list.Id) is null ? NotFound(404) : Full(FacesFull)));
    }

    private Task ListFacesAsync(HttpContext context)
    {
        StoredCollection list = Collection(context);
        return WriteAllAsync(context, _store.Faces(list.Id, Start(context.Request), Top(context.Request)), WriteFace);
    }

    private Task GetFaceAsync(HttpContext context)
    {
        StoredFace face = Face(context, Collection(context));
        return JsonAnswer.WriteAsync(context.Response, json => WriteFace(json, face));
    }

    private Task DeleteFace(HttpContext context)
    {
        StoredCollection list = CollectionToChange(context);
        _store.DeleteFace(list.Id, Face(context, list).Id);
        return Task.CompletedTask;
    }
}
