using Azure.AI.Vision.Face;

namespace FaceCmdlets.Service;

/// <summary>Liveness sessions, with the Face client. The settings are there for connections of v1.3-preview.1 only.</summary>
internal sealed class LivenessService(FaceSessionClient client, Lazy<FaceSettingsClient> settings, ServiceCall call) : ILivenessService
{
    public async Task<FaceLivenessSession> CreateAsync(LivenessRequest request, RequestScope scope)
    {
        DateTimeOffset ends = DateTimeOffset.Now + request.TokenTimeToLive;
        (FaceLivenessSession session, string token) = request.VerifyImage is { } picture ? await CreateWithVerifyAsync(request, picture, scope).ConfigureAwait(false) : await CreateAloneAsync(request, scope).ConfigureAwait(false);
        return session with { TokenExpiresOn = ends, Token = request.AsPlainText ? token : SecretTransformationAttribute.ToSecureString(token) };
    }

    public async Task<FaceLivenessSession> GetAsync(string session, FaceLivenessKind kind, RequestScope scope) => kind == FaceLivenessKind.Liveness
        ? ToSession((await call.SendAsync(() => client.GetLivenessSessionResultAsync(session, scope.Cancelled), session, scope).ConfigureAwait(false)).Value)
        : ToSession((await call.SendAsync(() => client.GetLivenessWithVerifySessionResultAsync(session, scope.Cancelled), session, scope).ConfigureAwait(false)).Value);

    public Task DeleteAsync(string session, FaceLivenessKind kind, RequestScope scope) => kind == FaceLivenessKind.Liveness
        ? call.SendAsync(() => client.DeleteLivenessSessionAsync(session, CollectionCall.Context(scope)), session, scope)
        : call.SendAsync(() => client.DeleteLivenessWithVerifySessionAsync(session, CollectionCall.Context(scope)), session, scope);

    public async Task<byte[]> GetImageAsync(string image, RequestScope scope) =>
        (await call.SendAsync(() => client.GetSessionImageAsync(image, scope.Cancelled), image, scope).ConfigureAwait(false)).Value.ToArray();

    public async Task<bool> GetAbuseMonitoringAsync(RequestScope scope) =>
        (await call.SendAsync(() => settings.Value.GetSettingsAsync(scope.Cancelled), "settings", scope).ConfigureAwait(false)).Value.LivenessAbuseMonitoring.Enabled;

    public async Task<bool> SetAbuseMonitoringAsync(bool enabled, RequestScope scope) =>
        (await call.SendAsync(() => settings.Value.UpdateSettingsAsync(enabled, scope.Cancelled), "settings", scope).ConfigureAwait(false)).Value.LivenessAbuseMonitoring.Enabled;

    private static FaceLivenessSession ToSession(LivenessSession session) => new()
    {
        SessionId = session.SessionId,
        Kind = FaceLivenessKind.Liveness,
        Status = session.Status.ToString(),
        ModelVersion = session.ModelVersion?.ToString(),
        IsAbuseMonitoringEnabled = session.IsAbuseMonitoringEnabled,
        ExpectedClientIPAddress = session.ExpectedClientIpAddress,
        Attempts = [.. (session.Results?.Attempts ?? []).Select(attempt => ToAttempt(attempt.AttemptId, attempt.AttemptStatus, attempt.ClientInformation, attempt.AbuseMonitoringResult, (attempt.Result?.Targets ?? attempt.Error?.Targets)?.Color?.FaceRectangle) with
        {
            LivenessDecision = attempt.Result?.LivenessDecision?.ToString(),
            SessionImageId = attempt.Result?.SessionImageId,
            Digest = attempt.Result?.Digest,
            ErrorCode = attempt.Error?.Code,
            ErrorMessage = attempt.Error?.Message,
        }).OrderByDescending(attempt => attempt.AttemptId)],
    };

