using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaceEmulator.Storage;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>The routes of person groups, large or not: they differ in name only.</summary>
/// <param name="path">The collection in the path, such as largepersongroups.</param>
/// <param name="name">The name in codes and JSON, such as LargePersonGroup.</param>
/// <param name="spoken">The name in messages, such as Large person group.</param>
/// <param name="database">Where they are kept.</param>
/// <param name="sight">Looks at the pictures of faces.</param>
internal sealed partial class PersonGroupEndpoints(string path, string name, string spoken, FaceDatabase database, Sight sight)
{
    private const int LongestName = 128;
    private const int LongestUserData = 16384;
    private const int LongestUserDataOfAFace = 1024;
    private const int MostFacesOfAPerson = 248;
    private const int LargestPage = 1000;

    private readonly PersonGroupStore _store = new(database, path);
    private readonly string _idName = char.ToLowerInvariant(name[0]) + name[1..] + "Id";

    public void Map(IEndpointRouteBuilder routes, string version)
    {
        string all = $"/face/{version}/{path}", one = all + "/{id}", persons = one + "/persons", person = persons + "/{personId}", faces = person + "/persistedfaces", face = faces + "/{faceId}";
        routes.MapGet(all, ListAsync);
        routes.MapPut(one, CreateAsync);
        routes.MapGet(one, GetAsync);
        routes.MapPatch(one, UpdateAsync);
        routes.MapDelete(one, Delete);
        routes.MapPost(one + "/train", Train);
        routes.MapGet(one + "/training", TrainingAsync);
        routes.MapPost(persons, CreatePersonAsync);
        routes.MapGet(persons, ListPersonsAsync);
        routes.MapGet(person, GetPersonAsync);
        routes.MapPatch(person, UpdatePersonAsync);
        routes.MapDelete(person, DeletePerson);
        routes.MapPost(faces, AddFaceAsync);
        routes.MapGet(face, GetFaceAsync);
        routes.MapPatch(face, UpdateFaceAsync);
        routes.MapDelete(face, DeleteFace);
    }

    /// <summary>The persons of the group that the request names, best first.</summary>
    public IEnumerable<(Guid Person, float Confidence)> Identify(JsonRequest request, RememberedFace face)
    {
        StoredGroup group = FindGroup(request.Text(_idName)!, 400);
        CheckModel(group, face);
        return group.LastSuccess is not null ? _store.Identify(group.Id, face.Descriptor)
            : group.Status == "running" ? throw new FaceError(409, name + "TrainingNotFinished", $"{spoken} is under training.")
            : throw new FaceError(400, name + "NotTrained", $"{spoken} not trained.");
    }

    /// <summary>How like the request's person the face is.</summary>
    public float Verify(JsonRequest request, RememberedFace face)
    {
        StoredGroup group = FindGroup(request.Text(_idName)!, 400);
        CheckModel(group, face);
        if (!Guid.TryParse(request.Text("personId"), out Guid person))
        {
            throw FaceError.BadArgument("Person ID is invalid.");
        }

        FindPerson(group.Id, person);
        return _store.Verify(group.Id, person, face.Descriptor) ?? throw new FaceError(404, "PersistedFaceNotFound", "No persisted face of the person is found.");
    }

    [GeneratedRegex("^[a-z0-9-_]{1,64}$")]
    private static partial Regex GroupId();

    private static void CheckModel(StoredGroup group, RememberedFace face)
    {
        if (group.Model != face.RecognitionModel)
        {
            throw FaceError.BadArgument("'recognitionModel' is incompatible.");
        }
    }

    private static string Start(HttpRequest request) => request.Query["start"].ToString() is { Length: <= 64 } start ? start : throw FaceError.BadArgument("'start' is too long.");

