namespace FaceCmdlets;

/// <summary>What Export-AzFaceImage -Annotate draws.</summary>
public enum FaceDrawing
{
    /// <summary>The face's rectangle.</summary>
    Box,

    /// <summary>A dot for each landmark; the faces need them (Invoke-AzFaceDetection -Landmarks).</summary>
    Landmarks,

    /// <summary>Three axes of the head: to its side (red), up (green), ahead (blue); needs pitch, roll and yaw.</summary>
    Pose,

    /// <summary>A line of text.</summary>
    Label,
}
