namespace FaceCmdlets;

/// <summary>A face that was added to a face list. The service keeps its features, not its picture.</summary>
public sealed class FaceListFace
{
    internal FaceListFace()
    {
    }

    /// <summary>The picture that it was added from; known to Add-AzFaceListFace only.</summary>
    public string? Path { get; init; }

    /// <summary>The face's id, for good.</summary>
    public required Guid PersistedFaceId { get; init; }

    /// <summary>Whatever its owner wrote, up to 1 KB.</summary>
    public string? UserData { get; init; }

    /// <summary>The list's id.</summary>
    public required string FaceListId { get; init; }

    /// <summary>Whether the list is a small one.</summary>
    public bool Standard { get; init; }

    /// <inheritdoc />
    public override string ToString() => PersistedFaceId.ToString();
}
