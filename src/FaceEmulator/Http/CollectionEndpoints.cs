using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaceEmulator.Storage;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>What the routes of person groups and face lists have in common: names, pages, ids, trainings, and faces that are added.</summary>
/// <param name="kind">What they are called, and how many there may be.</param>
/// <param name="store">Where they are kept.</param>
/// <param name="sight">Looks at the pictures of faces.</param>
/// <param name="trainingTime">How long a training takes at least.</param>
internal abstract partial class CollectionEndpoints(CollectionKind kind, CollectionStore store, Sight sight, TimeSpan trainingTime)
{
    protected const int LongestUserData = 16384;
    protected const string FacesFull = "Persisted face number reached limit.";
    /// <summary>Clients demand a date, and nobody takes this one for a success: .NET's default.</summary>
    private const string NoSuccess = "0001-01-01T00:00:00.000Z";
    private const int LongestName = 128;
    private const int LongestUserDataOfAFace = 1024;
    private const int LargestPage = 1000;

    public string IdName => kind.IdName;

    /// <summary>Maps the routes of the collections themselves, and says where one is.</summary>
    protected string MapCollections(IEndpointRouteBuilder routes, string version)
    {
        string all = $"/face/{version}/{kind.Path}", one = all + "/{id}";
        routes.MapGet(all, ListAsync);
        routes.MapPut(one, CreateAsync);
        routes.MapGet(one, GetAsync);
        routes.MapPatch(one, UpdateAsync);
        routes.MapDelete(one, Delete);
        if (kind.NothingToTrain is not null)
        {
            routes.MapPost(one + "/train", TrainAsync);
            routes.MapGet(one + "/training", TrainingAsync);
        }

        return one;
    }

    protected static string Start(HttpRequest request) => request.Query["start"].ToString() is { Length: <= 64 } start ? start : throw FaceError.BadArgument("'start' is too long.");

