using Azure;
using Azure.AI.Vision.Face;

namespace FaceCmdlets.Service;

/// <summary>Verification, similar faces and grouping, with the Face client.</summary>
internal sealed class RecognitionService(FaceClient client, ServiceCall call) : IRecognitionService
{
    public static FindSimilarMatchMode ToWire(SimilarityMode mode) => mode == SimilarityMode.MatchFace ? FindSimilarMatchMode.MatchFace : FindSimilarMatchMode.MatchPerson;

    /// <summary>The faces of a list among what was found.</summary>
    public static IReadOnlyList<(Guid PersistedFaceId, double Confidence)> Persisted(IReadOnlyList<FaceFindSimilarResult> found) =>
        [.. found.Where(face => face.PersistedFaceId is not null).Select(face => (face.PersistedFaceId!.Value, Math.Round((double)face.Confidence, 5)))];

    public async Task<(bool IsIdentical, double Confidence)> VerifyAsync(Guid faceId1, Guid faceId2, string about, RequestScope scope)
    {
        Response<FaceVerificationResult> response = await call.SendAsync(() => client.VerifyFaceToFaceAsync(faceId1, faceId2, scope.Cancelled), about, scope).ConfigureAwait(false);
        return (response.Value.IsIdentical, Math.Round(response.Value.Confidence, 5));
    }

    public async Task<IReadOnlyList<(Guid FaceId, double Confidence)>> FindSimilarAsync(Guid faceId, IReadOnlyList<Guid> among, int most, SimilarityMode mode, string about, RequestScope scope)
    {
        Response<IReadOnlyList<FaceFindSimilarResult>> response = await call.SendAsync(() => client.FindSimilarAsync(faceId, among, most, ToWire(mode), scope.Cancelled), about, scope).ConfigureAwait(false);
        return [.. response.Value.Where(face => face.FaceId is not null).Select(face => (face.FaceId!.Value, Math.Round((double)face.Confidence, 5)))];
    }

    public async Task<IReadOnlyList<IReadOnlyList<Guid>>> GroupAsync(IReadOnlyList<Guid> faceIds, RequestScope scope)
    {
        Response<FaceGroupingResult> response = await call.SendAsync(() => client.GroupAsync(faceIds, scope.Cancelled), $"{faceIds.Count} faces", scope).ConfigureAwait(false);
        return [.. response.Value.Groups.Select(group => (IReadOnlyList<Guid>)[.. group])];
    }
}
