namespace FaceCmdlets;

/// <summary>Whether a face is the reference's person, or a person of a group; from Compare-AzFace.</summary>
public sealed class FaceComparison
{
    internal FaceComparison()
    {
    }

    /// <summary>The picture of the face; null where only an id was given.</summary>
    public string? Path { get; internal init; }

    /// <summary>Number of the face in its picture, from 1; null where only an id was given.</summary>
    public int? FaceNumber { get; internal init; }

    /// <summary>Whether both are one person: the service says so from a confidence of 0.5 on.</summary>
    public bool IsIdentical { get; internal init; }

    /// <summary>How sure the service is, 0 to 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The picture of the reference; null where only an id was given.</summary>
    public string? ReferencePath { get; internal init; }

    /// <summary>Pixels from the picture's left edge; null where only an id was given.</summary>
    public int? Left { get; internal init; }

    /// <summary>Pixels from the picture's top edge; null where only an id was given.</summary>
    public int? Top { get; internal init; }

    /// <summary>Width in pixels; null where only an id was given.</summary>
    public int? Width { get; internal init; }

    /// <summary>Height in pixels; null where only an id was given.</summary>
    public int? Height { get; internal init; }

    /// <summary>The face's id.</summary>
    public Guid FaceId { get; internal init; }

    /// <summary>The reference's id; null where it is a person.</summary>
    public Guid? ReferenceFaceId { get; internal init; }

    /// <summary>The person's name, where the reference is a person.</summary>
    public string? Person { get; internal init; }

    /// <summary>The person's id, where the reference is a person.</summary>
    public Guid? PersonId { get; internal init; }

    /// <summary>The person's group, where the reference is a person.</summary>
    public string? PersonGroupId { get; internal init; }

    /// <summary>Whether that group is a small one; null where the reference is no person.</summary>
    public bool? Standard { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Path ?? FaceId.ToString()} {(IsIdentical ? "is" : "is not")} {Person ?? ReferencePath ?? ReferenceFaceId.ToString()} ({Confidence:0.00})");
}
