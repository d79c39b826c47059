using SkiaSharp;

namespace FaceCmdlets.Images.Tests.Export;

public sealed class CropTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData(100, 100, 40, 60, 0.0, false, null, 100, 100, 40, 60)]
    [InlineData(100, 100, 40, 60, 0.5, false, null, 80, 70, 80, 120)]
    [InlineData(100, 100, 40, 60, 0.5, true, null, 60, 70, 120, 120)]
    [InlineData(0, 0, 40, 60, 0.5, false, null, 0, 0, 60, 90)]
    [InlineData(0, 0, 40, 60, 0.5, true, null, 0, 0, 120, 120)]
    [InlineData(360, 240, 40, 60, 0.5, true, null, 280, 180, 120, 120)]
    [InlineData(100, 100, 40, 40, 0.0, false, "80x40", 80, 100, 80, 40)]
    [InlineData(50, 10, 280, 280, 0.5, true, null, -90, -130, 560, 560)]
    public void The_cut_is_where_it_should_be(float left, float top, float width, float height, double margin, bool square, string? size, int x, int y, int w, int h)
    {
        (int, int)? wanted = size?.Split('x') is { } sides ? (int.Parse(sides[0]), int.Parse(sides[1])) : null;
        SKRectI window = Crop.Window(TestPicture.Face(left, top, width, height), new(400, 300), new(margin, square, wanted));
        Assert.Equal(SKRectI.Create(x, y, w, h), window);
    }

    [Fact]
    public void A_size_is_exact_whatever_the_face()
    {
        using SKBitmap picture = TestPicture.Plain(400, 300, SKColors.Red);
        Gen.Select(Gen.Float[0, 399], Gen.Float[0, 299], Gen.Float[1, 300], Gen.Float[1, 300], Gen.Int[1, 200], Gen.Int[1, 200]).Sample((middleX, middleY, width, height, wide, high) =>
        {
            PictureFace face = TestPicture.Face(middleX - (width / 2), middleY - (height / 2), width, height);
            using SKBitmap cut = Crop.Cut(picture, face, new(0.2, false, (wide, high)), mayBeTransparent: true);
            Assert.Equal((wide, high), (cut.Width, cut.Height));
            using SKBitmap square = Crop.Cut(picture, face, new(0.2, true, (wide, 0)), mayBeTransparent: true);
            Assert.Equal((wide, wide), (square.Width, square.Height));
        });
    }

    [Fact]
    public void A_square_is_square_whatever_the_face()
    {
        Gen.Select(Gen.Float[-20, 390], Gen.Float[-20, 290], Gen.Float[1, 300], Gen.Float[1, 300], Gen.Double[0, 3]).Sample((left, top, width, height, margin) =>
        {
            PictureFace face = TestPicture.Face(left, top, width, height);
            SKRectI square = Crop.Window(face, new(400, 300), new(margin, true, null));
            Assert.Equal(square.Width, square.Height);
            SKRectI free = Crop.Window(face, new(400, 300), new(margin, false, null));
            Assert.True(!free.IsEmpty);
        });
    }

    [Fact]
    public void Pixels_are_those_of_the_picture()
    {
        using SKBitmap picture = TestPicture.Noise(200, 150);
        using SKBitmap cut = Crop.Cut(picture, TestPicture.Face(50, 40, 30, 20), new(0, false, null), mayBeTransparent: true);
        Assert.Equal((30, 20), (cut.Width, cut.Height));
        Assert.All(Enumerable.Range(0, 600), i => Assert.Equal(picture.GetPixel(50 + (i % 30), 40 + (i / 30)), cut.GetPixel(i % 30, i / 30)));
    }

    [Theory]
    [InlineData(64, 0, true, 64, 64)]
    [InlineData(64, 0, false, 43, 64)]
    [InlineData(300, 0, true, 300, 300)]
    [InlineData(90, 120, false, 90, 120)]
    public void A_size_scales(int width, int height, bool square, int expectedWidth, int expectedHeight)
    {
        using SKBitmap picture = TestPicture.Plain(400, 300, SKColors.Red);
        using SKBitmap cut = Crop.Cut(picture, TestPicture.Face(100, 100, 60, 90), new(0, square, (width, height)), mayBeTransparent: false);
        Assert.Equal((expectedWidth, expectedHeight), (cut.Width, cut.Height));
        Assert.Equal([SKColors.Red], cut.Pixels.Distinct());
    }

    [Theory]
    [InlineData(FaceImageFormat.Png, 0x00000000u)]
    [InlineData(FaceImageFormat.Jpeg, 0xFF000000u)]
    public void What_a_small_picture_lacks_is_transparent_or_black(FaceImageFormat format, uint expected)
    {
        using SKBitmap picture = TestPicture.Plain(100, 60, SKColors.Red);
        string path = Path.Combine(_folder, "a.png"), output = Path.Combine(_folder, "b");
        File.WriteAllBytes(path, TestPicture.Encode(picture));
        using SKBitmap cut = TestPicture.Export(new CropRequest(path, [(TestPicture.Face(30, 10, 40, 40), new(output, false))], new(0.5, true, null)), output, format, 100);
        Assert.Equal((80, 80), (cut.Width, cut.Height));
        Assert.Equal(new SKColor(expected), cut.GetPixel(40, 2));
        Assert.Equal(SKColors.Red.Red, cut.GetPixel(40, 40).Red, 2.0);
    }

    /// <summary>The face is where it is in the upright picture, however the camera stored it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Orientation_is_applied(ushort orientation)
    {
        const int Width = 96, Height = 64;
        (int w, int h) = orientation >= 5 ? (Height, Width) : (Width, Height);
        using SKBitmap stored = TestPicture.Plain(w, h, SKColors.White);
        for (int y = 16; y < 48; y++)
        {
            for (int x = 8; x < 24; x++)
            {
                (int column, int row) = orientation switch
                {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (y, h - 1 - x),
                    7 => (w - 1 - y, h - 1 - x),
                    8 => (w - 1 - y, x),
                    _ => (x, y),
                };
                stored.SetPixel(column, row, SKColors.Red);
            }
        }

        string path = Path.Combine(_folder, "a.jpg"), output = Path.Combine(_folder, "b.png");
        File.WriteAllBytes(path, TestPicture.WithSegment(TestPicture.Encode(stored, SKEncodedImageFormat.Jpeg, 100), 0xE1, [.. "Exif\0\0"u8, .. TestPicture.TelephoneExif(little: false, orientation)]));
        using SKBitmap cut = TestPicture.Export(new CropRequest(path, [(TestPicture.Face(8, 16, 16, 32), new(output, false))], new(0, false, null)), output);
        Assert.Equal((16, 32), (cut.Width, cut.Height));
        Assert.All(cut.Pixels, pixel => Assert.True(pixel.Red > 150 && pixel.Green < 90, pixel.ToString()));
        string all = Path.Combine(_folder, "c.jpg");
        using SKBitmap whole = TestPicture.Export(new AnnotateRequest(path, new(all, false), [], new(0, true, true, true, true)), all, FaceImageFormat.Jpeg);
        Assert.Equal((Width, Height), (whole.Width, whole.Height));
        using SKCodec codec = SKCodec.Create(all);
        Assert.Equal(SKEncodedOrigin.TopLeft, codec.EncodedOrigin);
    }
}
