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
    /// <summary>Pixels that are decoded at most: 400 MB.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>Pixels that a JPEG may have, which is decoded row by row, and smaller at once.</summary>
    private const long MostPixelsOfJpeg = 250_000_000;

    private OrientedImage(SKBitmap bitmap, ImageSize original, ImageFormat format)
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

    /// <summary>What the file was.</summary>
    public ImageFormat Format { get; }

    /// <summary>Decodes a picture.</summary>
    /// <param name="content">The picture file's bytes.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="choose">From the upright size to the size wanted; without it, all of it.</param>
    /// <exception cref="FaceServiceException">ImageNotDecodable or ImageTooLarge.</exception>
    public static OrientedImage Decode(byte[] content, string name, Func<ImageSize, ImageSize>? choose = null)
    {
        ImageHeader header = ImageHeader.Read(PictureBytes.Of(content));
        if (RefusalOf(header, content.Length, name) is { } refusal)
        {
            throw refusal;
        }

        GCHandle pin = GCHandle.Alloc(content, GCHandleType.Pinned);
        try
        {
            using SKData data = SKData.Create(pin.AddrOfPinnedObject(), content.Length);
            using SKCodec codec = SKCodec.Create(data) ?? throw NotDecodable(name, "its head is damaged");
            var stored = new ImageSize(codec.Info.Width, codec.Info.Height);
            if (stored != header.Stored && RefusalOf(header with { Stored = stored }, content.Length, name) is { } other)
            {
                throw other;
            }

            ImageSize original = header.IsTurned ? stored.Turned : stored;
            ImageSize wanted = choose?.Invoke(original) ?? original;
            SKBitmap decoded = Read(codec, wanted.Width / (double)original.Width, name);
            return new OrientedImage(Finish(decoded, (SKEncodedOrigin)header.Orientation, wanted), original, header.Format);
        }
        finally
        {
            pin.Free();
        }
    }

    /// <summary>Why a picture is not decoded, as far as its header says; null where nothing is against it.</summary>
    public static FaceServiceException? RefusalOf(ImageHeader header, long bytes, string name) => header switch
    {
        { Format: ImageFormat.Unknown } => NotDecodable(name, "it begins like no picture that is known here, whatever its name says. It must be JPEG, PNG, GIF, BMP, WebP or ICO: look at it with Format-Hex", File.Exists(name) ? $"Format-Hex {NextCommand.Quoted(name)} -Count 64" : null),
        { Format: ImageFormat.Heic } => NotDecodable(name, "it is HEIC, which SkiaSharp's build of Skia leaves out. Convert it to JPEG first: 'magick photo.heic photo.jpg', 'heif-convert photo.heic photo.jpg', or on macOS 'sips -s format jpeg photo.heic --out photo.jpg'. An iPhone writes JPEG with Settings, Camera, Formats, Most Compatible", ToJpeg(name)),
        { Format: ImageFormat.Avif or ImageFormat.Tiff or ImageFormat.JpegXl } => NotDecodable(name, $"it is {header.Format.Text()}, which SkiaSharp's build of Skia leaves out. Convert it to JPEG or PNG first, for example with ImageMagick"),
        { Stored: not { } } => null,
        { Stored: { } size } when size.Pixels > (header is { Format: ImageFormat.Jpeg, Progressive: false } ? MostPixelsOfJpeg : MostPixels) => TooManyPixels(size, name),
        // No block of a JPEG takes less than a bit, and nothing is packed denser in a PNG than 1032 to 1.
        { Format: ImageFormat.Jpeg, Stored: { } size } when size.Pixels > bytes * 512 => NotDecodable(name, $"its {bytes} bytes cannot hold the {size} pixels that it claims"),
        { Format: ImageFormat.Png, Stored: { } size } when size.Pixels > bytes * 8 * 1032 => NotDecodable(name, $"its {bytes} bytes cannot hold the {size} pixels that it claims"),
        _ => null,
    };

    /// <summary>The same, smaller.</summary>
    public OrientedImage Scale(double factor) => new(Resample(Bitmap, SKEncodedOrigin.TopLeft, Size.Scale(factor)), Original, Format);

    /// <summary>Lays what is transparent on white, as most viewers do; JPEG has no transparency.</summary>
    public SKPixmap OpaquePixels()
    {
        if (Bitmap.AlphaType != SKAlphaType.Opaque)
        {
            using var canvas = new SKCanvas(Bitmap);
            canvas.DrawColor(SKColors.White, SKBlendMode.DstOver);
        }

        using SKPixmap pixels = Bitmap.PeekPixels();
        return pixels.WithAlphaType(SKAlphaType.Opaque);
    }

    /// <summary>The bytes of a JPEG; what is transparent becomes white.</summary>
    public byte[] EncodeJpeg(int quality)
    {
        using SKPixmap pixels = OpaquePixels();
        return EncodeJpeg(pixels, quality);
    }

    public static byte[] EncodeJpeg(SKPixmap pixels, int quality)
    {
        using SKData? encoded = pixels.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore));
        return encoded?.ToArray() ?? throw new FaceServiceException("ImageTooLarge", $"There is not enough memory to encode {pixels.Width} x {pixels.Height} pixels.", ErrorCategory.ResourceUnavailable, false);
    }

    /// <summary>The bytes of a PNG that is not packed: large where JPEG would be too small for the service.</summary>
    public byte[] EncodeUnpackedPng()
    {
        using SKPixmap pixels = OpaquePixels();
        using SKData? encoded = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 0));
        return encoded?.ToArray() ?? throw new InvalidOperationException($"Skia does not encode {Bitmap.Info}.");
    }

    public void Dispose() => Bitmap.Dispose();

    public static FaceServiceException NotDecodable(string name, string why, string? next = null) =>
        new("ImageNotDecodable", $"'{name}' cannot be decoded: {why}.", ErrorCategory.InvalidData, false, next: next);

    private static string ToJpeg(string name)
    {
        string copy = NextCommand.Quoted(System.IO.Path.ChangeExtension(name, ".jpg"));
        return OperatingSystem.IsMacOS() ? $"sips -s format jpeg {NextCommand.Quoted(name)} --out {copy}" : $"magick {NextCommand.Quoted(name)} {copy}";
    }

    private static FaceServiceException TooManyPixels(ImageSize size, string name) =>
        new("ImageTooLarge", FormattableString.Invariant($"'{name}' says it has {size} pixels; up to {MostPixels / 1_000_000} million are decoded here, {MostPixelsOfJpeg / 1_000_000} of a JPEG that is not progressive. If that is true, scale it down with another program."), ErrorCategory.LimitsExceeded, false);

    private static SKBitmap Read(SKCodec codec, double scale, string name)
    {
        // JPEG and WebP can be decoded small at once; the size they offer is never below what is wanted.
        SKSizeI offered = scale < 1 ? codec.GetScaledDimensions((float)scale) : codec.Info.Size;
        SKAlphaType alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var info = new SKImageInfo(offered.Width, offered.Height, SKImageInfo.PlatformColorType, alpha, codec.Info.ColorSpace);
        var bitmap = new SKBitmap();
        if (offered.Width < 1 || offered.Height < 1 || info.BytesSize64 > MostPixels * 4 * 2 || !bitmap.TryAllocPixels(info))
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
        if (origin == SKEncodedOrigin.TopLeft && decoded.Width == wanted.Width && decoded.Height == wanted.Height)
        {
            return decoded;
        }

        using (decoded)
        {
            return Resample(decoded, origin, wanted);
        }
    }

    /// <summary>A copy with white where the picture is transparent.</summary>
    public static SKBitmap OnWhite(SKBitmap bitmap)
    {
        var opaque = new SKBitmap(bitmap.Info.WithAlphaType(SKAlphaType.Opaque));
        opaque.Erase(SKColors.White);
        using var canvas = new SKCanvas(opaque);
        canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default);
        return opaque;
    }

    /// <summary>Turns a bitmap upright and scales it, as a new one.</summary>
    public static SKBitmap Resample(SKBitmap bitmap, SKEncodedOrigin origin, ImageSize wanted)
    {
        var upright = new SKBitmap();
        if (!upright.TryAllocPixels(bitmap.Info.WithSize(wanted.Width, wanted.Height)))
        {
            upright.Dispose();
            throw new FaceServiceException("ImageTooLarge", FormattableString.Invariant($"There is not enough memory for {wanted} pixels."), ErrorCategory.ResourceUnavailable, false);
        }

        ImageSize turned = origin >= SKEncodedOrigin.LeftTop ? new(bitmap.Height, bitmap.Width) : new(bitmap.Width, bitmap.Height);
        double shrink = Math.Max(turned.Width / (double)wanted.Width, turned.Height / (double)wanted.Height);
        // Up to a half, two by two pixels are enough for each; below, Skia halves first.
        SKSamplingOptions sampling = turned == wanted ? SKSamplingOptions.Default : new SKSamplingOptions(SKFilterMode.Linear, shrink <= 2 ? SKMipmapMode.None : SKMipmapMode.Nearest);
        using var canvas = new SKCanvas(upright);
        canvas.Scale(wanted.Width / (float)turned.Width, wanted.Height / (float)turned.Height);
        SKMatrix matrix = Turn(origin, bitmap.Width, bitmap.Height);
        canvas.Concat(in matrix);
        using SKPixmap pixels = bitmap.PeekPixels();
        using SKImage image = SKImage.FromPixels(pixels);
        using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
        canvas.DrawImage(image, 0, 0, sampling, paint);
        return upright;
    }

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
}
