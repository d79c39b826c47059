using Azure;
using Azure.AI.Vision.Face;

namespace FaceCmdlets.Service;

/// <summary>Large person groups, with the Face client.</summary>
internal sealed class PersonGroupService(FaceAdministrationClient administration, FaceClient client, CollectionCall call) : IPersonGroupService
{
    public Task CreateAsync(string group, string name, string? userData, string recognitionModel, RequestScope scope) =>
        call.CreateAsync(() => Client(group).CreateAsync(name, userData, recognitionModel, scope.Cancelled), group, async () => await GetAsync(group, scope).ConfigureAwait(false) is { } made && made.Name == name && made.UserData == userData && made.RecognitionModel == recognitionModel, scope);

    public async Task<FacePersonGroup> GetAsync(string group, RequestScope scope) =>
        ToGroup((await call.SendAsync(() => Client(group).GetLargePersonGroupAsync(true, scope.Cancelled), group, scope).ConfigureAwait(false)).Value);

    public async Task<IReadOnlyList<FacePersonGroup>> GetPageAsync(string? after, RequestScope scope)
    {
        Response<IReadOnlyList<LargePersonGroup>> page = await call.SendAsync(() => Client(CollectionCall.AnyId).GetLargePersonGroupsAsync(after, null, true, scope.Cancelled), "person groups", scope).ConfigureAwait(false);
        return [.. page.Value.Select(ToGroup)];
    }

    public Task UpdateAsync(string group, string? name, string? userData, RequestScope scope) =>
        call.SendAsync(() => Client(group).UpdateAsync(CollectionCall.Changes(name, userData), CollectionCall.Context(scope)), group, scope);

    public Task DeleteAsync(string group, RequestScope scope) => call.DeleteAsync(() => Client(group).DeleteAsync(CollectionCall.Context(scope)), group, scope);

    public async Task<Guid> CreatePersonAsync(string group, string name, string? userData, RequestScope scope) =>
        (await call.SendAsync(() => Client(group).CreatePersonAsync(name, userData, scope.Cancelled), name, scope, group).ConfigureAwait(false)).Value.PersonId;

    public async Task<FacePerson> GetPersonAsync(string group, Guid person, RequestScope scope) =>
        ToPerson(group, (await call.SendAsync(() => Client(group).GetPersonAsync(person, scope.Cancelled), person.ToString(), scope, group).ConfigureAwait(false)).Value);

    public async Task<IReadOnlyList<FacePerson>> GetPersonPageAsync(string group, string? after, RequestScope scope)
    {
        Response<IReadOnlyList<LargePersonGroupPerson>> page = await call.SendAsync(() => Client(group).GetPersonsAsync(after, null, scope.Cancelled), group, scope).ConfigureAwait(false);
        return [.. page.Value.Select(person => ToPerson(group, person))];
    }

    public Task UpdatePersonAsync(string group, Guid person, string? name, string? userData, RequestScope scope) =>
        call.SendAsync(() => Client(group).UpdatePersonAsync(person, CollectionCall.Changes(name, userData), CollectionCall.Context(scope)), person.ToString(), scope, group);

    public Task DeletePersonAsync(string group, Guid person, RequestScope scope) =>
        call.DeleteAsync(() => Client(group).DeletePersonAsync(person, CollectionCall.Context(scope)), person.ToString(), scope, group);

    public Task<Guid> AddFaceAsync(string group, Guid person, PictureSource picture, IReadOnlyList<int>? target, string detectionModel, string? userData, RequestScope scope) =>
        call.AddFaceAsync(
            picture,
            target,
            group,
            scope,
            uri => Client(group).AddFaceAsync(person, uri, target, detectionModel, userData, scope.Cancelled),
            (content, face) => Client(group).AddFaceAsync(person, content, face, detectionModel, userData, CollectionCall.Context(scope)));

    public async Task<PersistedFace> GetFaceAsync(string group, Guid person, Guid face, RequestScope scope)
    {
        LargePersonGroupPersonFace found = (await call.SendAsync(() => Client(group).GetFaceAsync(person, face, scope.Cancelled), face.ToString(), scope, group).ConfigureAwait(false)).Value;
        return new PersistedFace { PersistedFaceId = found.PersistedFaceId, UserData = found.UserData, PersonId = person, PersonGroupId = group, Standard = false };
    }

    public Task UpdateFaceAsync(string group, Guid person, Guid face, string userData, RequestScope scope) =>
        call.SendAsync(() => Client(group).UpdateFaceAsync(person, face, CollectionCall.Changes(null, userData), CollectionCall.Context(scope)), face.ToString(), scope, group);

    public Task DeleteFaceAsync(string group, Guid person, Guid face, RequestScope scope) =>
        call.DeleteAsync(() => Client(group).DeleteFaceAsync(person, face, CollectionCall.Context(scope)), face.ToString(), scope, group);

    public Task StartTrainingAsync(string collection, RequestScope scope) =>
        call.SendAsync(() => Client(collection).TrainAsync(WaitUntil.Started, CollectionCall.Context(scope)), collection, scope);

    public Task<FaceTraining> GetTrainingAsync(string collection, RequestScope scope) =>
        call.GetTrainingAsync(() => Client(collection).GetTrainingStatusAsync(scope.Cancelled), collection, isList: false, standard: false, scope);

    public async Task<(bool IsIdentical, double Confidence)> VerifyAsync(string group, Guid person, Guid faceId, string about, RequestScope scope)
    {
        FaceVerificationResult result = (await call.SendAsync(() => client.VerifyFromLargePersonGroupAsync(faceId, group, person, scope.Cancelled), about, scope, group).ConfigureAwait(false)).Value;
        return (result.IsIdentical, Math.Round(result.Confidence, 5));
    }

    public async Task<IReadOnlyList<(Guid FaceId, IReadOnlyList<(Guid Person, double Confidence)> Candidates)>> IdentifyAsync(string group, IReadOnlyList<Guid> faces, int most, double? threshold, string about, RequestScope scope)
    {
        Response<IReadOnlyList<FaceIdentificationResult>> found = await call.SendAsync(() => client.IdentifyFromLargePersonGroupAsync(faces, group, most, (float?)threshold, scope.Cancelled), about, scope, group).ConfigureAwait(false);
        return [.. found.Value.Select(face => (face.FaceId, (IReadOnlyList<(Guid, double)>)[.. face.Candidates.Select(candidate => (candidate.PersonId, Math.Round((double)candidate.Confidence, 5)))]))];
    }

    private static FacePersonGroup ToGroup(LargePersonGroup group) => new() { PersonGroupId = group.LargePersonGroupId, Name = group.Name, UserData = group.UserData, RecognitionModel = group.RecognitionModel?.ToString(), Standard = false };

    private static FacePerson ToPerson(string group, LargePersonGroupPerson person) => new() { PersonGroupId = group, PersonId = person.PersonId, Name = person.Name, UserData = person.UserData, PersistedFaceIds = person.PersistedFaceIds, Standard = false };

    private LargePersonGroupClient Client(string group) => administration.GetLargePersonGroupClient(group);
}
