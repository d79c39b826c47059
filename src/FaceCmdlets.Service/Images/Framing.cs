using System.Buffers.Binary;
using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>Cuts a piece out of a picture and scales it, for Test-AzFacePhoto -Fix.</summary>
internal static class Framing
{
    private const int LeastQuality = 50, QualityStep = 7;

    /// <summary>Width and height of a picture, upright, as its header says.</summary>
    public static ImageSize Measure(byte[] content, string name)
    {
        ImageHeader header = ImageHeader.Read(PictureBytes.Of(content));
        if (OrientedImage.RefusalOf(header, content.Length, name) is { } refusal)
        {
            throw refusal;
        }

        if (header.Upright is { } size)
        {
            return size;
        }

        // A format whose header is not read here: one pixel by one is enough of it.
        using OrientedImage image = OrientedImage.Decode(content, name, _ => new ImageSize(1, 1));
        return image.Original;
    }

    /// <summary>The piece as a JPEG without the picture's metadata, with the mark of a copy: as good as fits into so many bytes; null where even a poor one does not.</summary>
    public static byte[]? Cut(OrientedImage image, PhotoCrop crop, int quality, int? mostBytes)
    {
        // sRGB, as whoever shows a thumbnail may know nothing else.
        using SKColorSpace colours = SKColorSpace.CreateSrgb();
        using var piece = new SKBitmap(new SKImageInfo(crop.Width, crop.Height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque, colours));
        piece.Erase(SKColors.White);
        using (var canvas = new SKCanvas(piece))
        using (SKPixmap pixels = image.Bitmap.PeekPixels())
        using (SKImage whole = SKImage.FromPixels(pixels))
        {
            double shrink = crop.SourceWidth / (double)crop.Width;
            SKSamplingOptions sampling = shrink == 1 ? SKSamplingOptions.Default : shrink <= 2 ? new SKSamplingOptions(SKCubicResampler.Mitchell) : new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear);
            canvas.DrawImage(whole, SKRect.Create(crop.Left, crop.Top, crop.SourceWidth, crop.SourceHeight), SKRect.Create(crop.Width, crop.Height), sampling);
        }

        // Without a colour space Skia adds no profile: sRGB is what goes without saying.
        using SKPixmap pixelsOfPiece = piece.PeekPixels();
        using var cut = new SKPixmap(new SKImageInfo(crop.Width, crop.Height, piece.ColorType, SKAlphaType.Opaque), pixelsOfPiece.GetPixels(), pixelsOfPiece.RowBytes);
        for (; ; quality -= QualityStep)
        {
            using SKData encoded = cut.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore)) ?? throw new InvalidOperationException($"Skia does not encode {piece.Info}.");
            if (mostBytes is null || encoded.Size + FixedPhotoMark.Length <= mostBytes)
            {
                byte[] marked = FixedPhotoMark.Put(encoded.AsSpan());
                SetDensity(marked, crop.DotsPerInch);
                return marked;
            }

            if (quality - QualityStep < LeastQuality)
            {
                return null;
            }
        }
    }

    /// <summary>Says how large it is on paper, in the frame's own header (JFIF).</summary>
    private static void SetDensity(Span<byte> jpeg, int? dotsPerInch)
    {
        const int Units = 13;
        const byte Inches = 1;
        if (dotsPerInch is { } density and <= ushort.MaxValue && jpeg[6..].StartsWith("JFIF\0"u8))
        {
            jpeg[Units] = Inches;
            BinaryPrimitives.WriteUInt16BigEndian(jpeg[(Units + 1)..], (ushort)density);
            BinaryPrimitives.WriteUInt16BigEndian(jpeg[(Units + 3)..], (ushort)density);
        }
    }
}
