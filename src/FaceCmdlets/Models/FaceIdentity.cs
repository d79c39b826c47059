namespace FaceCmdlets;

/// <summary>A face and a person that it may be; from Resolve-AzFaceIdentity.</summary>
public sealed class FaceIdentity
{
    internal FaceIdentity()
    {
    }

    /// <summary>The picture of the face; null where only an id was given.</summary>
    public string? Path { get; init; }

    /// <summary>Number of the face in its picture, from 1; null where only an id was given.</summary>
    public int? FaceNumber { get; init; }

    /// <summary>The person's name; null where nobody is likely enough.</summary>
    public string? Name { get; init; }

    /// <summary>How sure the service is, 0 to 1; null where nobody is likely enough.</summary>
    public double? Confidence { get; init; }

    /// <summary>1 for the likeliest person, 2 for the next; 0 where nobody is likely enough.</summary>
    public int Rank { get; init; }

    /// <summary>The person's id; null where nobody is likely enough.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The group's id.</summary>
    public required string PersonGroupId { get; init; }

    /// <summary>Whether the group is a small one.</summary>
    public bool Standard { get; init; }

    /// <summary>Pixels from the picture's left edge; null where only an id was given.</summary>
    public int? Left { get; init; }

    /// <summary>Pixels from the picture's top edge; null where only an id was given.</summary>
    public int? Top { get; init; }

    /// <summary>Width in pixels; null where only an id was given.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels; null where only an id was given.</summary>
    public int? Height { get; init; }

    /// <summary>The face's id.</summary>
    public Guid FaceId { get; init; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Path ?? FaceId.ToString()}: {Name ?? "nobody"} {Confidence:0.00}");
}
