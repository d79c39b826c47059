namespace Azure.AI.Vision.Face;

/// <summary>Makes models as the service might answer them, for mocks: those that the official package lacks.</summary>
/// <remarks>An addition: the package Azure.AI.Vision.Face has no such type.</remarks>
public static partial class FaceAdditionsModelFactory
{
    /// <summary>A <see cref="Face.AbuseMonitoringResult"/> as the service might answer it.</summary>
    /// <param name="isAbuseDetected">Whether it does.</param>
    /// <param name="otherFlaggedSessions">Other sessions that belong to the same suspicion.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.AbuseMonitoringResult AbuseMonitoringResult(bool isAbuseDetected = false, IEnumerable<OtherFlaggedSessions>? otherFlaggedSessions = null) =>
        new() { IsAbuseDetected = isAbuseDetected, OtherFlaggedSessions = otherFlaggedSessions?.ToList() ?? [] };

    /// <summary>A <see cref="Face.ClientInformation"/> as the service might answer it.</summary>
    /// <param name="ip">The client's address.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.ClientInformation ClientInformation(string? ip = null) =>
        new() { Ip = ip! };

    /// <summary>A <see cref="Face.OtherFlaggedSessions"/> as the service might answer it.</summary>
    /// <param name="attemptId">The number of the attempt in its session, from 1.</param>
    /// <param name="sessionId">Its session.</param>
    /// <param name="sessionImageId">The picture of its session, where one was kept.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.OtherFlaggedSessions OtherFlaggedSessions(int attemptId = 0, string? sessionId = null, string? sessionImageId = null) =>
        new() { AttemptId = attemptId, SessionId = sessionId!, SessionImageId = sessionImageId };

    /// <summary>A <see cref="Face.LivenessAbuseMonitoringSettings"/> as the service might answer it.</summary>
    /// <param name="enabled">Whether they are.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.LivenessAbuseMonitoringSettings LivenessAbuseMonitoringSettings(bool enabled = false) =>
        new() { Enabled = enabled };

    /// <summary>A <see cref="Face.FaceSettings"/> as the service might answer it.</summary>
    /// <param name="livenessAbuseMonitoring">Whether liveness sessions are watched for abuse.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceSettings FaceSettings(LivenessAbuseMonitoringSettings? livenessAbuseMonitoring = null) =>
        new() { LivenessAbuseMonitoring = livenessAbuseMonitoring! };

    /// <summary>A <see cref="Face.ClientAssetsAccessToken"/> as the service might answer it.</summary>
    /// <param name="expiry">When it ends to be of use (UTC).</param>
    /// <param name="accessToken">The token. A secret.</param>
    /// <param name="base64AccessToken">The token as base64, as npm wants it in _password. A secret.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.ClientAssetsAccessToken ClientAssetsAccessToken(DateTimeOffset expiry = default, string? accessToken = null, string? base64AccessToken = null) =>
        new() { Expiry = expiry, AccessToken = accessToken!, Base64AccessToken = base64AccessToken! };

    /// <summary>A <see cref="Face.FaceList"/> as the service might answer it.</summary>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What was kept with it, up to 16 384 characters.</param>
    /// <param name="recognitionModel">The network that describes its faces, for ever; only when it was asked for.</param>
    /// <param name="faceListId">The id, 1 to 64 characters: small letters, digits, - and _.</param>
    /// <param name="persistedFaces">The faces; empty in a listing of lists.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceList FaceList(string? name = null, string? userData = null, FaceRecognitionModel? recognitionModel = null, string? faceListId = null, IEnumerable<FaceListFace>? persistedFaces = null) =>
        new() { Name = name!, UserData = userData, RecognitionModel = recognitionModel, FaceListId = faceListId!, PersistedFaces = persistedFaces?.ToList() ?? [] };

    /// <summary>A <see cref="Face.FaceListFace"/> as the service might answer it.</summary>
    /// <param name="persistedFaceId">The face's id. It does not expire.</param>
    /// <param name="userData">What was kept with it, up to 1024 characters.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.FaceListFace FaceListFace(Guid persistedFaceId = default, string? userData = null) =>
        new() { PersistedFaceId = persistedFaceId, UserData = userData };

    /// <summary>A <see cref="Face.PersonGroup"/> as the service might answer it.</summary>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What was kept with it, up to 16 384 characters.</param>
    /// <param name="recognitionModel">The network that describes its faces, for ever; only when it was asked for.</param>
    /// <param name="personGroupId">The id, 1 to 64 characters: small letters, digits, - and _.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.PersonGroup PersonGroup(string? name = null, string? userData = null, FaceRecognitionModel? recognitionModel = null, string? personGroupId = null) =>
        new() { Name = name!, UserData = userData, RecognitionModel = recognitionModel, PersonGroupId = personGroupId! };

    /// <summary>A <see cref="Face.PersonGroupPerson"/> as the service might answer it.</summary>
    /// <param name="personId">The person's id.</param>
    /// <param name="name">The name, 1 to 128 characters.</param>
    /// <param name="userData">What was kept with it, up to 16 384 characters.</param>
    /// <param name="persistedFaceIds">The faces, up to 248.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.PersonGroupPerson PersonGroupPerson(Guid personId = default, string? name = null, string? userData = null, IEnumerable<Guid>? persistedFaceIds = null) =>
        new() { PersonId = personId, Name = name!, UserData = userData, PersistedFaceIds = persistedFaceIds?.ToList() ?? [] };

    /// <summary>A <see cref="Face.PersonGroupPersonFace"/> as the service might answer it.</summary>
    /// <param name="persistedFaceId">The face's id. It does not expire.</param>
    /// <param name="userData">What was kept with it, up to 1024 characters.</param>
    /// <returns>The model, for a mock to answer with.</returns>
    public static Face.PersonGroupPersonFace PersonGroupPersonFace(Guid persistedFaceId = default, string? userData = null) =>
        new() { PersistedFaceId = persistedFaceId, UserData = userData };
}
