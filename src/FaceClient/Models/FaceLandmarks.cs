using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>27 points of a face, in pixels. "Left" is the left of the picture.</summary>
public class FaceLandmarks
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

    internal static FaceLandmarks Deserialize(JsonElement element)
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
                    result.PupilLeft = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "pupilRight":
                    result.PupilRight = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "noseTip":
                    result.NoseTip = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "mouthLeft":
                    result.MouthLeft = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "mouthRight":
                    result.MouthRight = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyebrowLeftOuter":
                    result.EyebrowLeftOuter = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyebrowLeftInner":
                    result.EyebrowLeftInner = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyeLeftOuter":
                    result.EyeLeftOuter = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyeLeftTop":
                    result.EyeLeftTop = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyeLeftBottom":
                    result.EyeLeftBottom = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyeLeftInner":
                    result.EyeLeftInner = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyebrowRightInner":
                    result.EyebrowRightInner = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyebrowRightOuter":
                    result.EyebrowRightOuter = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyeRightInner":
                    result.EyeRightInner = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyeRightTop":
                    result.EyeRightTop = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyeRightBottom":
                    result.EyeRightBottom = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "eyeRightOuter":
                    result.EyeRightOuter = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "noseRootLeft":
                    result.NoseRootLeft = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "noseRootRight":
                    result.NoseRootRight = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "noseLeftAlarTop":
                    result.NoseLeftAlarTop = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "noseRightAlarTop":
                    result.NoseRightAlarTop = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "noseLeftAlarOutTip":
                    result.NoseLeftAlarOutTip = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "noseRightAlarOutTip":
                    result.NoseRightAlarOutTip = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "upperLipTop":
                    result.UpperLipTop = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "upperLipBottom":
                    result.UpperLipBottom = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "underLipTop":
                    result.UnderLipTop = LandmarkCoordinate.Deserialize(property.Value);
                    break;
                case "underLipBottom":
                    result.UnderLipBottom = LandmarkCoordinate.Deserialize(property.Value);
                    break;
            }
        }

        return result;
    }
}
