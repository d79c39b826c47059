namespace FaceCmdlets;

/// <summary>What a liveness session finds out.</summary>
public enum FaceLivenessKind
{
    /// <summary>Whether a living person is there.</summary>
    Liveness,

    /// <summary>The same, and whether it is the person of a picture.</summary>
    LivenessWithVerify,
}
