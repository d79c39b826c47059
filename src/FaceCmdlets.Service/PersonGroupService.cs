using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>Large person groups, with the Face client.</summary>
internal sealed class PersonGroupService(FaceAdministrationClient administration, FaceClient client, ServiceCall call) : IPersonGroupService
{
    /// <summary>The client for lists wants an id that it then ignores.</summary>
    private const string AnyGroup = "any";

    public Task CreateAsync(string group, string name, string? userData, string recognitionModel, RequestScope scope) =>
        Send(() => Client(group).CreateAsync(name, userData, recognitionModel, scope.Cancelled), group, scope);

    public async Task<FacePersonGroup> GetAsync(string group, RequestScope scope) =>
        ToGroup((await Send(() => Client(group).GetLargePersonGroupAsync(true, scope.Cancelled), group, scope).ConfigureAwait(false)).Value);

    public async Task<IReadOnlyList<FacePersonGroup>> GetPageAsync(string? after, RequestScope scope)
    {
        Response<IReadOnlyList<LargePersonGroup>> page = await Send(() => Client(AnyGroup).GetLargePersonGroupsAsync(after, null, true, scope.Cancelled), "person groups", scope).ConfigureAwait(false);
        return [.. page.Value.Select(ToGroup)];
    }

    public Task UpdateAsync(string group, string? name, string? userData, RequestScope scope) =>
        Send(() => Client(group).UpdateAsync(Changes(name, userData), Context(scope)), group, scope);

    public Task DeleteAsync(string group, RequestScope scope) => Send(() => Client(group).DeleteAsync(Context(scope)), group, scope);

    public async Task<Guid> CreatePersonAsync(string group, string name, string? userData, RequestScope scope) =>
        (await Send(() => Client(group).CreatePersonAsync(name, userData, scope.Cancelled), name, scope).ConfigureAwait(false)).Value.PersonId;

    public async Task<FacePerson> GetPersonAsync(string group, Guid person, RequestScope scope) =>
        ToPerson(group, (await Send(() => Client(group).GetPersonAsync(person, scope.Cancelled), person.ToString(), scope).ConfigureAwait(false)).Value);

    public async Task<IReadOnlyList<FacePerson>> GetPersonPageAsync(string group, string? after, RequestScope scope)
    {
        Response<IReadOnlyList<LargePersonGroupPerson>> page = await Send(() => Client(group).GetPersonsAsync(after, null, scope.Cancelled), group, scope).ConfigureAwait(false);
        return [.. page.Value.Select(person => ToPerson(group, person))];
    }

    public Task UpdatePersonAsync(string group, Guid person, string? name, string? userData, RequestScope scope) =>
        Send(() => Client(group).UpdatePersonAsync(person, Changes(name, userData), Context(scope)), person.ToString(), scope);

    public Task DeletePersonAsync(string group, Guid person, RequestScope scope) => Send(() => Client(group).DeletePersonAsync(person, Context(scope)), person.ToString(), scope);

    public async Task<Guid> AddFaceAsync(string group, Guid person, PictureSource picture, IReadOnlyList<int>? target, string detectionModel, string? userData, RequestScope scope)
    {
        BinaryData content = BinaryData.FromBytes(await picture.ReadAsync(scope.Cancelled).ConfigureAwait(false));
        Response<AddFaceResult> added = await Send(() => Client(group).AddFaceAsync(person, content, target, detectionModel, userData, scope.Cancelled), picture.Name, scope).ConfigureAwait(false);
        return added.Value.PersistedFaceId;
    }

    public async Task<PersistedFace> GetFaceAsync(string group, Guid person, Guid face, RequestScope scope)
    {
        LargePersonGroupPersonFace found = (await Send(() => Client(group).GetFaceAsync(person, face, scope.Cancelled), face.ToString(), scope).ConfigureAwait(false)).Value;
        return new PersistedFace { PersistedFaceId = found.PersistedFaceId, UserData = found.UserData, PersonId = person, PersonGroupId = group };
    }

    public Task UpdateFaceAsync(string group, Guid person, Guid face, string userData, RequestScope scope) =>
        Send(() => Client(group).UpdateFaceAsync(person, face, Changes(null, userData), Context(scope)), face.ToString(), scope);

    public Task DeleteFaceAsync(string group, Guid person, Guid face, RequestScope scope) => Send(() => Client(group).DeleteFaceAsync(person, face, Context(scope)), face.ToString(), scope);

    public Task StartTrainingAsync(string group, RequestScope scope) => Send(() => Client(group).TrainAsync(WaitUntil.Started, Context(scope)), group, scope);

    public async Task<FaceTraining> GetTrainingAsync(string group, RequestScope scope)
    {
        FaceTrainingResult training = (await Send(() => Client(group).GetTrainingStatusAsync(scope.Cancelled), group, scope).ConfigureAwait(false)).Value;
        return new FaceTraining
        {
            PersonGroupId = group,
            Status = Enum.Parse<FaceTrainingStatus>(training.Status.ToString(), ignoreCase: true),
            Created = training.CreatedDateTime,
            LastAction = training.LastActionDateTime,
            Message = training.Message,
        };
    }

    public async Task<IReadOnlyList<(Guid FaceId, IReadOnlyList<(Guid Person, double Confidence)> Candidates)>> IdentifyAsync(string group, IReadOnlyList<Guid> faces, int most, double? threshold, RequestScope scope)
    {
        Response<IReadOnlyList<FaceIdentificationResult>> found = await Send(() => client.IdentifyFromLargePersonGroupAsync(faces, group, most, (float?)threshold, scope.Cancelled), $"{faces.Count} faces in {group}", scope).ConfigureAwait(false);
        return [.. found.Value.Select(face => (face.FaceId, (IReadOnlyList<(Guid, double)>)[.. face.Candidates.Select(candidate => (candidate.PersonId, Math.Round((double)candidate.Confidence, 5)))]))];
    }

    private static RequestContext Context(RequestScope scope) => new() { CancellationToken = scope.Cancelled };

    /// <summary>JSON of what is to change; what is null is left out.</summary>
    private static RequestContent Changes(string? name, string? userData) =>
        RequestContent.Create(new[] { (Name: "name", Value: name), (Name: "userData", Value: userData) }.Where(change => change.Value is not null).ToDictionary(change => change.Name, change => change.Value));

    private static FacePersonGroup ToGroup(LargePersonGroup group) => new() { PersonGroupId = group.LargePersonGroupId, Name = group.Name, UserData = group.UserData, RecognitionModel = group.RecognitionModel?.ToString() };

    private static FacePerson ToPerson(string group, LargePersonGroupPerson person) => new() { PersonGroupId = group, PersonId = person.PersonId, Name = person.Name, UserData = person.UserData, PersistedFaceIds = person.PersistedFaceIds };

    private LargePersonGroupClient Client(string group) => administration.GetLargePersonGroupClient(group);

    private Task<T> Send<T>(Func<Task<T>> send, string name, RequestScope scope) => call.SendAsync(send, name, scope);
}
