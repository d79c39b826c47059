using System.Reflection;
using System.Text.Json;

namespace FaceCmdlets.Images.Tests.Photos;

/// <summary>A face as the service describes it: looking ahead, free, sharp and well lit unless a test says otherwise.</summary>
internal sealed record SomeFace
{
    public int Left { get; init; } = 150;

    public int Top { get; init; } = 150;

    public int Width { get; init; } = 200;

    public int Height { get; init; } = 240;

    public double? Yaw { get; init; } = 0;

    public double? Pitch { get; init; } = 0;

    public double? Roll { get; init; } = 0;

    public string? Glasses { get; init; } = "NoGlasses";

    public bool? EyeOccluded { get; init; } = false;

    public bool? MouthOccluded { get; init; } = false;

    public bool? ForeheadOccluded { get; init; } = false;

    public string? MaskType { get; init; } = "NoMask";

    public bool? NoseAndMouthCovered { get; init; } = false;

    public string? Accessories { get; init; }

    public string? BlurLevel { get; init; } = "Low";

    public string? ExposureLevel { get; init; } = "GoodExposure";

    public string? QualityForRecognition { get; init; } = "High";

    /// <summary>Eyes and lips, from the picture's left and top; null for a face without landmarks.</summary>
    public (double EyeX, double EyeY, double LipX, double LipY)? Points { get; init; }

    public DetectedFace Build() => new()
    {
        Path = "photo.jpg",
        FaceNumber = 1,
        Left = Left,
        Top = Top,
        Width = Width,
        Height = Height,
        Yaw = Yaw,
        Pitch = Pitch,
        Roll = Roll,
        Glasses = Glasses,
        EyeOccluded = EyeOccluded,
        MouthOccluded = MouthOccluded,
        ForeheadOccluded = ForeheadOccluded,
        MaskType = MaskType,
        NoseAndMouthCovered = NoseAndMouthCovered,
        Accessories = Accessories,
        BlurLevel = BlurLevel,
        ExposureLevel = ExposureLevel,
        QualityForRecognition = QualityForRecognition,
        FaceLandmarks = Points is { } points ? Landmarks(points) : null,
    };

    private static FaceLandmarks Landmarks((double EyeX, double EyeY, double LipX, double LipY) points)
    {
        var all = typeof(FaceLandmarks).GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(property => property.Name, _ => new { X = points.EyeX, Y = points.EyeY });
        all[nameof(FaceLandmarks.PupilLeft)] = new { X = points.EyeX - 30, Y = points.EyeY };
        all[nameof(FaceLandmarks.PupilRight)] = new { X = points.EyeX + 30, Y = points.EyeY };
        all[nameof(FaceLandmarks.UpperLipBottom)] = new { X = points.LipX, Y = points.LipY - 1 };
        all[nameof(FaceLandmarks.UnderLipTop)] = new { X = points.LipX, Y = points.LipY + 1 };
        return JsonSerializer.Deserialize<FaceLandmarks>(JsonSerializer.Serialize(all))!;
    }
}