    private static int Top(HttpRequest request) =>
        request.Query["top"].ToString() is not { Length: > 0 } text ? LargestPage
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int top) && top is >= 1 and <= LargestPage ? top
        : throw FaceError.BadArgument("'top' is invalid.");

    private static bool WantsModel(HttpRequest request) => bool.TryParse(request.Query["returnRecognitionModel"], out bool wanted) && wanted;

    private static string Route(HttpContext context, string value) => (string)context.Request.RouteValues[value]!;

    private static void WritePart(Utf8JsonWriter json, string part, string? value)
    {
        if (value is not null)
        {
            json.WriteString(part, value);
        }
    }

    private StoredGroup FindGroup(string id, int statusOtherwise = 404) =>
        !GroupId().IsMatch(id) ? throw new FaceError(statusOtherwise, name + "NotFound", $"{spoken} ID is invalid.")
        : _store.FindGroup(id) ?? throw new FaceError(statusOtherwise, name + "NotFound", $"{spoken} is not found.");

    private StoredGroup Group(HttpContext context) => FindGroup(Route(context, "id"));

    private StoredPerson FindPerson(string group, Guid id) => _store.FindPerson(group, id) ?? throw new FaceError(404, "PersonNotFound", $"Person {id} is not found.");

    private (StoredGroup Group, StoredPerson Person) Person(HttpContext context)
    {
        StoredGroup group = Group(context);
        return Guid.TryParse(Route(context, "personId"), out Guid id) ? (group, FindPerson(group.Id, id)) : throw new FaceError(404, "PersonNotFound", "Person ID is invalid.");
    }

    private (StoredGroup Group, StoredPerson Person, Guid Face, string? UserData) Face(HttpContext context)
    {
        (StoredGroup group, StoredPerson person) = Person(context);
        return !Guid.TryParse(Route(context, "faceId"), out Guid id) ? throw new FaceError(404, "PersistedFaceNotFound", "Persisted face ID is invalid.")
            : _store.FindFace(person.Id, id) is { } face ? (group, person, face.Id, face.UserData)
            : throw new FaceError(404, "PersistedFaceNotFound", $"Persisted face {id} is not found.");
    }

    private Task ListAsync(HttpContext context)
    {
        List<StoredGroup> groups = _store.Groups(Start(context.Request), Top(context.Request));
        bool model = WantsModel(context.Request);
        return JsonAnswer.WriteAsync(context.Response, json =>
        {
            json.WriteStartArray();
            groups.ForEach(group => WriteGroup(json, group, model));
            json.WriteEndArray();
        });
    }

    private void WriteGroup(Utf8JsonWriter json, StoredGroup group, bool model)
    {
        json.WriteStartObject();
        json.WriteString(_idName, group.Id);
        json.WriteString("name", group.Name);
        WritePart(json, "userData", group.UserData);
        WritePart(json, "recognitionModel", model ? group.Model : null);
        json.WriteEndObject();
    }

    private async Task CreateAsync(HttpContext context)
    {
        string id = Route(context, "id");
        if (!GroupId().IsMatch(id))
        {
            throw FaceError.BadArgument($"{spoken} ID is invalid.");
        }

        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        string model = request.Text("recognitionModel") ?? "recognition_01";
        if (model is not ("recognition_01" or "recognition_02" or "recognition_03" or "recognition_04"))
        {
            throw FaceError.BadArgument("'recognitionModel' is invalid.");
        }

        if (!_store.AddGroup(id, RequiredName(request), request.Short("userData", LongestUserData), model))
        {
            throw new FaceError(409, name + "Exists", $"{spoken} '{id}' already exists.");
        }
    }

    private static string RequiredName(JsonRequest request) => request.Short("name", LongestName) is { Length: > 0 } given ? given : throw FaceError.BadArgument("'name' is empty.");

    private Task GetAsync(HttpContext context)
    {
        StoredGroup group = Group(context);
        bool model = WantsModel(context.Request);
        return JsonAnswer.WriteAsync(context.Response, json => WriteGroup(json, group, model));
    }

    private async Task UpdateAsync(HttpContext context)
    {
        StoredGroup group = Group(context);
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        (string? newName, string? userData) = Changes(request);
        _store.UpdateGroup(group.Id, newName, userData);
    }

    private static (string? Name, string? UserData) Changes(JsonRequest request)
    {
        (string? newName, string? userData) = (request.Short("name", LongestName), request.Short("userData", LongestUserData));
        return newName is null && userData is null ? throw FaceError.BadArgument("Both 'name' and 'userData' are empty.") : (newName, userData);
    }

    private Task Delete(HttpContext context)
    {
        _store.DeleteGroup(Group(context).Id);
        return Task.CompletedTask;
    }

    private Task Train(HttpContext context)
    {
        StoredGroup group = Group(context);
        RefuseWhileTraining(group);
        _store.BeginTraining(group.Id);
        _ = Task.Run(() => _store.EndTraining(group.Id));
        HttpRequest request = context.Request;
        string training = request.Path.Value!.TrimEnd('/');
        context.Response.StatusCode = 202;
        context.Response.Headers["operation-location"] = $"{request.Scheme}://{request.Host}{training[..^"train".Length]}training";
        return Task.CompletedTask;
    }

    private void RefuseWhileTraining(StoredGroup group)
    {
        if (group.Status == "running")
        {
            throw new FaceError(409, name + "TrainingNotFinished", $"{spoken} is under training.");
        }
    }

    private Task TrainingAsync(HttpContext context)
    {
        StoredGroup group = Group(context);
        return group.Status is null ? throw new FaceError(404, name + "NotTrained", $"{spoken} is not trained.") : JsonAnswer.WriteAsync(context.Response, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", group.Status);
            json.WriteString("createdDateTime", group.Created);
            json.WriteString("lastActionDateTime", group.LastAction);
            json.WriteString("lastSuccessfulTrainingDateTime", group.LastSuccess ?? group.LastAction);
            json.WriteString("message", group.Message);
            json.WriteEndObject();
        });
    }

    private async Task CreatePersonAsync(HttpContext context)
    {
        StoredGroup group = Group(context);
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        Guid id = _store.AddPerson(group.Id, RequiredName(request), request.Short("userData", LongestUserData));
        await JsonAnswer.WriteAsync(context.Response, json =>
        {
            json.WriteStartObject();
            json.WriteString("personId", id);
            json.WriteEndObject();
        });
    }

    private Task ListPersonsAsync(HttpContext context)
    {
        StoredGroup group = Group(context);
        List<StoredPerson> persons = _store.Persons(group.Id, Start(context.Request), Top(context.Request));
        return JsonAnswer.WriteAsync(context.Response, json =>
        {
            json.WriteStartArray();
            persons.ForEach(person => WritePerson(json, person));
            json.WriteEndArray();
        });
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

    private Task GetPersonAsync(HttpContext context)
    {
        (_, StoredPerson person) = Person(context);
        return JsonAnswer.WriteAsync(context.Response, json => WritePerson(json, person));
    }

    private async Task UpdatePersonAsync(HttpContext context)
    {
        (_, StoredPerson person) = Person(context);
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        (string? newName, string? userData) = Changes(request);
        _store.UpdatePerson(person.Id, newName, userData);
    }

    private Task DeletePerson(HttpContext context)
    {
        (StoredGroup group, StoredPerson person) = Person(context);
        _store.DeletePerson(group.Id, person.Id);
        return Task.CompletedTask;
    }

    private async Task AddFaceAsync(HttpContext context)
    {
        (StoredGroup group, StoredPerson person) = Person(context);
        RefuseWhileTraining(group);
        string? userData = context.Request.Query["userData"].FirstOrDefault();
        if (userData?.Length > LongestUserDataOfAFace)
        {
            throw FaceError.BadArgument("'userData' is too long.");
        }

        if (person.Faces.Length >= MostFacesOfAPerson)
        {
            throw new FaceError(403, "QuotaExceeded", "Persisted face number reached limit.");
        }

        FaceTarget? target = FaceTarget.Parse(context.Request.Query["targetFace"]);
        SeenPicture seen = await sight.LookAsync(await PictureRequest.ReadAsync(context.Request, context.RequestAborted), true, context.RequestAborted);
        Guid id = _store.AddFace(group.Id, person.Id, userData, seen.Descriptors![FaceTarget.TheOnlyFace(seen.Faces, target)]);
        await JsonAnswer.WriteAsync(context.Response, json =>
        {
            json.WriteStartObject();
            json.WriteString("persistedFaceId", id);
            json.WriteEndObject();
        });
    }

    private Task GetFaceAsync(HttpContext context)
    {
        (_, _, Guid face, string? userData) = Face(context);
        return JsonAnswer.WriteAsync(context.Response, json =>
        {
            json.WriteStartObject();
            json.WriteString("persistedFaceId", face);
            WritePart(json, "userData", userData);
            json.WriteEndObject();
        });
    }

    private async Task UpdateFaceAsync(HttpContext context)
    {
        (_, _, Guid face, _) = Face(context);
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        _store.UpdateFace(face, request.Short("userData", LongestUserDataOfAFace));
    }

    private Task DeleteFace(HttpContext context)
    {
        (StoredGroup group, _, Guid face, _) = Face(context);
        _store.DeleteFace(group.Id, face);
        return Task.CompletedTask;
    }
}
