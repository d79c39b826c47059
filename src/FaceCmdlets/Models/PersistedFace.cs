namespace FaceCmdlets;

/// <summary>A face that was added to a person. The service keeps its features, not its picture.</summary>
public sealed class PersistedFace
{
    internal PersistedFace()
    {
    }

    /// <summary>The picture that it was added from.</summary>
    public string? Path { get; init; }

    /// <summary>The face's id, for good.</summary>
    public required Guid PersistedFaceId { get; init; }

    /// <summary>Whatever its owner wrote, up to 1 KB.</summary>
    public string? UserData { get; init; }

    /// <summary>The person's id.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The group's id.</summary>
    public required string PersonGroupId { get; init; }

    /// <summary>Whether the group is a small one: up to 10,000 persons, 1,000 in the free tier.</summary>
    public bool Standard { get; init; }

    /// <inheritdoc />
    public override string ToString() => PersistedFaceId.ToString();
}
