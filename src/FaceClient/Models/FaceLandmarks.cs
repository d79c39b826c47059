using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>27 points of a face, in pixels. "Left" is the left of the picture.</summary>
public class FaceLandmarks : IFaceModel<FaceLandmarks>
{
    internal FaceLandmarks()
    {
    }

    /// <summary>The service's pupilLeft.</summary>
    public LandmarkCoordinate PupilLeft { get; internal set; } = null!;

    /// <summary>The service's pupilRight.</summary>
    public LandmarkCoordinate PupilRight { get; internal set; } = null!;

    /// <summary>The service's noseTip.</summary>
    public LandmarkCoordinate NoseTip { get; internal set; } = null!;

    /// <summary>The service's mouthLeft.</summary>
    public LandmarkCoordinate MouthLeft { get; internal set; } = null!;

    /// <summary>The service's mouthRight.</summary>
    public LandmarkCoordinate MouthRight { get; internal set; } = null!;

    /// <summary>The service's eyebrowLeftOuter.</summary>
    public LandmarkCoordinate EyebrowLeftOuter { get; internal set; } = null!;

    /// <summary>The service's eyebrowLeftInner.</summary>
    public LandmarkCoordinate EyebrowLeftInner { get; internal set; } = null!;

    /// <summary>The service's eyeLeftOuter.</summary>
    public LandmarkCoordinate EyeLeftOuter { get; internal set; } = null!;

    /// <summary>The service's eyeLeftTop.</summary>
    public LandmarkCoordinate EyeLeftTop { get; internal set; } = null!;

    /// <summary>The service's eyeLeftBottom.</summary>
    public LandmarkCoordinate EyeLeftBottom { get; internal set; } = null!;

    /// <summary>The service's eyeLeftInner.</summary>
    public LandmarkCoordinate EyeLeftInner { get; internal set; } = null!;

    /// <summary>The service's eyebrowRightInner.</summary>
    public LandmarkCoordinate EyebrowRightInner { get; internal set; } = null!;

    /// <summary>The service's eyebrowRightOuter.</summary>
    public LandmarkCoordinate EyebrowRightOuter { get; internal set; } = null!;

    /// <summary>The service's eyeRightInner.</summary>
    public LandmarkCoordinate EyeRightInner { get; internal set; } = null!;

    /// <summary>The service's eyeRightTop.</summary>
    public LandmarkCoordinate EyeRightTop { get; internal set; } = null!;

    /// <summary>The service's eyeRightBottom.</summary>
    public LandmarkCoordinate EyeRightBottom { get; internal set; } = null!;

    /// <summary>The service's eyeRightOuter.</summary>
    public LandmarkCoordinate EyeRightOuter { get; internal set; } = null!;

    /// <summary>The service's noseRootLeft.</summary>
    public LandmarkCoordinate NoseRootLeft { get; internal set; } = null!;

    /// <summary>The service's noseRootRight.</summary>
    public LandmarkCoordinate NoseRootRight { get; internal set; } = null!;

    /// <summary>The service's noseLeftAlarTop.</summary>
    public LandmarkCoordinate NoseLeftAlarTop { get; internal set; } = null!;

    /// <summary>The service's noseRightAlarTop.</summary>
    public LandmarkCoordinate NoseRightAlarTop { get; internal set; } = null!;

    /// <summary>The service's noseLeftAlarOutTip.</summary>
    public LandmarkCoordinate NoseLeftAlarOutTip { get; internal set; } = null!;

    /// <summary>The service's noseRightAlarOutTip.</summary>
    public LandmarkCoordinate NoseRightAlarOutTip { get; internal set; } = null!;

    /// <summary>The service's upperLipTop.</summary>
    public LandmarkCoordinate UpperLipTop { get; internal set; } = null!;

    /// <summary>The service's upperLipBottom.</summary>
    public LandmarkCoordinate UpperLipBottom { get; internal set; } = null!;

    /// <summary>The service's underLipTop.</summary>
    public LandmarkCoordinate UnderLipTop { get; internal set; } = null!;

