using System.Management.Automation;
using System.Text.Json.Serialization;

namespace FaceCmdlets;

/// <summary>
/// A face in a picture. What can be filtered, sorted and exported is a property of the face itself;
/// an attribute that was not asked for is null. Coordinates are pixels of the picture as a viewer shows it.
/// </summary>
public sealed class DetectedFace
{
    [JsonConstructor]
    internal DetectedFace()
    {
    }

    /// <summary>The picture: a file's full path, an address, or InputObject[n] for the n-th of the bytes and streams given.</summary>
    [JsonInclude]
    public string Path { get; internal init; } = string.Empty;

    /// <summary>Number of the face in its picture, from 1; the service sorts by size, largest first.</summary>
    [JsonInclude]
    public int FaceNumber { get; internal init; }

    /// <summary>Pixels from the picture's left edge.</summary>
    [JsonInclude]
    public int Left { get; internal init; }

    /// <summary>Pixels from the picture's top edge.</summary>
    [JsonInclude]
    public int Top { get; internal init; }

    /// <summary>Width in pixels.</summary>
    [JsonInclude]
    public int Width { get; internal init; }

    /// <summary>Height in pixels.</summary>
    [JsonInclude]
    public int Height { get; internal init; }

    /// <summary>Id for recognition, with -ReturnFaceId.</summary>
    [JsonInclude]
    public Guid? FaceId { get; internal init; }

    /// <summary>When <see cref="FaceId"/> ends: 24 hours after the detection, or as -FaceIdTimeToLive said.</summary>
    [JsonInclude]
    public DateTimeOffset? FaceIdExpires { get; internal init; }

    /// <summary>The recognition model behind <see cref="FaceId"/>.</summary>
    [JsonInclude]
    public string? RecognitionModel { get; internal init; }

    /// <summary>The detection model that found the face.</summary>
    [JsonInclude]
    public string DetectionModel { get; internal init; } = string.Empty;

    /// <summary>Nodding, in degrees.</summary>
    [JsonInclude]
    public double? Pitch { get; internal init; }

    /// <summary>Tilt in the plane of the picture, in degrees; clockwise is positive.</summary>
    [JsonInclude]
    public double? Roll { get; internal init; }

    /// <summary>Turn to a side, in degrees.</summary>
    [JsonInclude]
    public double? Yaw { get; internal init; }

    /// <summary>Low, Medium or High; from 0.25 and 0.75 of <see cref="Blur"/>.</summary>
    [JsonInclude]
    public string? BlurLevel { get; internal init; }

    /// <summary>0 to 1; larger is blurrier.</summary>
    [JsonInclude]
    public double? Blur { get; internal init; }

    /// <summary>UnderExposure, GoodExposure or OverExposure; from 0.25 and 0.75 of <see cref="Exposure"/>.</summary>
    [JsonInclude]
    public string? ExposureLevel { get; internal init; }

    /// <summary>0 to 1; larger is brighter.</summary>
    [JsonInclude]
    public double? Exposure { get; internal init; }

    /// <summary>Low, Medium or High; from 0.3 and 0.7 of <see cref="Noise"/>.</summary>
    [JsonInclude]
    public string? NoiseLevel { get; internal init; }

    /// <summary>0 to 1; larger is noisier.</summary>
    [JsonInclude]
    public double? Noise { get; internal init; }

    /// <summary>NoGlasses, ReadingGlasses, Sunglasses or SwimmingGoggles.</summary>
    [JsonInclude]
    public string? Glasses { get; internal init; }

    /// <summary>Whether the forehead is covered.</summary>
    [JsonInclude]
    public bool? ForeheadOccluded { get; internal init; }

    /// <summary>Whether an eye is covered.</summary>
    [JsonInclude]
    public bool? EyeOccluded { get; internal init; }

    /// <summary>Whether the mouth is covered.</summary>
    [JsonInclude]
    public bool? MouthOccluded { get; internal init; }

    /// <summary>What is worn, with how sure it is from 0 to 1: "Headwear 0.99; Glasses 0.8"; empty for nothing.</summary>
    [JsonInclude]
    public string? Accessories { get; internal init; }

    /// <summary>FaceMask, NoMask, OtherMaskOrOcclusion or Uncertain.</summary>
    [JsonInclude]
    public string? MaskType { get; internal init; }

    /// <summary>Whether a mask covers nose and mouth.</summary>
    [JsonInclude]
    public bool? NoseAndMouthCovered { get; internal init; }

    /// <summary>Low, Medium or High: High to enrol, Medium or better to identify.</summary>
    [JsonInclude]
    public string? QualityForRecognition { get; internal init; }

    /// <summary>27 points, with -Landmarks. Part of JSON (-Depth 4), not of CSV.</summary>
    [Hidden]
    [JsonInclude]
    public FaceLandmarks? FaceLandmarks { get; internal init; }

    /// <summary>The service's faceRectangle; the type data makes it $face.FaceRectangle.</summary>
    /// <param name="face">The face.</param>
    /// <returns>Where the face is.</returns>
    public static FaceRectangle GetFaceRectangle(PSObject face)
    {
        DetectedFace it = Unwrap(face);
        return new(it.Left, it.Top, it.Width, it.Height);
    }

    /// <summary>The service's faceAttributes; the type data makes it $face.FaceAttributes.</summary>
    /// <param name="face">The face.</param>
    /// <returns>The attributes that were asked for.</returns>
    public static FaceAttributes GetFaceAttributes(PSObject face) => new(Unwrap(face));

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{System.IO.Path.GetFileName(Path)} face {FaceNumber}: {Left}, {Top}, {Width} x {Height}");

    private static DetectedFace Unwrap(PSObject face) => (DetectedFace)(face ?? throw new ArgumentNullException(nameof(face))).BaseObject;
}
