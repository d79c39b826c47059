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

    /// <param name="results">The service's answer.</param>
    /// <param name="path">The picture.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="sent">What was sent, where the picture was; coordinates become those of the original.</param>
    public static IReadOnlyList<DetectedFace> ToFaces(IReadOnlyList<FaceDetectionResult> results, string path, DetectionRequest request, PreparedPicture? sent) =>
        [.. results.Select((result, index) => ToFace(result, index + 1, path, request, sent))];

    private static DetectedFace ToFace(FaceDetectionResult result, int number, string path, DetectionRequest request, PreparedPicture? sent)
    {
        Azure.AI.Vision.Face.FaceRectangle box = result.FaceRectangle;
        (int left, int top, int width, int height) = sent?.ToOriginal(box.Left, box.Top, box.Width, box.Height) ?? (box.Left, box.Top, box.Width, box.Height);
        Azure.AI.Vision.Face.FaceAttributes? attributes = result.FaceAttributes;
        return new DetectedFace
        {
            Path = path,
            FaceNumber = number,
            Left = left,
            Top = top,
            Width = width,
            Height = height,
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
            FaceLandmarks = result.FaceLandmarks is { } landmarks ? ToLandmarks(landmarks, sent) : null,
        };
    }

    /// <summary>A float's digits, not those that widening it to double makes up.</summary>
    public static double? Rounded(float? value) => value is { } number ? (double)(decimal)number : null;

    public static string? Word<T>(T? value)
        where T : struct
    {
        string? text = value?.ToString();
        return string.IsNullOrEmpty(text) ? null : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static FaceCmdlets.FaceLandmarks ToLandmarks(Azure.AI.Vision.Face.FaceLandmarks wire, PreparedPicture? sent) => new()
    {
        PupilLeft = Point(wire.PupilLeft, sent),
        PupilRight = Point(wire.PupilRight, sent),
        NoseTip = Point(wire.NoseTip, sent),
        MouthLeft = Point(wire.MouthLeft, sent),
        MouthRight = Point(wire.MouthRight, sent),
        EyebrowLeftOuter = Point(wire.EyebrowLeftOuter, sent),
        EyebrowLeftInner = Point(wire.EyebrowLeftInner, sent),
        EyeLeftOuter = Point(wire.EyeLeftOuter, sent),
        EyeLeftTop = Point(wire.EyeLeftTop, sent),
        EyeLeftBottom = Point(wire.EyeLeftBottom, sent),
        EyeLeftInner = Point(wire.EyeLeftInner, sent),
        EyebrowRightInner = Point(wire.EyebrowRightInner, sent),
        EyebrowRightOuter = Point(wire.EyebrowRightOuter, sent),
        EyeRightInner = Point(wire.EyeRightInner, sent),
        EyeRightTop = Point(wire.EyeRightTop, sent),
        EyeRightBottom = Point(wire.EyeRightBottom, sent),
        EyeRightOuter = Point(wire.EyeRightOuter, sent),
        NoseRootLeft = Point(wire.NoseRootLeft, sent),
        NoseRootRight = Point(wire.NoseRootRight, sent),
        NoseLeftAlarTop = Point(wire.NoseLeftAlarTop, sent),
        NoseRightAlarTop = Point(wire.NoseRightAlarTop, sent),
        NoseLeftAlarOutTip = Point(wire.NoseLeftAlarOutTip, sent),
        NoseRightAlarOutTip = Point(wire.NoseRightAlarOutTip, sent),
        UpperLipTop = Point(wire.UpperLipTop, sent),
        UpperLipBottom = Point(wire.UpperLipBottom, sent),
        UnderLipTop = Point(wire.UnderLipTop, sent),
        UnderLipBottom = Point(wire.UnderLipBottom, sent),
    };

    private static FaceCmdlets.LandmarkCoordinate Point(Azure.AI.Vision.Face.LandmarkCoordinate wire, PreparedPicture? sent)
    {
        (double x, double y) = ((double)(decimal)wire.X, (double)(decimal)wire.Y);
        (x, y) = sent?.ToOriginal(x, y) ?? (x, y);
        return new(x, y);
    }
}
