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

/// <summary>A person group's last training.</summary>
public sealed class FaceTraining
{
    internal FaceTraining()
    {
    }

    /// <summary>The group's id.</summary>
    public required string PersonGroupId { get; init; }

    /// <summary>How far it is.</summary>
    public FaceTrainingStatus Status { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When its status changed last.</summary>
    public DateTimeOffset LastAction { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Message { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{PersonGroupId}: {Status}";
}
