using Azure.AI.Vision.Face;

namespace FaceCmdlets.Service;

/// <summary>From the service's nested shape to the pipeline's flat one.</summary>
internal static class DetectedFaceMapping
{
    /// <summary>The service's default, and its most (REST API v1.2).</summary>
    private static readonly TimeSpan LongestFaceIdLife = TimeSpan.FromHours(24);

    public static FaceAttributeType ToWire(FaceAttribute attribute)
    {
        string name = attribute.ToString();
        return new FaceAttributeType(char.ToLowerInvariant(name[0]) + name[1..]);
    }

    public static IReadOnlyList<DetectedFace> ToFaces(IReadOnlyList<FaceDetectionResult> results, string path, DetectionRequest request) =>
        [.. results.Select((result, index) => ToFace(result, index + 1, path, request))];

    private static DetectedFace ToFace(FaceDetectionResult result, int number, string path, DetectionRequest request)
    {
        Azure.AI.Vision.Face.FaceAttributes? attributes = result.FaceAttributes;
        return new DetectedFace
        {
            Path = path,
            FaceNumber = number,
            Left = result.FaceRectangle.Left,
            Top = result.FaceRectangle.Top,
            Width = result.FaceRectangle.Width,
            Height = result.FaceRectangle.Height,
            FaceId = result.FaceId,
            FaceIdExpires = result.FaceId is null ? null : DateTimeOffset.Now + (request.FaceIdTimeToLive ?? LongestFaceIdLife),
            RecognitionModel = result.RecognitionModel?.ToString(),
            DetectionModel = request.DetectionModel,
            Pitch = Rounded(attributes?.HeadPose?.Pitch),
            Roll = Rounded(attributes?.HeadPose?.Roll),
            Yaw = Rounded(attributes?.HeadPose?.Yaw),
            BlurLevel = Word(attributes?.Blur?.BlurLevel),
            Blur = Rounded(attributes?.Blur?.Value),
            ExposureLevel = Word(attributes?.Exposure?.ExposureLevel),
            Exposure = Rounded(attributes?.Exposure?.Value),
            NoiseLevel = Word(attributes?.Noise?.NoiseLevel),
            Noise = Rounded(attributes?.Noise?.Value),
            Glasses = Word(attributes?.Glasses),
            ForeheadOccluded = attributes?.Occlusion?.ForeheadOccluded,
            EyeOccluded = attributes?.Occlusion?.EyeOccluded,
            MouthOccluded = attributes?.Occlusion?.MouthOccluded,
            Accessories = attributes?.Accessories is { } items ? string.Join("; ", items.Select(item => FormattableString.Invariant($"{Word<AccessoryType>(item.Type)} {item.Confidence:0.##}"))) : null,
            MaskType = Word(attributes?.Mask?.Type),
            NoseAndMouthCovered = attributes?.Mask?.NoseAndMouthCovered,
            QualityForRecognition = Word(attributes?.QualityForRecognition),
            FaceLandmarks = result.FaceLandmarks is { } landmarks ? ToLandmarks(landmarks) : null,
        };
    }

    /// <summary>A float's digits, not those that widening it to double makes up.</summary>
    private static double? Rounded(float? value) => value is { } number ? (double)(decimal)number : null;

    private static string? Word<T>(T? value)
        where T : struct
    {
        string? text = value?.ToString();
        return string.IsNullOrEmpty(text) ? null : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static FaceCmdlets.FaceLandmarks ToLandmarks(Azure.AI.Vision.Face.FaceLandmarks wire) => new()
    {
        PupilLeft = Point(wire.PupilLeft),
        PupilRight = Point(wire.PupilRight),
        NoseTip = Point(wire.NoseTip),
        MouthLeft = Point(wire.MouthLeft),
        MouthRight = Point(wire.MouthRight),
        EyebrowLeftOuter = Point(wire.EyebrowLeftOuter),
        EyebrowLeftInner = Point(wire.EyebrowLeftInner),
        EyeLeftOuter = Point(wire.EyeLeftOuter),
        EyeLeftTop = Point(wire.EyeLeftTop),
        EyeLeftBottom = Point(wire.EyeLeftBottom),
        EyeLeftInner = Point(wire.EyeLeftInner),
        EyebrowRightInner = Point(wire.EyebrowRightInner),
        EyebrowRightOuter = Point(wire.EyebrowRightOuter),
        EyeRightInner = Point(wire.EyeRightInner),
        EyeRightTop = Point(wire.EyeRightTop),
        EyeRightBottom = Point(wire.EyeRightBottom),
        EyeRightOuter = Point(wire.EyeRightOuter),
        NoseRootLeft = Point(wire.NoseRootLeft),
        NoseRootRight = Point(wire.NoseRootRight),
        NoseLeftAlarTop = Point(wire.NoseLeftAlarTop),
        NoseRightAlarTop = Point(wire.NoseRightAlarTop),
        NoseLeftAlarOutTip = Point(wire.NoseLeftAlarOutTip),
        NoseRightAlarOutTip = Point(wire.NoseRightAlarOutTip),
        UpperLipTop = Point(wire.UpperLipTop),
        UpperLipBottom = Point(wire.UpperLipBottom),
        UnderLipTop = Point(wire.UnderLipTop),
        UnderLipBottom = Point(wire.UnderLipBottom),
    };

    private static FaceCmdlets.LandmarkCoordinate Point(Azure.AI.Vision.Face.LandmarkCoordinate wire) => new((double)(decimal)wire.X, (double)(decimal)wire.Y);
}
