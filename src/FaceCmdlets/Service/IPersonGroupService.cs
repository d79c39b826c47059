namespace FaceCmdlets;

/// <summary>Person groups, large or small. Throws <see cref="FaceServiceException"/> only, or OperationCanceledException.</summary>
internal interface IPersonGroupService : ITrainableCollection
{
    Task CreateAsync(string group, string name, string? userData, string recognitionModel, RequestScope scope);

    Task<FacePersonGroup> GetAsync(string group, RequestScope scope);

    /// <summary>One page of at most 1000, after this id.</summary>
    Task<IReadOnlyList<FacePersonGroup>> GetPageAsync(string? after, RequestScope scope);

    /// <summary>What is null keeps its value.</summary>
    Task UpdateAsync(string group, string? name, string? userData, RequestScope scope);

    Task DeleteAsync(string group, RequestScope scope);

    Task<Guid> CreatePersonAsync(string group, string name, string? userData, RequestScope scope);

    Task<FacePerson> GetPersonAsync(string group, Guid person, RequestScope scope);

    /// <summary>One page of at most 1000, after this id.</summary>
    Task<IReadOnlyList<FacePerson>> GetPersonPageAsync(string group, string? after, RequestScope scope);

    /// <summary>What is null keeps its value.</summary>
    Task UpdatePersonAsync(string group, Guid person, string? name, string? userData, RequestScope scope);

    Task DeletePersonAsync(string group, Guid person, RequestScope scope);

    Task<Guid> AddFaceAsync(string group, Guid person, PictureSource picture, IReadOnlyList<int>? target, string detectionModel, string? userData, RequestScope scope);

    Task<PersistedFace> GetFaceAsync(string group, Guid person, Guid face, RequestScope scope);

    Task UpdateFaceAsync(string group, Guid person, Guid face, string userData, RequestScope scope);

    Task DeleteFaceAsync(string group, Guid person, Guid face, RequestScope scope);

    /// <summary>Whether the face is the person's, and how sure the service is, 0 to 1. An error says what it was about.</summary>
    Task<(bool IsIdentical, double Confidence)> VerifyAsync(string group, Guid person, Guid faceId, string about, RequestScope scope);

    /// <summary>For at most ten faces: each with its candidates, best first. An error says what it was about.</summary>
    Task<IReadOnlyList<(Guid FaceId, IReadOnlyList<(Guid Person, double Confidence)> Candidates)>> IdentifyAsync(string group, IReadOnlyList<Guid> faces, int most, double? threshold, string about, RequestScope scope);
}