    protected static int Top(HttpRequest request) =>
        request.Query["top"].ToString() is not { Length: > 0 } text ? LargestPage
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int top) && top is >= 1 and <= LargestPage ? top
        : throw FaceError.BadArgument("'top' is invalid.");

    protected static string Route(HttpContext context, string value) => (string)context.Request.RouteValues[value]!;

    protected static string RequiredName(JsonRequest request) => request.Short("name", LongestName) is { Length: > 0 } given ? given : throw FaceError.BadArgument("'name' is empty.");

    protected static (string? Name, string? UserData) Changes(JsonRequest request)
    {
        (string? newName, string? userData) = (request.Short("name", LongestName) is { Length: > 0 } given ? given : null, request.Short("userData", LongestUserData));
        return newName is null && userData is null ? throw FaceError.BadArgument("Both 'name' and 'userData' are empty.") : (newName, userData);
    }

    protected static void WritePart(Utf8JsonWriter json, string part, string? value)
    {
        if (value is not null)
        {
            json.WriteString(part, value);
        }
    }

    protected static void WriteFace(Utf8JsonWriter json, StoredFace face)
    {
        json.WriteStartObject();
        json.WriteString("persistedFaceId", face.Id);
        WritePart(json, "userData", face.UserData);
        json.WriteEndObject();
    }

    protected static Task WriteIdAsync(HttpContext context, string name, Guid id) => JsonAnswer.WriteAsync(context.Response, json =>
    {
        json.WriteStartObject();
        json.WriteString(name, id);
        json.WriteEndObject();
    });

    protected static Task WriteAllAsync<T>(HttpContext context, List<T> items, Action<Utf8JsonWriter, T> write) => JsonAnswer.WriteAsync(context.Response, json =>
    {
        json.WriteStartArray();
        items.ForEach(item => write(json, item));
        json.WriteEndArray();
    });

    /// <summary>What a list's own answer has beyond that of the others.</summary>
    protected virtual void WriteMembers(Utf8JsonWriter json, StoredCollection collection)
    {
    }

    /// <summary>The collection that the path names.</summary>
    protected StoredCollection Collection(HttpContext context)
    {
        string id = Route(context, "id");
        return !CollectionId().IsMatch(id) ? throw new FaceError(404, kind.Name + "NotFound", $"{kind.Spoken} ID is invalid.") : store.Find(id) ?? throw NotFound(404);
    }

    /// <summary>The collection that the path names, to be changed: not while it is trained.</summary>
    protected StoredCollection CollectionToChange(HttpContext context)
    {
        StoredCollection collection = Collection(context);
        return collection.Status == "running" ? throw UnderTraining() : collection;
    }

    /// <summary>The collection that the body names, whose faces the face may be compared with.</summary>
    protected StoredCollection Scope(JsonRequest request, RememberedFace face)
    {
        string id = request.Text(kind.IdName)!;
        StoredCollection collection = !CollectionId().IsMatch(id) ? throw FaceError.BadArgument($"{kind.Spoken} ID is invalid.") : store.Find(id) ?? throw NotFound(400);
        return collection.Model == face.RecognitionModel ? collection : throw FaceError.BadArgument("'recognitionModel' is incompatible.");
    }

    /// <summary>The same, to be searched: a training that succeeded once serves until the next one does.</summary>
    protected StoredCollection TrainedScope(JsonRequest request, RememberedFace face)
    {
        StoredCollection collection = Scope(request, face);
        return collection.LastSuccess is not null ? collection
            : collection.Status == "running" ? throw UnderTraining()
            : throw new FaceError(400, kind.Name + "NotTrained", $"{kind.Spoken} is not trained.");
    }

    protected FaceError NotFound(int status) => new(status, kind.Name + "NotFound", $"{kind.Spoken} is not found.");

    protected static FaceError Full(string what) => new(403, "QuotaExceeded", what);

    /// <summary>The face that the request adds: its numbers, and what the client keeps with it.</summary>
    protected async Task<(float[] Descriptor, string? UserData)> FaceToAddAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        string? userData = request.Query["userData"].FirstOrDefault();
        if (userData?.Length > LongestUserDataOfAFace)
        {
            throw FaceError.BadArgument("'userData' is too long.");
        }

        DetectQuery.DetectionModel(request.Query);
        FaceTarget? target = FaceTarget.Parse(request.Query["targetFace"]);
        SeenPicture seen = await sight.LookAsync(await PictureRequest.ReadAsync(request, context.RequestAborted), true, context.RequestAborted);
        target?.RefuseOutside(seen);
        return (seen.Descriptors![FaceTarget.TheOnlyFace(seen.Faces, target)], userData);
    }

    protected async Task UpdateFaceAsync(HttpContext context, StoredFace face)
    {
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        store.UpdateFace(face.Id, request.Short("userData", LongestUserDataOfAFace) ?? throw FaceError.BadArgument("'userData' is empty."));
    }

    [GeneratedRegex("^[a-z0-9-_]{1,64}$")]
    private static partial Regex CollectionId();

    private static bool WantsModel(HttpRequest request) => bool.TryParse(request.Query["returnRecognitionModel"], out bool wanted) && wanted;

    private FaceError UnderTraining() => new(409, kind.Name + "TrainingNotFinished", $"{kind.Spoken} is under training.");

    private Task ListAsync(HttpContext context)
    {
        // The service gives all face lists at once: there are 64 at most.
        List<StoredCollection> collections = kind.NothingToTrain is null ? store.Page(string.Empty, LargestPage) : store.Page(Start(context.Request), Top(context.Request));
        bool model = WantsModel(context.Request);
        return WriteAllAsync(context, collections, (json, collection) => Write(json, collection, model, false));
    }

    private void Write(Utf8JsonWriter json, StoredCollection collection, bool model, bool members)
    {
        json.WriteStartObject();
        json.WriteString(kind.IdName, collection.Id);
        json.WriteString("name", collection.Name);
        WritePart(json, "userData", collection.UserData);
        WritePart(json, "recognitionModel", model ? collection.Model : null);
        if (members)
        {
            WriteMembers(json, collection);
        }

        json.WriteEndObject();
    }

    private async Task CreateAsync(HttpContext context)
    {
        string id = Route(context, "id");
        if (!CollectionId().IsMatch(id))
        {
            throw FaceError.BadArgument($"{kind.Spoken} ID is invalid.");
        }

        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        string model = request.Text("recognitionModel") ?? "recognition_01";
        if (model is not ("recognition_01" or "recognition_02" or "recognition_03" or "recognition_04"))
        {
            throw FaceError.BadArgument("'recognitionModel' is invalid.");
        }

        switch (store.Add(id, RequiredName(request), request.Short("userData", LongestUserData), model))
        {
            case Addition.Full:
                throw Full($"{kind.Spoken} number reached subscription limit.");
            case Addition.Refused:
                throw new FaceError(409, kind.Name + "Exists", $"{kind.Spoken} '{id}' already exists.");
            default:
                break;
        }
    }

    private Task GetAsync(HttpContext context)
    {
        StoredCollection collection = Collection(context);
        bool model = WantsModel(context.Request);
        return JsonAnswer.WriteAsync(context.Response, json => Write(json, collection, model, true));
    }

    private async Task UpdateAsync(HttpContext context)
    {
        StoredCollection collection = CollectionToChange(context);
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        (string? newName, string? userData) = Changes(request);
        store.Update(collection.Id, newName, userData);
    }

    private Task Delete(HttpContext context)
    {
        store.Delete(CollectionToChange(context).Id);
        return Task.CompletedTask;
    }

    private async Task TrainAsync(HttpContext context)
    {
        StoredCollection collection = CollectionToChange(context);
        if (!store.BeginTraining(collection.Id))
        {
            throw UnderTraining();
        }

        Task training = FinishTrainingAsync(collection.Id);
        if (trainingTime == TimeSpan.Zero)
        {
            // A script's next call then finds it done every time, and not only sometimes.
            await training;
        }

        HttpRequest request = context.Request;
        string path = request.Path.Value!.TrimEnd('/');
        context.Response.StatusCode = 202;
        context.Response.Headers["operation-location"] = $"{request.Scheme}://{request.Host}{path[..^"train".Length]}training";
    }

    private async Task FinishTrainingAsync(string id)
    {
        await Task.Delay(trainingTime);
        store.EndTraining(id);
    }

    private Task TrainingAsync(HttpContext context)
    {
        StoredCollection collection = Collection(context);
        return collection.Status is null ? throw new FaceError(404, kind.Name + "NotTrained", $"{kind.Spoken} is not trained.") : JsonAnswer.WriteAsync(context.Response, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", collection.Status);
            json.WriteString("createdDateTime", collection.Created);
            json.WriteString("lastActionDateTime", collection.LastAction);
            json.WriteString("lastSuccessfulTrainingDateTime", collection.LastSuccess ?? NoSuccess);
            json.WriteString("message", collection.Message);
            json.WriteEndObject();
        });
    }
}
