using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>One attempt of a device in a liveness session.</summary>
public sealed record FaceLivenessAttempt
{
    internal FaceLivenessAttempt()
    {
    }

    /// <summary>Number of the attempt in its session, from 1.</summary>
    public required int AttemptId { get; init; }

    /// <summary>NotStarted, Running, Succeeded, Failed or Canceled. Succeeded means that there is a decision, not which.</summary>
    public required string Status { get; init; }

    /// <summary>realface, spoofface or uncertain; null where the attempt failed.</summary>
    public string? LivenessDecision { get; init; }

    /// <summary>With verification: whether the person is the one of the picture.</summary>
    public bool? IsIdentical { get; init; }

    /// <summary>With verification: how alike the two faces are, 0 to 1.</summary>
    public double? MatchConfidence { get; init; }

    /// <summary>Why the attempt failed, such as FaceWithMaskDetected.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The same in the service's words.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The picture of the attempt, for Save-AzFaceSessionImage, where the session keeps one.</summary>
    public string? SessionImageId { get; init; }

    /// <summary>The service's digest of what it was sent; the device has one too. If they differ, somebody stood between.</summary>
    public string? Digest { get; init; }

    /// <summary>SHA-256 of the picture to verify, in upper hexadecimal, where it was asked for.</summary>
    public string? VerifyImageHash { get; init; }

    /// <summary>Pixels from the left edge to the face.</summary>
    public int? Left { get; init; }

    /// <summary>Pixels from the top edge to the face.</summary>
    public int? Top { get; init; }

    /// <summary>The face's width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>The face's height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Where the attempt came from; v1.3-preview.1 tells it.</summary>
    public string? ClientIPAddress { get; init; }

    /// <summary>Whether the attempt looks like abuse; v1.3-preview.1 tells it where the resource is watched.</summary>
    public bool? IsAbuseDetected { get; init; }

    /// <summary>Sessions that belong to the same suspicion.</summary>
    [Hidden]
    public IReadOnlyList<string> OtherFlaggedSessionIds { get; init; } = [];

    /// <inheritdoc />
    public override string ToString() => $"attempt {AttemptId}: {LivenessDecision ?? ErrorCode ?? Status}";
}
