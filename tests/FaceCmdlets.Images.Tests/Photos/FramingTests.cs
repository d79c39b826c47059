using SkiaSharp;

namespace FaceCmdlets.Images.Tests.Photos;

/// <summary>The pixels of a fixed copy.</summary>
public sealed class FramingTests
{
    private static readonly IImageService Images = ImageService.Create();

    [Fact]
    public void A_piece_is_what_was_there_at_its_size()
    {
        // Four quarters; the lower right one is green.
        byte[] picture = Encode(Quarters(200, 100), SKEncodedImageFormat.Png);
        using SKBitmap piece = SKBitmap.Decode(Images.Cut(picture, "a", new PhotoCrop(100, 50, 100, 50, 40, 20), 92, null));
        Assert.Equal((40, 20), (piece.Width, piece.Height));
        AssertLike(SKColors.Green, piece.GetPixel(2, 2));
        AssertLike(SKColors.Green, piece.GetPixel(37, 17));
    }

    [Fact]
    public void A_picture_that_lies_on_its_side_is_measured_and_cut_upright()
    {
        // Stored 200 x 100; orientation 6 turns it clockwise: what is stored at the lower left comes to the upper left.
        byte[] turned = WithOrientation(Encode(Quarters(200, 100), SKEncodedImageFormat.Jpeg), 6);
        Assert.Equal((100, 200), Images.Measure(turned, "a"));
        using SKBitmap piece = SKBitmap.Decode(Images.Cut(turned, "a", new PhotoCrop(0, 0, 50, 100, 50, 100), 92, null));
        AssertLike(SKColors.Blue, piece.GetPixel(25, 50));
    }

    [Fact]
    public void What_is_transparent_becomes_white()
    {
        using var clear = new SKBitmap(new SKImageInfo(50, 50, SKColorType.Rgba8888, SKAlphaType.Premul));
        clear.Erase(SKColors.Transparent);
        using SKBitmap piece = SKBitmap.Decode(Images.Cut(Encode(clear, SKEncodedImageFormat.Png), "a", new PhotoCrop(0, 0, 50, 50, 50, 50), 92, null));
        AssertLike(SKColors.White, piece.GetPixel(25, 25));
    }

    [Fact]
    public void The_metadata_of_the_original_stays_there()
    {
        byte[] turned = WithOrientation(Encode(Quarters(200, 100), SKEncodedImageFormat.Jpeg), 6);
        Assert.True(turned.AsSpan().IndexOf("Exif"u8) > 0);
        Assert.True(Images.Cut(turned, "a", new PhotoCrop(0, 0, 100, 200, 100, 200), 92, null)!.AsSpan().IndexOf("Exif"u8) < 0);
    }

    [Theory]
    [InlineData(null, 0, 1)]
    [InlineData(300, 1, 300)]
    public void A_piece_says_how_large_it_is_on_paper_where_that_is_known(int? dotsPerInch, byte units, int density)
    {
        byte[] piece = Images.Cut(Encode(Quarters(200, 100), SKEncodedImageFormat.Png), "a", new PhotoCrop(0, 0, 100, 100, 100, 100, dotsPerInch), 92, null)!;
        Assert.Equal("JFIF\0"u8, piece.AsSpan(6, 5));
        Assert.Equal([units, (byte)(density >> 8), (byte)density, (byte)(density >> 8), (byte)density], piece[13..18]);
    }

    [Fact]
    public void Fewer_bytes_are_a_lower_quality_until_it_is_too_low()
    {
        byte[] noise = Encode(Noise(200), SKEncodedImageFormat.Png);
        var crop = new PhotoCrop(0, 0, 200, 200, 200, 200);
        int best = Images.Cut(noise, "a", crop, 92, null)!.Length;
        Assert.InRange(Images.Cut(noise, "a", crop, 92, best - 1)!.Length, 1, best - 1);
        Assert.Null(Images.Cut(noise, "a", crop, 92, 1024));
    }

    [Fact]
    public void What_is_no_picture_is_said_to_be_none() =>
        Assert.Equal("ImageNotDecodable", Assert.Throws<FaceServiceException>(() => Images.Measure(new byte[2000], "a.jpg")).ErrorCode);

    private static SKBitmap Quarters(int width, int height)
    {
        var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        SKColor[] colours = [SKColors.Red, SKColors.Yellow, SKColors.Blue, SKColors.Green];
        for (int i = 0; i < colours.Length; i++)
        {
            using var paint = new SKPaint { Color = colours[i] };
            canvas.DrawRect(i % 2 * width / 2f, i / 2 * height / 2f, width / 2f, height / 2f, paint);
        }

        return bitmap;
    }

    private static SKBitmap Noise(int side)
    {
        var bitmap = new SKBitmap(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque);
        byte[] bytes = new byte[side * side * 4];
        new Random(7).NextBytes(bytes);
        System.Runtime.InteropServices.Marshal.Copy(bytes, 0, bitmap.GetPixels(), bytes.Length);
        return bitmap;
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using SKData data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    private static void AssertLike(SKColor expected, SKColor found) =>
        Assert.True(Math.Abs(expected.Red - found.Red) + Math.Abs(expected.Green - found.Green) + Math.Abs(expected.Blue - found.Blue) < 30, $"{found} instead of {expected}");
}