    /// <summary>The service's underLipBottom.</summary>
    public LandmarkCoordinate UnderLipBottom { get; internal set; } = null!;

    static FaceLandmarks IFaceModel<FaceLandmarks>.Read(JsonElement element)
    {
        var result = new FaceLandmarks();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "pupilLeft":
                    result.PupilLeft = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "pupilRight":
                    result.PupilRight = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "noseTip":
                    result.NoseTip = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "mouthLeft":
                    result.MouthLeft = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "mouthRight":
                    result.MouthRight = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyebrowLeftOuter":
                    result.EyebrowLeftOuter = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyebrowLeftInner":
                    result.EyebrowLeftInner = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyeLeftOuter":
                    result.EyeLeftOuter = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyeLeftTop":
                    result.EyeLeftTop = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyeLeftBottom":
                    result.EyeLeftBottom = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyeLeftInner":
                    result.EyeLeftInner = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyebrowRightInner":
                    result.EyebrowRightInner = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyebrowRightOuter":
                    result.EyebrowRightOuter = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyeRightInner":
                    result.EyeRightInner = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyeRightTop":
                    result.EyeRightTop = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyeRightBottom":
                    result.EyeRightBottom = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "eyeRightOuter":
                    result.EyeRightOuter = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "noseRootLeft":
                    result.NoseRootLeft = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "noseRootRight":
                    result.NoseRootRight = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "noseLeftAlarTop":
                    result.NoseLeftAlarTop = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "noseRightAlarTop":
                    result.NoseRightAlarTop = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "noseLeftAlarOutTip":
                    result.NoseLeftAlarOutTip = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "noseRightAlarOutTip":
                    result.NoseRightAlarOutTip = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "upperLipTop":
                    result.UpperLipTop = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "upperLipBottom":
                    result.UpperLipBottom = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "underLipTop":
                    result.UnderLipTop = property.Value.Read<LandmarkCoordinate>();
                    break;
                case "underLipBottom":
                    result.UnderLipBottom = property.Value.Read<LandmarkCoordinate>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceLandmarks>.WriteMembers(Utf8JsonWriter json)
    {
        json.WriteModel("pupilLeft", PupilLeft);
        json.WriteModel("pupilRight", PupilRight);
        json.WriteModel("noseTip", NoseTip);
        json.WriteModel("mouthLeft", MouthLeft);
        json.WriteModel("mouthRight", MouthRight);
        json.WriteModel("eyebrowLeftOuter", EyebrowLeftOuter);
        json.WriteModel("eyebrowLeftInner", EyebrowLeftInner);
        json.WriteModel("eyeLeftOuter", EyeLeftOuter);
        json.WriteModel("eyeLeftTop", EyeLeftTop);
        json.WriteModel("eyeLeftBottom", EyeLeftBottom);
        json.WriteModel("eyeLeftInner", EyeLeftInner);
        json.WriteModel("eyebrowRightInner", EyebrowRightInner);
        json.WriteModel("eyebrowRightOuter", EyebrowRightOuter);
        json.WriteModel("eyeRightInner", EyeRightInner);
        json.WriteModel("eyeRightTop", EyeRightTop);
        json.WriteModel("eyeRightBottom", EyeRightBottom);
        json.WriteModel("eyeRightOuter", EyeRightOuter);
        json.WriteModel("noseRootLeft", NoseRootLeft);
        json.WriteModel("noseRootRight", NoseRootRight);
        json.WriteModel("noseLeftAlarTop", NoseLeftAlarTop);
        json.WriteModel("noseRightAlarTop", NoseRightAlarTop);
        json.WriteModel("noseLeftAlarOutTip", NoseLeftAlarOutTip);
        json.WriteModel("noseRightAlarOutTip", NoseRightAlarOutTip);
        json.WriteModel("upperLipTop", UpperLipTop);
        json.WriteModel("upperLipBottom", UpperLipBottom);
        json.WriteModel("underLipTop", UnderLipTop);
        json.WriteModel("underLipBottom", UnderLipBottom);
    }
}
