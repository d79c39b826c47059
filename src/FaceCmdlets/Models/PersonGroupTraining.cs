namespace FaceCmdlets;

/// <summary>A person group's last training.</summary>
public sealed class PersonGroupTraining : FaceTraining
{
    internal PersonGroupTraining()
    {
    }

    /// <summary>The group's id.</summary>
    public required string PersonGroupId { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{PersonGroupId}: {Status}";
}
