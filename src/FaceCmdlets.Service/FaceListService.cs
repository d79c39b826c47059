using Azure;
using Azure.AI.Vision.Face;

namespace FaceCmdlets.Service;

/// <summary>Large face lists, with the Face client.</summary>
internal sealed class FaceListService(FaceAdministrationClient administration, FaceClient client, CollectionCall call) : IFaceListService
{
    public Task CreateAsync(string list, string name, string? userData, string recognitionModel, RequestScope scope) =>
        call.CreateAsync(() => Client(list).CreateAsync(name, userData, recognitionModel, scope.Cancelled), list, async () => await GetAsync(list, scope).ConfigureAwait(false) is { } made && made.Name == name && made.UserData == userData && made.RecognitionModel == recognitionModel, scope);

    public async Task<FaceList> GetAsync(string list, RequestScope scope) =>
        ToList((await call.SendAsync(() => Client(list).GetLargeFaceListAsync(true, scope.Cancelled), list, scope).ConfigureAwait(false)).Value);

    public async Task<IReadOnlyList<FaceList>> GetPageAsync(string? after, RequestScope scope)
    {
        Response<IReadOnlyList<LargeFaceList>> page = await call.SendAsync(() => Client(CollectionCall.AnyId).GetLargeFaceListsAsync(after, null, true, scope.Cancelled), "face lists", scope).ConfigureAwait(false);
        return [.. page.Value.Select(ToList)];
    }

    public Task UpdateAsync(string list, string? name, string? userData, RequestScope scope) =>
        call.SendAsync(() => Client(list).UpdateAsync(CollectionCall.Changes(name, userData), CollectionCall.Context(scope)), list, scope);

    public Task DeleteAsync(string list, RequestScope scope) => call.DeleteAsync(() => Client(list).DeleteAsync(CollectionCall.Context(scope)), list, scope);

    public Task<Guid> AddFaceAsync(string list, PictureSource picture, IReadOnlyList<int>? target, string detectionModel, string? userData, RequestScope scope) =>
        call.AddFaceAsync(
            picture,
            target,
            list,
            scope,
            uri => Client(list).AddFaceAsync(uri, target, detectionModel, userData, scope.Cancelled),
            (content, face) => Client(list).AddFaceAsync(content, face, detectionModel, userData, CollectionCall.Context(scope)));

    public async Task<FaceListFace> GetFaceAsync(string list, Guid face, RequestScope scope) =>
        ToFace(list, (await call.SendAsync(() => Client(list).GetFaceAsync(face, scope.Cancelled), face.ToString(), scope, list).ConfigureAwait(false)).Value);

    public async Task<IReadOnlyList<FaceListFace>> GetFacePageAsync(string list, string? after, RequestScope scope)
    {
        Response<IReadOnlyList<LargeFaceListFace>> page = await call.SendAsync(() => Client(list).GetFacesAsync(after, null, scope.Cancelled), list, scope).ConfigureAwait(false);
        return [.. page.Value.Select(face => ToFace(list, face))];
    }

    public Task UpdateFaceAsync(string list, Guid face, string userData, RequestScope scope) =>
        call.SendAsync(() => Client(list).UpdateFaceAsync(face, CollectionCall.Changes(null, userData), CollectionCall.Context(scope)), face.ToString(), scope, list);

    public Task DeleteFaceAsync(string list, Guid face, RequestScope scope) => call.DeleteAsync(() => Client(list).DeleteFaceAsync(face, CollectionCall.Context(scope)), face.ToString(), scope, list);

    public Task StartTrainingAsync(string collection, RequestScope scope) =>
        call.SendAsync(() => Client(collection).TrainAsync(WaitUntil.Started, CollectionCall.Context(scope)), collection, scope);

    public Task<FaceTraining> GetTrainingAsync(string collection, RequestScope scope) =>
        call.GetTrainingAsync(() => Client(collection).GetTrainingStatusAsync(scope.Cancelled), collection, isList: true, standard: false, scope);

    public async Task<IReadOnlyList<(Guid PersistedFaceId, double Confidence)>> FindSimilarAsync(string list, Guid faceId, int most, SimilarityMode mode, string about, RequestScope scope) =>
        RecognitionService.Persisted((await call.SendAsync(() => client.FindSimilarFromLargeFaceListAsync(faceId, list, most, RecognitionService.ToWire(mode), scope.Cancelled), about, scope, list).ConfigureAwait(false)).Value);

    private static FaceList ToList(LargeFaceList list) => new() { FaceListId = list.LargeFaceListId, Name = list.Name, UserData = list.UserData, RecognitionModel = list.RecognitionModel?.ToString() };

    private static FaceListFace ToFace(string list, LargeFaceListFace face) => new() { FaceListId = list, PersistedFaceId = face.PersistedFaceId, UserData = face.UserData };

    private LargeFaceListClient Client(string list) => administration.GetLargeFaceListClient(list);
}
