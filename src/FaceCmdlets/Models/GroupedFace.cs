namespace FaceCmdlets;

/// <summary>A face and the group that it was put into; from Group-AzFace.</summary>
public sealed class GroupedFace
{
    internal GroupedFace()
    {
    }

    /// <summary>Number of the group, from 1, largest first; 0 for a face that is like no other (the service's messy group).</summary>
    public int GroupNumber { get; internal init; }

    /// <summary>How many faces the group has.</summary>
    public int GroupSize { get; internal init; }

    /// <summary>The picture of the face; null where only an id was given.</summary>
    public string? Path { get; internal init; }

    /// <summary>Number of the face in its picture, from 1; null where only an id was given.</summary>
    public int? FaceNumber { get; internal init; }

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

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{(GroupNumber == 0 ? "no group" : "group " + GroupNumber)}: {Path ?? FaceId.ToString()}");
}
