using SkiaSharp;

namespace FaceCmdlets.Images.Tests;

/// <summary>Decoding: upright, whatever the orientation, and as small as wanted.</summary>
public sealed class OrientedImageTests
{
    public static TheoryData<int> Orientations => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [MemberData(nameof(Orientations))]
    public void A_jpeg_is_upright(int orientation) => IsUpright((upright, stored) => Pictures.Jpeg(upright, stored), orientation);

    [Theory]
    [MemberData(nameof(Orientations))]
    public void A_png_is_upright(int orientation) => IsUpright(Pictures.Png, orientation);

    [Theory]
    [MemberData(nameof(Orientations))]
    public void A_webp_is_upright(int orientation) => IsUpright(Pictures.WebP, orientation);

    [Fact]
    public void A_thumbnail_fits_and_keeps_its_proportions()
    {
        using SKBitmap wide = Pictures.Portrait(800, 400);
        using SKBitmap small = SKBitmap.Decode(Thumbnail(Pictures.Jpeg(wide, 1), 100));
        Assert.Equal((100, 50), (small.Width, small.Height));
    }

    [Fact]
    public void A_thumbnail_of_a_turned_picture_is_upright()
    {
        using SKBitmap wide = Pictures.Portrait(800, 400);
        using SKBitmap small = SKBitmap.Decode(Thumbnail(Pictures.Jpeg(wide, 6), 100));
        Assert.Equal((100, 50), (small.Width, small.Height));
    }

    [Fact]
    public void A_thumbnail_is_never_larger_than_the_picture()
    {
        using SKBitmap same = SKBitmap.Decode(ImageService.Create().Thumbnail(Pictures.Astronaut, 5000));
        Assert.Equal((512, 512), (same.Width, same.Height));
    }

    [Fact]
    public void What_is_transparent_becomes_white()
    {
        using var clear = new SKBitmap(new SKImageInfo(64, 64, SKImageInfo.PlatformColorType, SKAlphaType.Premul));
        clear.Erase(SKColors.Transparent);
        using OrientedImage image = OrientedImage.Decode(Pictures.Encode(clear, SKEncodedImageFormat.Png), "clear");
        using SKBitmap jpeg = SKBitmap.Decode(image.EncodeJpeg(90));
        Assert.Equal(SKColors.White, jpeg.GetPixel(32, 32));
    }

    [Fact]
    public void A_picture_without_its_end_is_said_to_lack_it()
    {
        using SKBitmap portrait = Pictures.Portrait(400, 400);
        byte[] whole = Pictures.Encode(portrait, SKEncodedImageFormat.Png);
        FaceServiceException error = Assert.Throws<FaceServiceException>(() => OrientedImage.Decode(whole[..(whole.Length / 2)], "half.png"));
        Assert.Equal("ImageNotDecodable", error.ErrorCode);
        Assert.Contains("its end is missing", error.Message, StringComparison.Ordinal);
    }

    private static void IsUpright(Func<SKBitmap, int, byte[]> store, int orientation)
    {
        using SKBitmap portrait = Pictures.Portrait(96, 64);
        using OrientedImage image = OrientedImage.Decode(store(portrait, orientation), "picture");
        Assert.Equal(new ImageSize(96, 64), image.Original);
        Assert.Equal(new ImageSize(96, 64), image.Size);
        double difference = 0;
        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 96; x++)
            {
                difference += Math.Abs(image.Bitmap.GetPixel(x, y).Green - portrait.GetPixel(x, y).Green);
            }
        }

        Assert.InRange(difference / (96 * 64), 0, 4);
    }

    private static byte[] Thumbnail(byte[] picture, int side)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, picture);
            return ImageService.Create().Thumbnail(path, side);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
