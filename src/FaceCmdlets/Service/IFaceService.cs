namespace FaceCmdlets;

/// <summary>The one door to the network. FaceCmdlets.Service implements it in the private load context.</summary>
internal interface IFaceService : IDisposable
{
    /// <summary>Finds the faces of one picture. Throws <see cref="FaceServiceException"/> only, or OperationCanceledException.</summary>
    Task<IReadOnlyList<DetectedFace>> DetectAsync(PictureSource picture, DetectionRequest request, RequestScope scope);

    /// <summary>What is done with face ids.</summary>
    IRecognitionService Recognition { get; }

    /// <summary>Large person groups.</summary>
    IPersonGroupService PersonGroups { get; }

    /// <summary>Small person groups.</summary>
    IPersonGroupService StandardPersonGroups { get; }

    /// <summary>Large face lists.</summary>
    IFaceListService FaceLists { get; }

    /// <summary>Small face lists.</summary>
    IFaceListService StandardFaceLists { get; }

    /// <summary>Liveness sessions.</summary>
    ILivenessService Liveness { get; }

    /// <summary>Person groups of the size that -Standard says.</summary>
    IPersonGroupService PersonGroupsOf(bool standard) => standard ? StandardPersonGroups : PersonGroups;

    /// <summary>Face lists of the size that -Standard says.</summary>
    IFaceListService FaceListsOf(bool standard) => standard ? StandardFaceLists : FaceLists;

    /// <summary>Starts from this many calls a second; the limiter learns from there.</summary>
    void StartAt(double requestsPerSecond);

    /// <summary>How long the next call still waits for the quota; zero where it does not.</summary>
    TimeSpan WaitingForQuota { get; }

    /// <summary>Signs in now and not at the first request; with a key there is nothing to do. Throws as the others do.</summary>
    Task SignInAsync(CancellationToken cancelled);

    /// <summary>Asks the service whether it accepts endpoint, credential and version, without a billed call.</summary>
    Task CheckAsync(RequestScope scope);
}

/// <summary>What to ask of the service about each picture.</summary>
internal sealed record DetectionRequest
{
    public required string DetectionModel { get; init; }

    public required string RecognitionModel { get; init; }

    public bool ReturnFaceId { get; init; }

    public TimeSpan? FaceIdTimeToLive { get; init; }

    public bool Landmarks { get; init; }

    public IReadOnlyList<FaceAttribute> Attributes { get; init; } = [];
}

/// <summary>Where the story of a request goes; any thread may tell it.</summary>
internal interface IRequestLog
{
    void Verbose(string message);

    void Debug(string message);
}
