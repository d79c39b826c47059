namespace FaceCmdlets;

/// <summary>What is kept of a face until its picture is written: as little as the drawing needs.</summary>
internal sealed record PictureFace
{
    /// <summary>Where the nose's tip stands among <see cref="Points"/>.</summary>
    public const int NoseTip = 2;

    public required float Left { get; init; }

    public required float Top { get; init; }

    public required float Width { get; init; }

    public required float Height { get; init; }

    /// <summary>Pitch, roll and yaw in degrees; null where they were not measured.</summary>
    public (float Pitch, float Roll, float Yaw)? Pose { get; init; }

    /// <summary>x, y, x, y … in the order of FaceLandmarks; null where there are none.</summary>
    public float[]? Points { get; init; }

    /// <summary>The text to write; empty for none.</summary>
    public string Label { get; init; } = string.Empty;
}
