namespace FaceCmdlets;

/// <summary>What the service does with face ids; an error says what it was about, in the words of whoever asked. Throws <see cref="FaceServiceException"/> only, or OperationCanceledException.</summary>
internal interface IRecognitionService
{
    /// <summary>Whether two faces are one person's, and how sure the service is, 0 to 1.</summary>
    Task<(bool IsIdentical, double Confidence)> VerifyAsync(Guid faceId1, Guid faceId2, string about, RequestScope scope);

    /// <summary>The most similar of at most 1000 faces, best first.</summary>
    Task<IReadOnlyList<(Guid FaceId, double Confidence)>> FindSimilarAsync(Guid faceId, IReadOnlyList<Guid> among, int most, SimilarityMode mode, string about, RequestScope scope);

    /// <summary>Puts 2 to 1000 faces into groups that look alike, largest first; what is like nothing else is in no group.</summary>
    Task<IReadOnlyList<IReadOnlyList<Guid>>> GroupAsync(IReadOnlyList<Guid> faceIds, RequestScope scope);
}
