using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>What was measured on a face. Only what was asked for is set.</summary>
public class FaceAttributes : IFaceModel<FaceAttributes>
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

    static FaceAttributes IFaceModel<FaceAttributes>.Read(JsonElement element)
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
                    result.FacialHair = property.Value.Read<FacialHair>();
                    break;
                case "glasses":
                    result.Glasses = new GlassesType(property.Value.GetString()!);
                    break;
                case "headPose":
                    result.HeadPose = property.Value.Read<HeadPose>();
                    break;
                case "hair":
                    result.Hair = property.Value.Read<HairProperties>();
                    break;
                case "occlusion":
                    result.Occlusion = property.Value.Read<OcclusionProperties>();
                    break;
                case "accessories":
                    result.Accessories = property.Value.ReadList<AccessoryItem>();
                    break;
                case "blur":
                    result.Blur = property.Value.Read<BlurProperties>();
                    break;
                case "exposure":
                    result.Exposure = property.Value.Read<ExposureProperties>();
                    break;
                case "noise":
                    result.Noise = property.Value.Read<NoiseProperties>();
                    break;
                case "mask":
                    result.Mask = property.Value.Read<MaskProperties>();
                    break;
                case "qualityForRecognition":
                    result.QualityForRecognition = new QualityForRecognition(property.Value.GetString()!);
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceAttributes>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("age", Age);
        json.Write("smile", Smile);
        json.WriteModel("facialHair", FacialHair);
        json.Write("glasses", Glasses?.ToString());
        json.WriteModel("headPose", HeadPose);
        json.WriteModel("hair", Hair);
        json.WriteModel("occlusion", Occlusion);
        json.WriteModels("accessories", Accessories);
        json.WriteModel("blur", Blur);
        json.WriteModel("exposure", Exposure);
        json.WriteModel("noise", Noise);
        json.WriteModel("mask", Mask);
        json.Write("qualityForRecognition", QualityForRecognition?.ToString());
    }
}
