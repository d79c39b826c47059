namespace FaceCmdlets;

/// <summary>A group of persons, large or small.</summary>
public sealed class FacePersonGroup
{
    internal FacePersonGroup()
    {
    }

    /// <summary>Its id: up to 64 of a-z, 0-9, - and _.</summary>
    public required string PersonGroupId { get; init; }

    /// <summary>Its name, up to 128 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whatever its owner wrote, up to 16 KB.</summary>
    public string? UserData { get; init; }

    /// <summary>The recognition model that it was created with, for ever.</summary>
    public string? RecognitionModel { get; init; }

    /// <summary>Whether the group is a small one: up to 10,000 persons, 1,000 in the free tier.</summary>
    public bool Standard { get; init; }

    /// <inheritdoc />
    public override string ToString() => PersonGroupId;
}
