namespace FaceCmdlets;

/// <summary>The last training of a person group or a face list.</summary>
public abstract class FaceTraining
{
    private protected FaceTraining()
    {
    }

    /// <summary>Whether the collection is a small one.</summary>
    public bool Standard { get; init; }

    /// <summary>How far it is.</summary>
    public FaceTrainingStatus Status { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When its status changed last.</summary>
    public DateTimeOffset LastAction { get; init; }

    /// <summary>When one last succeeded; null where none has.</summary>
    public DateTimeOffset? LastSuccessfulTraining { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Message { get; init; }
}
