using System.Management.Automation;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>
/// A decoded picture as a viewer shows it: upright as its EXIF orientation says, perhaps scaled down. What the header
/// claims is checked before memory is taken.
/// </summary>
internal sealed class OrientedImage : IDisposable
{
    /// <summary>Pixels that are decoded at most.</summary>
    private const long MostPixels = 100_000_000;

    private OrientedImage(SKBitmap bitmap, ImageSize original, SKEncodedImageFormat format)
    {
        Bitmap = bitmap;
        Original = original;
        Format = format;
    }

    /// <summary>The pixels, upright.</summary>
    public SKBitmap Bitmap { get; }

    public ImageSize Size => new(Bitmap.Width, Bitmap.Height);

    /// <summary>Width and height of the whole picture, upright.</summary>
    public ImageSize Original { get; }

    public SKEncodedImageFormat Format { get; }

    /// <summary>Decodes a picture.</summary>
    /// <param name="content">The picture file's bytes.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="choose">From the upright size to the size wanted; without it, or where it wants more, all of it.</param>
    /// <exception cref="FaceServiceException">ImageNotDecodable or ImageTooLarge.</exception>
    public static OrientedImage Decode(byte[] content, string name, Func<ImageSize, ImageSize>? choose = null)
    {
        GCHandle pin = GCHandle.Alloc(content, GCHandleType.Pinned);
        try
        {
            using SKData data = SKData.Create(pin.AddrOfPinnedObject(), content.Length);
            using SKCodec codec = SKCodec.Create(data) ?? throw NotDecodable(name, "it is not of a format that is read here, or damaged");
            SKEncodedOrigin origin = codec.EncodedOrigin;
            var stored = new ImageSize(codec.Info.Width, codec.Info.Height);
            ImageSize original = IsTurned(origin) ? stored.Turned : stored;
            ImageSize wanted = choose?.Invoke(original) ?? original;
            SKBitmap decoded = Read(codec, wanted.Width / (double)original.Width, name);
            return new OrientedImage(Finish(decoded, origin, wanted), original, codec.EncodedFormat);
        }
        finally
        {
            pin.Free();
        }
    }

    /// <summary>The bytes of a JPEG; what is transparent becomes white.</summary>
    public byte[] EncodeJpeg(int quality)
    {
        using SKBitmap? opaque = Bitmap.AlphaType == SKAlphaType.Opaque ? null : OnWhite(Bitmap);
        using SKPixmap pixels = (opaque ?? Bitmap).PeekPixels();
        using SKData? encoded = pixels.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore));
        return encoded?.ToArray() ?? throw new InvalidOperationException($"Skia does not encode {Bitmap.Info}.");
    }

    public void Dispose() => Bitmap.Dispose();

    private static SKBitmap Read(SKCodec codec, double scale, string name)
    {
        // JPEG and WebP can be decoded small at once; the size they offer is never below what is wanted.
        SKSizeI offered = scale < 1 ? codec.GetScaledDimensions((float)scale) : codec.Info.Size;
        if ((long)offered.Width * offered.Height > MostPixels)
        {
            throw new FaceServiceException("ImageTooLarge", FormattableString.Invariant($"'{name}' says it has {codec.Info.Width} x {codec.Info.Height} pixels; up to {MostPixels / 1_000_000} million are decoded here."), ErrorCategory.LimitsExceeded, false);
        }

        SKAlphaType alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var bitmap = new SKBitmap();
        var info = new SKImageInfo(offered.Width, offered.Height, SKImageInfo.PlatformColorType, alpha, codec.Info.ColorSpace);
        if (!bitmap.TryAllocPixels(info))
        {
            bitmap.Dispose();
            throw new FaceServiceException("ImageTooLarge", FormattableString.Invariant($"There is not enough memory for the {info.BytesSize64 / 1048576} MB of '{name}'."), ErrorCategory.ResourceUnavailable, false);
        }

        SKCodecResult result = codec.GetPixels(info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
        {
            bitmap.Dispose();
            throw NotDecodable(name, result == SKCodecResult.IncompleteInput ? "its end is missing" : "it is damaged");
        }

        return bitmap;
    }

    /// <summary>Turns and scales in one step, where anything is to be done.</summary>
    private static SKBitmap Finish(SKBitmap decoded, SKEncodedOrigin origin, ImageSize wanted)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default && decoded.Width == wanted.Width && decoded.Height == wanted.Height)
        {
            return decoded;
        }

        using (decoded)
        {
            var upright = new SKBitmap(decoded.Info.WithSize(wanted.Width, wanted.Height));
            upright.Erase(SKColors.Transparent);
            using var canvas = new SKCanvas(upright);
            ImageSize turned = IsTurned(origin) ? new(decoded.Height, decoded.Width) : new(decoded.Width, decoded.Height);
            canvas.Scale(wanted.Width / (float)turned.Width, wanted.Height / (float)turned.Height);
            SKMatrix matrix = Turn(origin, decoded.Width, decoded.Height);
            canvas.Concat(in matrix);
            using SKImage image = SKImage.FromPixels(decoded.PeekPixels());
            using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
            double shrink = turned.Width / (double)wanted.Width;
            SKSamplingOptions sampling = shrink == 1 ? SKSamplingOptions.Default : shrink <= 2 ? new SKSamplingOptions(SKCubicResampler.Mitchell) : new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear);
            canvas.DrawImage(image, 0, 0, sampling, paint);
            return upright;
        }
    }

    private static SKBitmap OnWhite(SKBitmap bitmap)
    {
        var opaque = new SKBitmap(bitmap.Info.WithAlphaType(SKAlphaType.Opaque));
        opaque.Erase(SKColors.White);
        using var canvas = new SKCanvas(opaque);
        canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default);
        return opaque;
    }

    private static bool IsTurned(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>From the stored pixels to the upright ones.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, int w, int h) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static FaceServiceException NotDecodable(string name, string why) =>
        new("ImageNotDecodable", $"'{name}' cannot be decoded: {why}.", ErrorCategory.InvalidData, false);
}
