namespace FaceCmdlets;

/// <summary>What Invoke-AzFaceDetection can measure on a face besides its place.</summary>
public enum FaceAttribute
{
    /// <summary>Things worn: headwear, glasses, mask. detection_01 only.</summary>
    Accessories,

    /// <summary>How blurred the face is, 0 to 1.</summary>
    Blur,

    /// <summary>How the face is lit, 0 (dark) to 1 (bright).</summary>
    Exposure,

    /// <summary>Kind of glasses.</summary>
    Glasses,

    /// <summary>Pitch, roll and yaw in degrees.</summary>
    HeadPose,

    /// <summary>Whether a mask is worn. detection_03 only.</summary>
    Mask,

    /// <summary>How noisy the face's pixels are, 0 to 1. detection_01 only.</summary>
    Noise,

    /// <summary>Whether forehead, eyes or mouth are covered.</summary>
    Occlusion,

    /// <summary>Whether the face is good enough for recognition. recognition_03 and recognition_04 only.</summary>
    QualityForRecognition,
}
