namespace FaceCmdlets;

/// <summary>27 points of a face. "Left" is the left of the picture.</summary>
public sealed record FaceLandmarks
{
    /// <summary>The service's pupilLeft.</summary>
    public required LandmarkCoordinate PupilLeft { get; init; }

    /// <summary>The service's pupilRight.</summary>
    public required LandmarkCoordinate PupilRight { get; init; }

    /// <summary>The service's noseTip.</summary>
    public required LandmarkCoordinate NoseTip { get; init; }

    /// <summary>The service's mouthLeft.</summary>
    public required LandmarkCoordinate MouthLeft { get; init; }

    /// <summary>The service's mouthRight.</summary>
    public required LandmarkCoordinate MouthRight { get; init; }

    /// <summary>The service's eyebrowLeftOuter.</summary>
    public required LandmarkCoordinate EyebrowLeftOuter { get; init; }

    /// <summary>The service's eyebrowLeftInner.</summary>
    public required LandmarkCoordinate EyebrowLeftInner { get; init; }

    /// <summary>The service's eyeLeftOuter.</summary>
    public required LandmarkCoordinate EyeLeftOuter { get; init; }

    /// <summary>The service's eyeLeftTop.</summary>
    public required LandmarkCoordinate EyeLeftTop { get; init; }

    /// <summary>The service's eyeLeftBottom.</summary>
    public required LandmarkCoordinate EyeLeftBottom { get; init; }

    /// <summary>The service's eyeLeftInner.</summary>
    public required LandmarkCoordinate EyeLeftInner { get; init; }

    /// <summary>The service's eyebrowRightInner.</summary>
    public required LandmarkCoordinate EyebrowRightInner { get; init; }

    /// <summary>The service's eyebrowRightOuter.</summary>
    public required LandmarkCoordinate EyebrowRightOuter { get; init; }

    /// <summary>The service's eyeRightInner.</summary>
    public required LandmarkCoordinate EyeRightInner { get; init; }

    /// <summary>The service's eyeRightTop.</summary>
    public required LandmarkCoordinate EyeRightTop { get; init; }

    /// <summary>The service's eyeRightBottom.</summary>
    public required LandmarkCoordinate EyeRightBottom { get; init; }

    /// <summary>The service's eyeRightOuter.</summary>
    public required LandmarkCoordinate EyeRightOuter { get; init; }

    /// <summary>The service's noseRootLeft.</summary>
    public required LandmarkCoordinate NoseRootLeft { get; init; }

    /// <summary>The service's noseRootRight.</summary>
    public required LandmarkCoordinate NoseRootRight { get; init; }

    /// <summary>The service's noseLeftAlarTop.</summary>
    public required LandmarkCoordinate NoseLeftAlarTop { get; init; }

    /// <summary>The service's noseRightAlarTop.</summary>
    public required LandmarkCoordinate NoseRightAlarTop { get; init; }

    /// <summary>The service's noseLeftAlarOutTip.</summary>
    public required LandmarkCoordinate NoseLeftAlarOutTip { get; init; }

    /// <summary>The service's noseRightAlarOutTip.</summary>
    public required LandmarkCoordinate NoseRightAlarOutTip { get; init; }

    /// <summary>The service's upperLipTop.</summary>
    public required LandmarkCoordinate UpperLipTop { get; init; }

    /// <summary>The service's upperLipBottom.</summary>
    public required LandmarkCoordinate UpperLipBottom { get; init; }

    /// <summary>The service's underLipTop.</summary>
    public required LandmarkCoordinate UnderLipTop { get; init; }

    /// <summary>The service's underLipBottom.</summary>
    public required LandmarkCoordinate UnderLipBottom { get; init; }

    /// <inheritdoc />
    public override string ToString() => "27 landmarks";
}
