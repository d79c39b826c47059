using System.Management.Automation;
using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>
/// Cuts a face out of its picture. What would reach beyond the picture is cut off; a square or a given size is moved into
/// the picture instead, and where the picture is too small for it, the rest is transparent, or black in a JPEG.
/// </summary>
internal static class Crop
{
    /// <summary>As -Size allows: 10000 x 10000.</summary>
    private const long MostPixels = 100_000_000;

    public static SKBitmap Cut(SKBitmap picture, PictureFace face, CropShape shape, bool mayBeTransparent)
    {
        SKRectI window = Window(face, new(picture.Width, picture.Height), shape);
        SKRectI there = SKRectI.Intersect(window, new(0, 0, picture.Width, picture.Height));
        (int width, int height) = shape.Size is not { } size ? (window.Width, window.Height) : size.Height == 0 ? Fit(window, size.Width) : size;
        if ((long)width * height > MostPixels)
        {
            throw new FaceServiceException("CropTooLarge", FormattableString.Invariant($"With its margin the face at {face.Left}, {face.Top} would be a picture of {width} x {height} pixels, of which most are not there. Take a smaller -Margin, or leave out -Square."), ErrorCategory.LimitsExceeded, false);
        }

        SKImageInfo info = picture.Info.WithSize(width, height);
        if (there != window && mayBeTransparent)
        {
            info = info.WithAlphaType(SKAlphaType.Premul);
        }

        var cut = new SKBitmap(info);
        cut.Erase(info.IsOpaque ? SKColors.Black : SKColors.Transparent);
        using var canvas = new SKCanvas(cut);
        using SKPixmap pixels = picture.PeekPixels();
        // The middle of the face is in the picture, so that there is always a part.
        using SKPixmap part = pixels.ExtractSubset(there)!;
        using SKImage image = SKImage.FromPixels(part);
        float x = width / (float)window.Width, y = height / (float)window.Height;
        var target = SKRect.Create((there.Left - window.Left) * x, (there.Top - window.Top) * y, there.Width * x, there.Height * y);
        SKSamplingOptions sampling = x == 1 && y == 1 ? SKSamplingOptions.Default
            : Math.Min(x, y) > 0.5f ? new(SKCubicResampler.Mitchell) : new(SKFilterMode.Linear, SKMipmapMode.Linear);
        using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
        canvas.DrawImage(image, target, sampling, paint);
        return cut;
    }

    /// <summary>What is cut, in pixels of the picture; beyond its border only where the picture is too small.</summary>
    public static SKRectI Window(PictureFace face, ImageSize picture, CropShape shape)
    {
        double width = face.Width * (1 + (2 * shape.Margin)), height = face.Height * (1 + (2 * shape.Margin));
        double? proportion = shape.Square ? 1 : shape.Size is { Height: > 0 } size ? size.Width / (double)size.Height : null;
        if (proportion is { } wanted)
        {
            (width, height) = width < height * wanted ? (height * wanted, height) : (width, width / wanted);
        }

        int wide = Math.Max(1, (int)Math.Round(width)), high = Math.Max(1, (int)Math.Round(height));
        int left = (int)Math.Round(face.Left + (face.Width / 2.0) - (wide / 2.0)), top = (int)Math.Round(face.Top + (face.Height / 2.0) - (high / 2.0));
        var window = SKRectI.Create(left, top, wide, high);
        if (proportion is null)
        {
            var inside = SKRectI.Intersect(window, new(0, 0, picture.Width, picture.Height));
            return inside.IsEmpty ? window : inside;
        }

        return SKRectI.Create(
            wide <= picture.Width ? Math.Clamp(left, 0, picture.Width - wide) : left,
            high <= picture.Height ? Math.Clamp(top, 0, picture.Height - high) : top,
            wide,
            high);
    }

    private static (int Width, int Height) Fit(SKRectI window, int longer)
    {
        double scale = longer / (double)Math.Max(window.Width, window.Height);
        return (Math.Max(1, (int)Math.Round(window.Width * scale)), Math.Max(1, (int)Math.Round(window.Height * scale)));
    }
}
