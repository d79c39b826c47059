namespace FaceCmdlets;

/// <summary>A face's attributes in the service's nested shape. An attribute that was not asked for is null.</summary>
public sealed class FaceAttributes
{
    private readonly DetectedFace _face;

    internal FaceAttributes(DetectedFace face) => _face = face;

    /// <summary>Pitch, roll and yaw in degrees.</summary>
    public HeadPose? HeadPose => _face is { Pitch: { } pitch, Roll: { } roll, Yaw: { } yaw } ? new(pitch, roll, yaw) : null;

    /// <summary>How blurred the face is.</summary>
    public LevelAndValue? Blur => Measured(_face.BlurLevel, _face.Blur);

    /// <summary>How the face is lit.</summary>
    public LevelAndValue? Exposure => Measured(_face.ExposureLevel, _face.Exposure);

    /// <summary>How noisy the face is.</summary>
    public LevelAndValue? Noise => Measured(_face.NoiseLevel, _face.Noise);

    /// <summary>Kind of glasses.</summary>
    public string? Glasses => _face.Glasses;

    /// <summary>Things worn.</summary>
    public string? Accessories => _face.Accessories;

    /// <summary>Kind of mask.</summary>
    public string? MaskType => _face.MaskType;

    /// <summary>Whether the face is good enough for recognition.</summary>
    public string? QualityForRecognition => _face.QualityForRecognition;

    /// <inheritdoc />
    public override string ToString() => "attributes of " + _face;

    private static LevelAndValue? Measured(string? level, double? value) => level is null || value is null ? null : new(level, value.Value);
}

/// <summary>Rotation of a head, in degrees.</summary>
/// <param name="Pitch">Nodding.</param>
/// <param name="Roll">Tilt in the plane of the picture.</param>
/// <param name="Yaw">Turn to a side.</param>
public sealed record HeadPose(double Pitch, double Roll, double Yaw);

/// <summary>A measurement and the level it falls into.</summary>
/// <param name="Level">The service's word for it.</param>
/// <param name="Value">0 to 1.</param>
public sealed record LevelAndValue(string Level, double Value);
