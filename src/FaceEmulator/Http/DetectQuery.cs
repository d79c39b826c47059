using System.Globalization;

namespace FaceEmulator.Http;

/// <summary>The query of /detect, with the service's defaults and refusals.</summary>
internal sealed record DetectQuery(string RecognitionModel, bool ReturnFaceId, bool Landmarks, bool ReturnRecognitionModel, TimeSpan FaceIdTimeToLive, IReadOnlySet<string> Attributes)
{
    private static readonly string[] Shared = ["blur", "exposure", "glasses", "headPose", "occlusion", "qualityForRecognition"];
    private static readonly string[] Gated = ["age", "smile", "facialHair", "hair"];
    private static readonly string[] Retired = ["emotion", "gender", "makeup"];

    public static DetectQuery Parse(IQueryCollection query, bool limitedAccess)
    {
        string detection = DetectionModel(query);
        string recognition = OneOf(query, "recognitionModel", "recognition_01", "recognition_02", "recognition_03", "recognition_04");
        bool returnFaceId = Flag(query, "returnFaceId", true), landmarks = Flag(query, "returnFaceLandmarks", false);
        int seconds = 86400;
        if (query["faceIdTimeToLive"].FirstOrDefault() is { Length: > 0 } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds is < 60 or > 86400))
        {
            throw FaceError.BadArgument("'faceIdTimeToLive' is invalid. Must be within 60 to 86400.");
        }

        HashSet<string> attributes = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in query["returnFaceAttributes"].SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (Retired.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw FaceError.Unsupported("Feature is not supported, one or more of the attributes are deprecated and no longer supported.");
            }

            if (Gated.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw FaceError.Unsupported("Feature is not supported, missing approval for one or more of the following features: FaceAttributes. Please apply for access at https://aka.ms/facerecognition");
            }

            bool known = Shared.Concat(["accessories", "noise", "mask"]).Contains(name, StringComparer.OrdinalIgnoreCase);
            if (known && detection == "detection_02")
            {
                throw FaceError.BadArgument("'returnFaceAttributes' is not supported by detection_02.");
            }

            string[] offered = [.. Shared, .. detection == "detection_03" ? ["mask"] : (string[])["accessories", "noise"]];
            if (!offered.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw FaceError.BadArgument(known ? $"Invalid argument returnFaceAttributes. '{name}' is not supported by {detection}." : "Invalid argument returnFaceAttributes.");
            }

            if (name.Equals("qualityForRecognition", StringComparison.OrdinalIgnoreCase) && recognition is not ("recognition_03" or "recognition_04"))
            {
                throw FaceError.BadArgument($"Invalid argument returnFaceAttributes. 'qualityForRecognition' is not supported by {recognition}.");
            }

            attributes.Add(name);
        }

        if (landmarks && detection == "detection_02")
        {
            throw FaceError.BadArgument("'returnLandmarks' is not supported by detection_02.");
        }

        if (returnFaceId && limitedAccess)
        {
            throw FaceError.Unsupported("Feature is not supported, missing approval for one or more of the following features: Identification,Verification. Please apply for access at https://aka.ms/facerecognition");
        }

        return new DetectQuery(recognition, returnFaceId, landmarks, Flag(query, "returnRecognitionModel", false), TimeSpan.FromSeconds(seconds), attributes);
    }

    /// <summary>The detection model that the query names, also where a face is added.</summary>
    public static string DetectionModel(IQueryCollection query) => OneOf(query, "detectionModel", "detection_01", "detection_02", "detection_03");

    /// <summary>The first is the service's default.</summary>
    private static string OneOf(IQueryCollection query, string name, params string[] values) =>
        query[name].FirstOrDefault() is not { Length: > 0 } text ? values[0]
        : values.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? throw FaceError.BadArgument($"'{name}' is invalid.");

    private static bool Flag(IQueryCollection query, string name, bool otherwise) =>
        query[name].FirstOrDefault() is not { Length: > 0 } text ? otherwise
        : bool.TryParse(text, out bool value) ? value : throw FaceError.BadArgument($"Invalid argument {name}.");
}
