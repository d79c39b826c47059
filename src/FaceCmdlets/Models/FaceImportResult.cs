namespace FaceCmdlets;

/// <summary>What Import-AzFacePerson did with a picture, and why.</summary>
public sealed class FaceImportResult
{
    internal FaceImportResult()
    {
    }

    /// <summary>The person's name; null for what is in nobody's folder.</summary>
    public string? Person { get; init; }

    /// <summary>The picture.</summary>
    public required string Path { get; init; }

    /// <summary>What was done.</summary>
    public required FaceImportAction Action { get; init; }

    /// <summary>Why it was not added: one word that stays the same, such as LowQuality, or the code of an error.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason as a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>Low, Medium or High; null where nothing was detected, or the group's model does not measure it.</summary>
    public RecognitionQuality? Quality { get; init; }

    /// <summary>The face's id, for good; null where none was added.</summary>
    public Guid? PersistedFaceId { get; init; }

    /// <summary>The person's id; null for a person that is not in the group.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The group's id.</summary>
    public required string PersonGroupId { get; init; }

    /// <summary>Whether the group is a small one: up to 10,000 persons, 1,000 in the free tier.</summary>
    public bool Standard { get; init; }

    /// <summary>What the table says about the face.</summary>
    public string? UserData { get; init; }

    /// <summary>Where the table says the face is: left, top, width, height in pixels.</summary>
    public string? TargetFace { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Person}: {System.IO.Path.GetFileName(Path)} {Action} {Reason}".TrimEnd();
}
