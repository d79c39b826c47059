namespace FaceCmdlets;

/// <summary>The format that Export-AzFaceImage writes.</summary>
public enum FaceImageFormat
{
    /// <summary>The picture's own, where it can be written; JPEG otherwise (BMP, GIF).</summary>
    Same,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG, without loss.</summary>
    Png,

    /// <summary>WebP.</summary>
    Webp,
}
