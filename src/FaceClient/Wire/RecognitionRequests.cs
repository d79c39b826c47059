using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>What is asked about faces by their ids: /findsimilars, /identify, /verify and /group.</summary>
internal static class RecognitionRequests
{
    public static FaceRequest FindSimilar(RequestContent content) => Post("/findsimilars", content);

    public static FaceRequest FindSimilar(Guid faceId, IEnumerable<Guid> faceIds, int? maxNumOfCandidatesReturned, FindSimilarMatchMode? mode)
    {
        ArgumentNullException.ThrowIfNull(faceIds);
        return FindSimilar(JsonBody.Of(json =>
        {
            json.Write("faceId", faceId);
            json.Write("maxNumOfCandidatesReturned", maxNumOfCandidatesReturned);
            json.Write("mode", mode?.ToString());
            json.WriteGuids("faceIds", faceIds);
        }));
    }

    /// <param name="faceId">The face to look for.</param>
    /// <param name="member">faceListId or largeFaceListId.</param>
    /// <param name="listId">The list's id.</param>
    /// <param name="maxNumOfCandidatesReturned">How many at most.</param>
    /// <param name="mode">Same person, or most alike.</param>
    public static FaceRequest FindSimilarInList(Guid faceId, string member, string listId, int? maxNumOfCandidatesReturned, FindSimilarMatchMode? mode)
    {
        ArgumentException.ThrowIfNullOrEmpty(listId, member);
        return FindSimilar(JsonBody.Of(json =>
        {
            json.Write("faceId", faceId);
            json.Write("maxNumOfCandidatesReturned", maxNumOfCandidatesReturned);
            json.Write("mode", mode?.ToString());
            json.Write(member, listId);
        }));
    }

    public static FaceRequest Identify(RequestContent content) => Post("/identify", content);

    /// <param name="faceIds">The faces in question.</param>
    /// <param name="member">personGroupId or largePersonGroupId.</param>
    /// <param name="groupId">The group's id.</param>
    /// <param name="maxNumOfCandidatesReturned">How many a face at most.</param>
    /// <param name="confidenceThreshold">How sure at least.</param>
    public static FaceRequest IdentifyInGroup(IEnumerable<Guid> faceIds, string member, string groupId, int? maxNumOfCandidatesReturned, float? confidenceThreshold)
    {
        ArgumentNullException.ThrowIfNull(faceIds);
        ArgumentException.ThrowIfNullOrEmpty(groupId, member);
        return Identify(JsonBody.Of(json =>
        {
            json.WriteGuids("faceIds", faceIds);
            json.Write(member, groupId);
            json.Write("maxNumOfCandidatesReturned", maxNumOfCandidatesReturned);
            json.Write("confidenceThreshold", confidenceThreshold);
        }));
    }

    public static FaceRequest Verify(RequestContent content) => Post("/verify", content);

    public static FaceRequest VerifyFaces(Guid faceId1, Guid faceId2) => Verify(JsonBody.Of(json =>
    {
        json.Write("faceId1", faceId1);
        json.Write("faceId2", faceId2);
    }));

    /// <param name="faceId">The face in question.</param>
    /// <param name="member">personGroupId or largePersonGroupId.</param>
    /// <param name="groupId">The group's id.</param>
    /// <param name="personId">Who it is said to be.</param>
    public static FaceRequest VerifyInGroup(Guid faceId, string member, string groupId, Guid personId)
    {
        ArgumentException.ThrowIfNullOrEmpty(groupId, member);
        return Verify(JsonBody.Of(json =>
        {
            json.Write("faceId", faceId);
            json.Write(member, groupId);
            json.Write("personId", personId);
        }));
    }

    public static FaceRequest Group(RequestContent content) => Post("/group", content);

    public static FaceRequest Group(IEnumerable<Guid> faceIds)
    {
        ArgumentNullException.ThrowIfNull(faceIds);
        return Group(JsonBody.Of(json => json.WriteGuids("faceIds", faceIds)));
    }

    private static FaceRequest Post(string path, RequestContent content) => new FaceRequest(RequestMethod.Post, path).Json(content);
}