    private static FaceLivenessSession ToSession(LivenessWithVerifySession session) => new()
    {
        SessionId = session.SessionId,
        Kind = FaceLivenessKind.LivenessWithVerify,
        Status = session.Status.ToString(),
        ModelVersion = session.ModelVersion?.ToString(),
        IsAbuseMonitoringEnabled = session.IsAbuseMonitoringEnabled,
        ExpectedClientIPAddress = session.ExpectedClientIpAddress,
        VerifyImageQuality = session.Results?.VerifyReferences is [var reference, ..] ? DetectedFaceMapping.Word<QualityForRecognition>(reference.QualityForRecognition) : null,
        Attempts = [.. (session.Results?.Attempts ?? []).Select(attempt => ToAttempt(attempt.AttemptId, attempt.AttemptStatus, attempt.ClientInformation, attempt.AbuseMonitoringResult, (attempt.Result?.Targets ?? attempt.Error?.Targets)?.Color?.FaceRectangle) with
        {
            LivenessDecision = attempt.Result?.LivenessDecision?.ToString(),
            IsIdentical = attempt.Result?.VerifyResult?.IsIdentical,
            MatchConfidence = DetectedFaceMapping.Rounded(attempt.Result?.VerifyResult?.MatchConfidence),
            SessionImageId = attempt.Result?.SessionImageId,
            Digest = attempt.Result?.Digest,
            VerifyImageHash = attempt.Result?.VerifyImageHash,
            ErrorCode = attempt.Error?.Code,
            ErrorMessage = attempt.Error?.Message,
        }).OrderByDescending(attempt => attempt.AttemptId)],
    };

    /// <summary>What an attempt has with verification and without.</summary>
    private static FaceLivenessAttempt ToAttempt(int number, OperationState status, IReadOnlyList<ClientInformation> clients, AbuseMonitoringResult? abuse, Azure.AI.Vision.Face.FaceRectangle? face) => new()
    {
        AttemptId = number,
        Status = status.ToString(),
        ClientIPAddress = clients is [var from, ..] ? from.Ip : null,
        IsAbuseDetected = abuse?.IsAbuseDetected,
        OtherFlaggedSessionIds = [.. (abuse?.OtherFlaggedSessions ?? []).Select(other => other.SessionId)],
        // A rectangle without a size is that of no face.
        Left = face is { Width: > 0 } ? face.Left : null,
        Top = face is { Width: > 0 } ? face.Top : null,
        Width = face is { Width: > 0 } ? face.Width : null,
        Height = face is { Width: > 0 } ? face.Height : null,
    };

    private async Task<(FaceLivenessSession Session, string Token)> CreateAloneAsync(LivenessRequest request, RequestScope scope)
    {
        var content = new CreateLivenessSessionContent(request.OperationMode)
        {
            DeviceCorrelationId = request.DeviceCorrelationId,
            DeviceCorrelationIdSetInClient = request.DeviceCorrelationId is null ? true : null,
            EnableSessionImage = request.EnableSessionImage ? true : null,
            LivenessModelVersion = request.ModelVersion is { } model ? new LivenessModel(model) : default(LivenessModel?),
            AuthTokenTimeToLiveInSeconds = (int)request.TokenTimeToLive.TotalSeconds,
            NumberOfClientAttemptsAllowed = request.ClientAttemptsAllowed ?? 0,
            UserCorrelationId = request.UserCorrelationId,
            UserCorrelationIdSetInClient = request.UserCorrelationIdSetInClient ? true : null,
            ExpectedClientIpAddress = request.ExpectedClientIPAddress,
        };
        LivenessSession session = (await call.SendAsync(() => client.CreateLivenessSessionAsync(content, scope.Cancelled), "liveness session", scope).ConfigureAwait(false)).Value;
        return (ToSession(session), session.AuthToken);
    }

    private async Task<(FaceLivenessSession Session, string Token)> CreateWithVerifyAsync(LivenessRequest request, PictureSource picture, RequestScope scope)
    {
        using PreparedPicture prepared = await Preparation.PrepareAsync(picture, scope).ConfigureAwait(false);
        using var image = new MemoryStream();
        await prepared.Content.WriteToAsync(image, scope.Cancelled).ConfigureAwait(false);
        image.Position = 0;
        var content = new CreateLivenessWithVerifySessionContent(request.OperationMode, image)
        {
            DeviceCorrelationId = request.DeviceCorrelationId,
            DeviceCorrelationIdSetInClient = request.DeviceCorrelationId is null ? true : null,
            EnableSessionImage = request.EnableSessionImage ? true : null,
            LivenessModelVersion = request.ModelVersion is { } model ? new LivenessModel(model) : default(LivenessModel?),
            ReturnVerifyImageHash = request.ReturnVerifyImageHash ? true : null,
            VerifyConfidenceThreshold = (float?)request.VerifyConfidenceThreshold,
            AuthTokenTimeToLiveInSeconds = (int)request.TokenTimeToLive.TotalSeconds,
            NumberOfClientAttemptsAllowed = request.ClientAttemptsAllowed,
        };
        LivenessWithVerifySession session = (await call.SendAsync(() => client.CreateLivenessWithVerifySessionAsync(content, scope.Cancelled), picture.Name, scope).ConfigureAwait(false)).Value;
        return (ToSession(session), session.AuthToken);
    }
}
