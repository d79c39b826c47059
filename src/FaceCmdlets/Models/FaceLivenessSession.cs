using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>A liveness session, with what came of its newest attempt.</summary>
public sealed record FaceLivenessSession
{
    internal FaceLivenessSession()
    {
    }

    /// <summary>The session's id.</summary>
    public required string SessionId { get; init; }

    /// <summary>Whether the person is also held against a picture.</summary>
    public required FaceLivenessKind Kind { get; init; }

    /// <summary>NotStarted, Running, Succeeded, Failed or Canceled. Succeeded means that there is a decision, not which.</summary>
    public required string Status { get; init; }

    /// <summary>realface, spoofface or uncertain; null without a successful attempt.</summary>
    public string? LivenessDecision => Newest?.LivenessDecision;

    /// <summary>With verification: whether the person is the one of the picture.</summary>
    public bool? IsIdentical => Newest?.IsIdentical;

    /// <summary>With verification: how alike the two faces are, 0 to 1.</summary>
    public double? MatchConfidence => Newest?.MatchConfidence;

    /// <summary>Why the newest attempt failed, such as FaceWithMaskDetected.</summary>
    public string? ErrorCode => Newest?.ErrorCode;

    /// <summary>The same in the service's words.</summary>
    public string? ErrorMessage => Newest?.ErrorMessage;

    /// <summary>How many attempts there were.</summary>
    public int AttemptCount => Attempts.Count;

    /// <summary>The picture of the newest attempt, for Save-AzFaceSessionImage and Invoke-AzFaceDetection, where the session keeps one.</summary>
    public string? SessionImageId => Newest?.SessionImageId;

    /// <summary>The service's digest of what it was sent; the device has one too. If they differ, somebody stood between.</summary>
    public string? Digest => Newest?.Digest;

    /// <summary>SHA-256 of the picture to verify, in upper hexadecimal, where it was asked for.</summary>
    public string? VerifyImageHash => Newest?.VerifyImageHash;

    /// <summary>Low, Medium or High: how good the picture to verify is for recognition.</summary>
    public string? VerifyImageQuality { get; init; }

    /// <summary>Pixels from the left edge to the newest attempt's face.</summary>
    public int? Left => Newest?.Left;

    /// <summary>Pixels from the top edge to the newest attempt's face.</summary>
    public int? Top => Newest?.Top;

    /// <summary>Width in pixels of the newest attempt's face.</summary>
    public int? Width => Newest?.Width;

    /// <summary>Height in pixels of the newest attempt's face.</summary>
    public int? Height => Newest?.Height;

    /// <summary>The network that decides on liveness.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Where the newest attempt came from; v1.3-preview.1 tells it.</summary>
    public string? ClientIPAddress => Newest?.ClientIPAddress;

    /// <summary>The address, or range of addresses, that attempts have to come from; of v1.3-preview.1.</summary>
    public string? ExpectedClientIPAddress { get; init; }

    /// <summary>Whether the session is watched for abuse; of v1.3-preview.1.</summary>
    public bool IsAbuseMonitoringEnabled { get; init; }

    /// <summary>Whether the newest attempt looks like abuse; of v1.3-preview.1.</summary>
    public bool? IsAbuseDetected => Newest?.IsAbuseDetected;

    /// <summary>When the token ends to be of use; only New-AzFaceLivenessSession knows.</summary>
    public DateTimeOffset? TokenExpiresOn { get; init; }

    /// <summary>All attempts, newest first.</summary>
    [Hidden]
    public IReadOnlyList<FaceLivenessAttempt> Attempts { get; init; } = [];

    /// <summary>What the device authenticates with; no property, which a serializer would find.</summary>
    internal object? Token { get; init; }

    private FaceLivenessAttempt? Newest => Attempts is [var newest, ..] ? newest : null;

    /// <summary>Whether nothing more can come.</summary>
    internal bool IsOver => Status is "Succeeded" or "Failed" or "Canceled";

    /// <summary>
    /// The token: a SecureString, or with -AsPlainText a string; null where New-AzFaceLivenessSession did not make the session. The type
    /// data makes it $session.AuthToken, which no table, no CSV, no JSON and no CLIXML has unless it is asked for by name.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <returns>The token.</returns>
    public static object? GetAuthToken(PSObject session) => ((FaceLivenessSession)(session ?? throw new ArgumentNullException(nameof(session))).BaseObject).Token;

    /// <inheritdoc />
    public override string ToString() => SessionId;
}
