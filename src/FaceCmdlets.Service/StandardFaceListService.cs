using System.Management.Automation;
using Azure;
using Azure.AI.Vision.Face;

namespace FaceCmdlets.Service;

/// <summary>Small face lists, with the Face client. They come whole, with their faces, and need no training.</summary>
internal sealed class StandardFaceListService(FaceStandardAdministrationClient administration, CollectionCall call) : IFaceListService
{
    public Task CreateAsync(string list, string name, string? userData, string recognitionModel, RequestScope scope) =>
        call.CreateAsync(() => Client(list).CreateAsync(name, userData, recognitionModel, scope.Cancelled), list, async () => await GetAsync(list, scope).ConfigureAwait(false) is { } made && made.Name == name && made.UserData == userData && made.RecognitionModel == recognitionModel, scope);

    public async Task<FaceList> GetAsync(string list, RequestScope scope) => ToList(await WholeAsync(list, scope).ConfigureAwait(false));

    public async Task<IReadOnlyList<FaceList>> GetPageAsync(string? after, RequestScope scope)
    {
        if (after is not null)
        {
            // A resource has 64 at most, and the service lists them at once.
            return [];
        }

        Response<IReadOnlyList<Azure.AI.Vision.Face.FaceList>> all = await call.SendAsync(() => Client(CollectionCall.AnyId).GetFaceListsAsync(true, scope.Cancelled), "face lists", scope).ConfigureAwait(false);
        return [.. all.Value.Select(ToList)];
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
        (await GetFacePageAsync(list, null, scope).ConfigureAwait(false)).FirstOrDefault(found => found.PersistedFaceId == face)
            ?? throw new FaceServiceException("PersistedFaceNotFound", $"'{list}' has no face {face}. Get-AzFaceListFace {list} -Standard lists them.", ErrorCategory.ObjectNotFound, false, 404);

    public async Task<IReadOnlyList<FaceListFace>> GetFacePageAsync(string list, string? after, RequestScope scope) =>
        after is not null ? [] : [.. (await WholeAsync(list, scope).ConfigureAwait(false)).PersistedFaces.Select(face => new FaceListFace { FaceListId = list, PersistedFaceId = face.PersistedFaceId, UserData = face.UserData, Standard = true })];

    public Task UpdateFaceAsync(string list, Guid face, string userData, RequestScope scope) =>
        throw new FaceServiceException("NotSupportedByStandard", "The service cannot change a face of a small list. Add it again with the new -UserData and remove the old one, or use a large list.", ErrorCategory.InvalidOperation, false);

    public Task DeleteFaceAsync(string list, Guid face, RequestScope scope) => call.DeleteAsync(() => Client(list).DeleteFaceAsync(face, CollectionCall.Context(scope)), face.ToString(), scope, list);

    public Task StartTrainingAsync(string collection, RequestScope scope) => throw NoTraining(collection);

    public Task<FaceTraining> GetTrainingAsync(string collection, RequestScope scope) => throw NoTraining(collection);

    public async Task<IReadOnlyList<(Guid PersistedFaceId, double Confidence)>> FindSimilarAsync(string list, Guid faceId, int most, SimilarityMode mode, string about, RequestScope scope) =>
        RecognitionService.Persisted((await call.SendAsync(() => Client(list).FindSimilarAsync(faceId, most, RecognitionService.ToWire(mode), scope.Cancelled), about, scope, list).ConfigureAwait(false)).Value);

    private static FaceServiceException NoTraining(string list) =>
        new("NotSupportedByStandard", $"The small list '{list}' needs no training: its faces are found as soon as they are added.", ErrorCategory.InvalidOperation, false);

    private static FaceList ToList(Azure.AI.Vision.Face.FaceList list) => new() { FaceListId = list.FaceListId, Name = list.Name, UserData = list.UserData, RecognitionModel = list.RecognitionModel?.ToString(), Standard = true };

    private async Task<Azure.AI.Vision.Face.FaceList> WholeAsync(string list, RequestScope scope) =>
        (await call.SendAsync(() => Client(list).GetFaceListAsync(true, scope.Cancelled), list, scope).ConfigureAwait(false)).Value;

    private FaceListClient Client(string list) => administration.GetFaceListClient(list);
}
