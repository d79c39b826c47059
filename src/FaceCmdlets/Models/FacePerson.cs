using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>A person of a person group.</summary>
public sealed class FacePerson
{
    internal FacePerson()
    {
    }

    /// <summary>The person's name, up to 128 characters; several persons may have the same.</summary>
    public required string Name { get; init; }

    /// <summary>How many faces were added, up to 248.</summary>
    public int FaceCount => PersistedFaceIds.Count;

    /// <summary>Whatever its owner wrote, up to 16 KB.</summary>
    public string? UserData { get; init; }

    /// <summary>The person's id.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The group's id.</summary>
    public required string PersonGroupId { get; init; }

    /// <summary>Ids of the faces that were added.</summary>
    [Hidden]
    public IReadOnlyList<Guid> PersistedFaceIds { get; init; } = [];

    /// <summary>Whether the group is a small one: up to 10,000 persons, 1,000 in the free tier.</summary>
    public bool Standard { get; init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
