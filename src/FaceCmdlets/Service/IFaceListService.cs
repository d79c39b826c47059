namespace FaceCmdlets;

/// <summary>Face lists, large or small. Throws <see cref="FaceServiceException"/> only, or OperationCanceledException.</summary>
internal interface IFaceListService : ITrainableCollection
{
    Task CreateAsync(string list, string name, string? userData, string recognitionModel, RequestScope scope);

    Task<FaceList> GetAsync(string list, RequestScope scope);

    /// <summary>One page of at most 1000, after this id.</summary>
    Task<IReadOnlyList<FaceList>> GetPageAsync(string? after, RequestScope scope);

    /// <summary>What is null keeps its value.</summary>
    Task UpdateAsync(string list, string? name, string? userData, RequestScope scope);

    Task DeleteAsync(string list, RequestScope scope);

    Task<Guid> AddFaceAsync(string list, PictureSource picture, IReadOnlyList<int>? target, string detectionModel, string? userData, RequestScope scope);

    Task<FaceListFace> GetFaceAsync(string list, Guid face, RequestScope scope);

    /// <summary>One page of at most 1000, after this id.</summary>
    Task<IReadOnlyList<FaceListFace>> GetFacePageAsync(string list, string? after, RequestScope scope);

    /// <summary>Small lists have no such operation.</summary>
    Task UpdateFaceAsync(string list, Guid face, string userData, RequestScope scope);

    Task DeleteFaceAsync(string list, Guid face, RequestScope scope);

    /// <summary>The most similar of the list's faces, best first. An error says what it was about.</summary>
    Task<IReadOnlyList<(Guid PersistedFaceId, double Confidence)>> FindSimilarAsync(string list, Guid faceId, int most, SimilarityMode mode, string about, RequestScope scope);
}
