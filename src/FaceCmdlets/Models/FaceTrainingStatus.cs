namespace FaceCmdlets;

/// <summary>How far a training is.</summary>
public enum FaceTrainingStatus
{
    /// <summary>It waits for its turn.</summary>
    NotStarted,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>The faces that were there when it began are found.</summary>
    Succeeded,

    /// <summary>It will not succeed by itself: the message says why.</summary>
    Failed,
}
