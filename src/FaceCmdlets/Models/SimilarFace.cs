namespace FaceCmdlets;

/// <summary>A face that is similar to the reference, among the given ones or in a face list; from Find-AzFaceSimilar.</summary>
public sealed class SimilarFace
{
    internal SimilarFace()
    {
    }

    /// <summary>The picture of the face; null where only an id was given, or where the face is in a list.</summary>
    public string? Path { get; internal init; }

    /// <summary>Number of the face in its picture, from 1; null where only an id was given, or where the face is in a list.</summary>
    public int? FaceNumber { get; internal init; }

    /// <summary>How similar, 0 to 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The picture of the reference; null where only an id was given.</summary>
    public string? ReferencePath { get; internal init; }

    /// <summary>1 for the most similar face, 2 for the next.</summary>
    public int Rank { get; internal init; }

    /// <summary>Pixels from the picture's left edge; null where only an id was given, or where the face is in a list.</summary>
    public int? Left { get; internal init; }

    /// <summary>Pixels from the picture's top edge; null where only an id was given, or where the face is in a list.</summary>
    public int? Top { get; internal init; }

    /// <summary>Width in pixels; null where only an id was given, or where the face is in a list.</summary>
    public int? Width { get; internal init; }

    /// <summary>Height in pixels; null where only an id was given, or where the face is in a list.</summary>
    public int? Height { get; internal init; }

    /// <summary>The face's id; null where it is in a list.</summary>
    public Guid? FaceId { get; internal init; }

    /// <summary>The reference's id.</summary>
    public Guid ReferenceFaceId { get; internal init; }

    /// <summary>Number of the reference in its picture, from 1; null where only an id was given.</summary>
    public int? ReferenceFaceNumber { get; internal init; }

    /// <summary>The face's id in the list.</summary>
    public Guid? PersistedFaceId { get; internal init; }

    /// <summary>What was kept with the face in the list.</summary>
    public string? UserData { get; internal init; }

    /// <summary>The list's id.</summary>
    public string? FaceListId { get; internal init; }

    /// <summary>Whether the list is a small one; null where the face is in none.</summary>
    public bool? Standard { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Path ?? UserData ?? (FaceId ?? PersistedFaceId).ToString()} ({Confidence:0.00})");
}
