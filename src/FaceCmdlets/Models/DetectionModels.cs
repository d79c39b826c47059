namespace FaceCmdlets;

/// <summary>Which detection model measures what (Microsoft Learn, "Specify a face detection model", January 2026).</summary>
internal static class DetectionModels
{
    public const string Detection01 = "detection_01";
    public const string Detection02 = "detection_02";
    public const string Detection03 = "detection_03";

    private static readonly FaceAttribute[] Shared =
        [FaceAttribute.Blur, FaceAttribute.Exposure, FaceAttribute.Glasses, FaceAttribute.HeadPose, FaceAttribute.Occlusion, FaceAttribute.QualityForRecognition];

    public static IReadOnlyList<FaceAttribute> AttributesOf(string model) => model switch
    {
        Detection01 => [.. Shared, FaceAttribute.Accessories, FaceAttribute.Noise],
        Detection03 => [.. Shared, FaceAttribute.Mask],
        _ => [],
    };

    /// <summary>The newest model that has every attribute, or null where none has them all.</summary>
    public static string? NewestWith(IReadOnlyCollection<FaceAttribute> attributes) =>
        Array.Find([Detection03, Detection01], model => !attributes.Except(AttributesOf(model)).Any());

    /// <summary>Says which attribute has no place in the model, and which model has it; null when all fit.</summary>
    public static string? Misfit(string? model, string recognitionModel, bool landmarks, IReadOnlyCollection<FaceAttribute> attributes)
    {
        if (attributes.Contains(FaceAttribute.QualityForRecognition) && recognitionModel is not ("recognition_03" or "recognition_04"))
        {
            return $"QualityForRecognition goes with recognition_03 and recognition_04, not with {recognitionModel}. Leave out -RecognitionModel for recognition_04.";
        }

        if (model is null)
        {
            return NewestWith(attributes) is not null ? null
                : "No detection model measures both Mask and Accessories or Noise. Mask goes with detection_03; Accessories and Noise go with detection_01; all others go with either. Ask for them in two calls.";
        }

        if (model == Detection02 && landmarks)
        {
            return "detection_02 has no landmarks. Leave out -DetectionModel, or use detection_03 or detection_01.";
        }

        FaceAttribute[] missing = [.. attributes.Except(AttributesOf(model)).Distinct()];
        if (missing.Length == 0)
        {
            return null;
        }

        string owners = string.Join("; ", missing.Select(attribute => $"{attribute} is measured by {string.Join(" and ", OwnersOf(attribute))}"));
        return $"{model} does not measure {string.Join(", ", missing)}: {owners}. Leave out -DetectionModel to have the right one chosen.";
    }

    private static IEnumerable<string> OwnersOf(FaceAttribute attribute) =>
        new[] { Detection03, Detection01 }.Where(model => AttributesOf(model).Contains(attribute));
}
