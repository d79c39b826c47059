using SkiaSharp;

namespace FaceCmdlets.Images.Tests;

/// <summary>A small picture of each format.</summary>
internal static class Samples
{
    public static byte[] Of(string format)
    {
        using SKBitmap portrait = Pictures.Portrait(96, 64);
        return format switch
        {
            "Jpeg" => Pictures.Jpeg(portrait, 6),
            "Png" => Pictures.Png(portrait, 1),
            "Gif" => Pictures.Gif(portrait),
            "Bmp" => Pictures.Bmp(portrait),
            "WebP" => Pictures.WebP(portrait, 1),
            "Ico" => Pictures.Ico(Pictures.Encode(portrait, SKEncodedImageFormat.Png)),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }
}
