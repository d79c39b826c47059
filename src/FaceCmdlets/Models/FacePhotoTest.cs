namespace FaceCmdlets;

/// <summary>How a picture does as a profile, badge or passport photo; from Test-AzFacePhoto.</summary>
public sealed class FacePhotoTest
{
    internal FacePhotoTest()
    {
    }

    /// <summary>The picture: a file's full path, or InputObject[n] for the n-th of the bytes and streams given.</summary>
    public string Path { get; internal init; } = string.Empty;

    /// <summary>Whether the picture, as it is, keeps every rule.</summary>
    public bool Passed { get; internal init; }

    /// <summary>What is wrong, for people; empty where nothing is.</summary>
    public string Reasons { get; internal init; } = string.Empty;

    /// <summary>The rules that are broken, by name: "MinimumFaceShare; MaximumYaw".</summary>
    public string FailedRules { get; internal init; } = string.Empty;

    /// <summary>The set of rules; "(changed)" says that single rules were given as well.</summary>
    public string RuleSet { get; internal init; } = string.Empty;

    /// <summary>Whether only framing fails, and the picture has what another crop or size needs.</summary>
    public bool CanBeFixed { get; internal set; }

    /// <summary>Why the framing cannot be mended; null where it can or needs not be.</summary>
    public string? FixProblem { get; internal set; }

    /// <summary>The picture that -Fix wrote, which was tested as well and keeps every rule; null where none was written.</summary>
    public string? FixedPath { get; internal set; }

    /// <summary>How many faces there are. What follows is of the largest.</summary>
    public int FaceCount { get; internal init; }

    /// <summary>The face's height as a share of the picture's, 0 to 1.</summary>
    public double? FaceShare { get; internal init; }

    /// <summary>The head's height from chin to crown as a share of the picture's, estimated from eyes and lips.</summary>
    public double? HeadShare { get; internal init; }

    /// <summary>How far the middle between the eyes is from the picture's, as a share of its width; left is negative.</summary>
    public double? OffCentre { get; internal init; }

    /// <summary>How far the eyes are from the picture's top edge, as a share of its height.</summary>
    public double? EyeLine { get; internal init; }

    /// <summary>Turn to a side, in degrees.</summary>
    public double? Yaw { get; internal init; }

    /// <summary>Nodding, in degrees.</summary>
    public double? Pitch { get; internal init; }

    /// <summary>Tilt in the plane of the picture, in degrees; clockwise is positive.</summary>
    public double? Roll { get; internal init; }

    /// <summary>Low, Medium or High.</summary>
    public string? BlurLevel { get; internal init; }

    /// <summary>UnderExposure, GoodExposure or OverExposure.</summary>
    public string? ExposureLevel { get; internal init; }

    /// <summary>NoGlasses, ReadingGlasses, Sunglasses or SwimmingGoggles.</summary>
    public string? Glasses { get; internal init; }

    /// <summary>FaceMask, NoMask, OtherMaskOrOcclusion or Uncertain; null with the rule NoHeadwear, which has masks in <see cref="Accessories"/>.</summary>
    public string? MaskType { get; internal init; }

    /// <summary>What is worn; only with the rule NoHeadwear.</summary>
    public string? Accessories { get; internal init; }

    /// <summary>Whether an eye is covered.</summary>
    public bool? EyeOccluded { get; internal init; }

    /// <summary>Whether the mouth is covered.</summary>
    public bool? MouthOccluded { get; internal init; }

    /// <summary>Whether the forehead is covered.</summary>
    public bool? ForeheadOccluded { get; internal init; }

    /// <summary>Low, Medium or High.</summary>
    public string? QualityForRecognition { get; internal init; }

    /// <summary>The picture's width in pixels, upright.</summary>
    public int PictureWidth { get; internal init; }

    /// <summary>The picture's height in pixels, upright.</summary>
    public int PictureHeight { get; internal init; }

    /// <summary>The picture's bytes.</summary>
    public int Bytes { get; internal init; }

    /// <summary>The face's pixels from the left, as in a face of Invoke-AzFaceDetection.</summary>
    public int? Left { get; internal init; }

    /// <summary>The face's pixels from the top.</summary>
    public int? Top { get; internal init; }

    /// <summary>The face's width in pixels.</summary>
    public int? Width { get; internal init; }

    /// <summary>The face's height in pixels.</summary>
    public int? Height { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => System.IO.Path.GetFileName(Path) + (Passed ? ": passed" : ": " + Reasons);
}
