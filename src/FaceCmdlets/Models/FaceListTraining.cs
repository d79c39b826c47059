namespace FaceCmdlets;

/// <summary>A large face list's last training.</summary>
public sealed class FaceListTraining : FaceTraining
{
    internal FaceListTraining()
    {
    }

    /// <summary>The list's id.</summary>
    public required string FaceListId { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{FaceListId}: {Status}";
}
