using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>What was measured on a face. Only what was asked for is set.</summary>
public class FaceAttributes
{
    internal FaceAttributes()
    {
    }

    /// <summary>Age in years (limited access).</summary>
    public float? Age { get; internal set; }

    /// <summary>Intensity of a smile, 0 to 1 (limited access).</summary>
    public float? Smile { get; internal set; }

    /// <summary>Facial hair (limited access).</summary>
    public FacialHair? FacialHair { get; internal set; }

    /// <summary>Kind of glasses.</summary>
    public GlassesType? Glasses { get; internal set; }

    /// <summary>Rotation of the head.</summary>
    public HeadPose? HeadPose { get; internal set; }

    /// <summary>Hair (limited access).</summary>
    public HairProperties? Hair { get; internal set; }

    /// <summary>Which parts are covered.</summary>
    public OcclusionProperties? Occlusion { get; internal set; }

    /// <summary>What is worn; empty for nothing.</summary>
    public IReadOnlyList<AccessoryItem>? Accessories { get; internal set; }

    /// <summary>How blurred the face is.</summary>
    public BlurProperties? Blur { get; internal set; }

    /// <summary>How the face is lit.</summary>
    public ExposureProperties? Exposure { get; internal set; }

    /// <summary>How noisy the face is.</summary>
    public NoiseProperties? Noise { get; internal set; }

    /// <summary>Whether a mask is worn.</summary>
    public MaskProperties? Mask { get; internal set; }

    /// <summary>Whether the face is good enough for recognition.</summary>
    public QualityForRecognition? QualityForRecognition { get; internal set; }

    internal static FaceAttributes Deserialize(JsonElement element)
    {
        var result = new FaceAttributes();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "age":
                    result.Age = property.Value.GetSingle();
                    break;
                case "smile":
                    result.Smile = property.Value.GetSingle();
                    break;
                case "facialHair":
                    result.FacialHair = FacialHair.Deserialize(property.Value);
                    break;
                case "glasses":
                    result.Glasses = new GlassesType(property.Value.GetString()!);
                    break;
                case "headPose":
                    result.HeadPose = HeadPose.Deserialize(property.Value);
                    break;
                case "hair":
                    result.Hair = HairProperties.Deserialize(property.Value);
                    break;
                case "occlusion":
                    result.Occlusion = OcclusionProperties.Deserialize(property.Value);
                    break;
                case "accessories":
                    result.Accessories = property.Value.EnumerateArray().Select(AccessoryItem.Deserialize).ToList();
                    break;
                case "blur":
                    result.Blur = BlurProperties.Deserialize(property.Value);
                    break;
                case "exposure":
                    result.Exposure = ExposureProperties.Deserialize(property.Value);
                    break;
                case "noise":
                    result.Noise = NoiseProperties.Deserialize(property.Value);
                    break;
                case "mask":
                    result.Mask = MaskProperties.Deserialize(property.Value);
                    break;
                case "qualityForRecognition":
                    result.QualityForRecognition = new QualityForRecognition(property.Value.GetString()!);
                    break;
            }
        }

        return result;
    }
}
