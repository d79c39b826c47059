namespace FaceCmdlets;

/// <summary>Liveness sessions and their pictures. Throws <see cref="FaceServiceException"/> only, or OperationCanceledException.</summary>
internal interface ILivenessService
{
    /// <summary>The session with its token.</summary>
    Task<FaceLivenessSession> CreateAsync(LivenessRequest request, RequestScope scope);

    /// <summary>The session without its token, which the service tells again but nobody needs twice.</summary>
    Task<FaceLivenessSession> GetAsync(string session, FaceLivenessKind kind, RequestScope scope);

    Task DeleteAsync(string session, FaceLivenessKind kind, RequestScope scope);

    Task<byte[]> GetImageAsync(string image, RequestScope scope);

    /// <summary>Whether the resource's sessions are watched for abuse. Of v1.3-preview.1.</summary>
    Task<bool> GetAbuseMonitoringAsync(RequestScope scope);

    /// <summary>Has them watched, or not.</summary>
    /// <returns>How it is then.</returns>
    Task<bool> SetAbuseMonitoringAsync(bool enabled, RequestScope scope);
}

/// <summary>What a session is to be.</summary>
internal sealed record LivenessRequest
{
    /// <summary>Who the person has to be; null for liveness alone.</summary>
    public PictureSource? VerifyImage { get; init; }

    public required string OperationMode { get; init; }

    /// <summary>Null where the device names itself.</summary>
    public string? DeviceCorrelationId { get; init; }

    public bool EnableSessionImage { get; init; }

    public string? ModelVersion { get; init; }

    public required TimeSpan TokenTimeToLive { get; init; }

    public bool ReturnVerifyImageHash { get; init; }

    public double? VerifyConfidenceThreshold { get; init; }

    /// <summary>Of v1.3-preview.1, as all below; null or false where it is not asked for.</summary>
    public int? ClientAttemptsAllowed { get; init; }

    public string? UserCorrelationId { get; init; }

    public bool UserCorrelationIdSetInClient { get; init; }

    public string? ExpectedClientIPAddress { get; init; }

    /// <summary>Whether the token is handed out as a string.</summary>
    public bool AsPlainText { get; init; }
}
