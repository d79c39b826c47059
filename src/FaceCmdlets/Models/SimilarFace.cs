namespace FaceCmdlets;

/// <summary>A face that is similar to the reference; from Find-AzFaceSimilar.</summary>
public sealed class SimilarFace
{
    internal SimilarFace()
    {
    }

    /// <summary>The picture of the face; null where only an id was given.</summary>
    public string? Path { get; internal init; }

    /// <summary>Number of the face in its picture, from 1; null where only an id was given.</summary>
    public int? FaceNumber { get; internal init; }

    /// <summary>How similar, 0 to 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The picture of the reference; null where only an id was given.</summary>
    public string? ReferencePath { get; internal init; }

    /// <summary>The face's id.</summary>
    public Guid FaceId { get; internal init; }

    /// <summary>The reference's id.</summary>
    public Guid ReferenceFaceId { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Path ?? FaceId.ToString()} ({Confidence:0.00})");
}
