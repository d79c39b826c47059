using System.Text.Json;
using FaceEmulator.Storage;

namespace FaceEmulator.Http;

/// <summary>The routes of person groups, large or not: they differ in name only.</summary>
internal sealed class PersonGroupEndpoints(CollectionKind kind, PersonGroupStore store, Sight sight, TimeSpan trainingTime) : CollectionEndpoints(kind, store, sight, trainingTime)
{
    private readonly PersonGroupStore _store = store;

    public void Map(IEndpointRouteBuilder routes, string version)
    {
        string persons = MapCollections(routes, version) + "/persons", person = persons + "/{personId}", faces = person + "/persistedfaces", face = faces + "/{faceId}";
        routes.MapPost(persons, CreatePersonAsync);
        routes.MapGet(persons, ListPersonsAsync);
        routes.MapGet(person, GetPersonAsync);
        routes.MapPatch(person, UpdatePersonAsync);
        routes.MapDelete(person, DeletePerson);
        routes.MapPost(faces, AddFaceAsync);
        routes.MapGet(face, GetFaceAsync);
        routes.MapPatch(face, context => UpdateFaceAsync(context, Face(context, CollectionToChange(context))));
        routes.MapDelete(face, DeleteFace);
    }

    /// <summary>The persons of the group that the request names, best first.</summary>
    public List<(Guid Person, float Confidence)> Identify(JsonRequest request, RememberedFace face, float leastConfidence, int most) =>
        _store.Identify(TrainedScope(request, face).Id, face.Descriptor, leastConfidence, most);

    /// <summary>How like the request's person the face is.</summary>
    public float Verify(JsonRequest request, RememberedFace face)
    {
        StoredCollection group = Scope(request, face);
        Guid person = Guid.TryParse(request.Text("personId"), out Guid id) ? id : throw FaceError.BadArgument("Person ID is invalid.");
        return _store.Verify(FindPerson(group.Id, person).Id, face.Descriptor) ?? throw new FaceError(404, "PersistedFaceNotFound", "No persisted face of the person is found.");
    }

    private static void WritePerson(Utf8JsonWriter json, StoredPerson person)
    {
        json.WriteStartObject();
        json.WriteString("personId", person.Id);
        json.WriteString("name", person.Name);
        WritePart(json, "userData", person.UserData);
        json.WriteStartArray("persistedFaceIds");
        foreach (string face in person.Faces)
        {
            json.WriteStringValue(face);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static FaceError PersonNotFound(Guid id) => new(404, "PersonNotFound", $"Person {id} is not found.");

    private StoredPerson FindPerson(string group, Guid id) => _store.FindPerson(group, id) ?? throw PersonNotFound(id);

    private StoredPerson Person(HttpContext context, StoredCollection group) =>
        Guid.TryParse(Route(context, "personId"), out Guid id) ? FindPerson(group.Id, id) : throw new FaceError(404, "PersonNotFound", "Person ID is invalid.");

    private StoredFace Face(HttpContext context, StoredCollection group)
    {
        StoredPerson person = Person(context, group);
        return !Guid.TryParse(Route(context, "faceId"), out Guid id) ? throw new FaceError(404, "PersistedFaceNotFound", "Persisted face ID is invalid.")
            : _store.FindFace(group.Id, person.Id, id) ?? throw new FaceError(404, "PersistedFaceNotFound", $"Persisted face {id} is not found.");
    }

    private async Task CreatePersonAsync(HttpContext context)
    {
        StoredCollection group = CollectionToChange(context);
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        Guid? id = _store.AddPerson(group.Id, RequiredName(request), request.Short("userData", LongestUserData));
        await WriteIdAsync(context, "personId", id ?? throw (_store.Find(group.Id) is null ? NotFound(404) : Full("Person number reached the group's limit.")));
    }

    private Task ListPersonsAsync(HttpContext context)
    {
        StoredCollection group = Collection(context);
        return WriteAllAsync(context, _store.Persons(group.Id, Start(context.Request), Top(context.Request)), WritePerson);
    }

    private Task GetPersonAsync(HttpContext context)
    {
        StoredPerson person = Person(context, Collection(context));
        return JsonAnswer.WriteAsync(context.Response, json => WritePerson(json, person));
    }

    private async Task UpdatePersonAsync(HttpContext context)
    {
        StoredPerson person = Person(context, CollectionToChange(context));
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        (string? newName, string? userData) = Changes(request);
        _store.UpdatePerson(person.Id, newName, userData);
    }

    private Task DeletePerson(HttpContext context)
    {
        StoredCollection group = CollectionToChange(context);
        _store.DeletePerson(group.Id, Person(context, group).Id);
        return Task.CompletedTask;
    }

    private async Task AddFaceAsync(HttpContext context)
    {
        StoredCollection group = CollectionToChange(context);
        StoredPerson person = Person(context, group);
        if (person.Faces.Length >= PersonGroupStore.MostFacesOfAPerson)
        {
            throw Full(FacesFull);
        }

        (float[] descriptor, string? userData) = await FaceToAddAsync(context);
        Guid? id = _store.AddFace(group.Id, person.Id, userData, descriptor);

        // While the picture was looked at the person may have gone, or got its last face.
        await WriteIdAsync(context, "persistedFaceId", id ?? throw (_store.FindPerson(group.Id, person.Id) is null ? PersonNotFound(person.Id) : Full(FacesFull)));
    }

    private Task GetFaceAsync(HttpContext context)
    {
        StoredFace face = Face(context, Collection(context));
        return JsonAnswer.WriteAsync(context.Response, json => WriteFace(json, face));
    }

    private Task DeleteFace(HttpContext context)
    {
        StoredCollection group = CollectionToChange(context);
        _store.DeleteFace(group.Id, Face(context, group).Id);
        return Task.CompletedTask;
    }
}
