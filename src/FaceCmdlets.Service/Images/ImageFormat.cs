namespace FaceCmdlets.Service;

/// <summary>What a picture file is, by its first bytes; not by its name.</summary>
internal enum ImageFormat
{
    Unknown,
    Jpeg,
    Png,
    Gif,
    Bmp,
    WebP,
    Ico,
    Wbmp,
    Heic,
    Avif,
    Tiff,
    JpegXl,
}

internal static class ImageFormatExtensions
{
    /// <summary>Whether the Face service takes it (Microsoft Learn, "Face detection concepts", January 2026).</summary>
    public static bool IsTaken(this ImageFormat format) => format is ImageFormat.Jpeg or ImageFormat.Png or ImageFormat.Gif or ImageFormat.Bmp;

    /// <summary>Whether SkiaSharp's Skia decodes it.</summary>
    public static bool IsDecoded(this ImageFormat format) => format.IsTaken() || format is ImageFormat.WebP or ImageFormat.Ico or ImageFormat.Wbmp;

    /// <summary>The format's own way to write its name.</summary>
    public static string Text(this ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Png => "PNG",
        ImageFormat.Gif => "GIF",
        ImageFormat.Bmp => "BMP",
        ImageFormat.Ico => "ICO",
        ImageFormat.Wbmp => "WBMP",
        ImageFormat.Heic => "HEIC",
        ImageFormat.Avif => "AVIF",
        ImageFormat.Tiff => "TIFF",
        ImageFormat.JpegXl => "JPEG XL",
        _ => format.ToString(),
    };
}
