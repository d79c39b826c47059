using System.Drawing;

namespace FaceEmulator.Vision;

/// <summary>A face's place in pixels of the upright picture.</summary>
internal readonly record struct FaceBox(int Left, int Top, int Width, int Height)
{
    public int Area => Width * Height;

    public int LongerSide => Math.Max(Width, Height);

    public int IntersectionWith(FaceBox other) =>
        Math.Max(0, Math.Min(Left + Width, other.Left + other.Width) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Top + Height, other.Top + other.Height) - Math.Max(Top, other.Top));
}

/// <summary>Degrees; roll is clockwise on the screen.</summary>
internal readonly record struct Pose(double Pitch, double Roll, double Yaw);

/// <summary>How sharp, bright and clean a face's pixels are, each from 0 to 1.</summary>
internal readonly record struct PixelQuality(double Blur, double Exposure, double Noise)
{
    /// <summary>How many levels of grey take a part worth naming: a drawing has a handful, a photo dozens.</summary>
    public int GreyLevels { get; init; }
}

/// <summary>What was found.</summary>
internal sealed record AnalyzedFace(FaceBox Box, double Score, double MeshScore, IReadOnlyList<PointF> Landmarks, Pose Pose, PixelQuality Quality)
{
    /// <summary>A rule of ours after Microsoft's advice (frontal, 200 x 200 pixels for recognition), not the service's own: see README.</summary>
    public string QualityForRecognition
    {
        get
        {
            int side = Math.Min(Box.Width, Box.Height);
            bool poor = side < 50 || Quality.Blur >= 0.75 || Quality.Exposure is < 0.25 or >= 0.75 || Math.Abs(Pose.Yaw) > 45 || Math.Abs(Pose.Pitch) > 35 || MeshScore < 0.5;
            bool good = side >= 120 && Quality.Blur < 0.5 && Math.Abs(Pose.Yaw) <= 25 && Math.Abs(Pose.Pitch) <= 25;
            return poor ? "low" : good ? "high" : "medium";
        }
    }
}
