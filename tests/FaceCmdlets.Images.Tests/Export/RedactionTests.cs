using SkiaSharp;
using Xunit.Abstractions;

namespace FaceCmdlets.Images.Tests.Export;

public sealed class RedactionTests(ITestOutputHelper output) : IDisposable
{
    private const int Black = unchecked((int)0xFF000000);
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<FaceRedaction> Kinds => [FaceRedaction.Blur, FaceRedaction.Pixelate, FaceRedaction.Fill];

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_pixel_outside_stays_as_it_is(FaceRedaction kind)
    {
        using SKBitmap before = SKBitmap.Decode(TestPicture.Astronaut);
        using SKBitmap after = Redacted(TestPicture.Astronaut, kind, FaceImageFormat.Png);
        SKRect area = Redaction.Area(TestPicture.AstronautFace, 0.3);
        SKColor[] a = before.Pixels, b = after.Pixels;
        int changed = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                changed++;
                Assert.InRange(i % before.Width, area.Left - 1, area.Right);
                Assert.InRange(i / before.Width, area.Top - 1, area.Bottom);
            }
        }

        Assert.True(changed > 0.7 * area.Width * area.Height);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_jpeg_outside_is_as_near_as_its_quality_allows(FaceRedaction kind)
    {
        string path = Path.Combine(_folder, "a.jpg");
        using SKBitmap astronaut = SKBitmap.Decode(TestPicture.Astronaut);
        File.WriteAllBytes(path, TestPicture.Encode(astronaut, SKEncodedImageFormat.Jpeg, 90));
        using SKBitmap before = SKBitmap.Decode(path);
        using SKBitmap after = Redacted(path, kind, FaceImageFormat.Jpeg);
        SKRect area = Redaction.Area(TestPicture.AstronautFace, 0.3);
        int most = 0;
        long sum = 0, count = 0;
        for (int i = 0; i < before.Width * before.Height; i++)
        {
            int x = i % before.Width, y = i / before.Width;
            // A JPEG's blocks are of 8 pixels: those at the border have a part inside.
            if (x < area.Left - 8 || x > area.Right + 8 || y < area.Top - 8 || y > area.Bottom + 8)
            {
                SKColor a = before.GetPixel(x, y), b = after.GetPixel(x, y);
                int difference = Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue)));
                most = Math.Max(most, difference);
                sum += difference;
                count++;
            }
        }

        output.WriteLine($"outside: {most} of 255 at most, {sum / (double)count:0.00} on average");
        Assert.InRange(most, 0, 24);
        Assert.InRange(sum / (double)count, 0, 2.0);
    }

    [Fact]
    public void What_is_hidden_cannot_be_computed_back()
    {
        // Pixels trade places within each cell: another face, the same result.
        using SKBitmap one = TestPicture.Noise(400, 400);
        using SKBitmap other = one.Copy();
        PictureFace face = TestPicture.Face(120, 130, 140, 140);
        SKRectI area = SKRectI.Ceiling(Redaction.Area(face, 0.5), outwards: true);
        double cell = Math.Max(Redaction.Area(face, 0.5).Width, Redaction.Area(face, 0.5).Height) / 8;
        for (int row = 0; row < 8; row++)
        {
            for (int column = 0; column < 8; column++)
            {
                int left = area.Left + (int)(column * cell), right = Math.Min(area.Right, area.Left + (int)((column + 1) * cell)), top = area.Top + (int)(row * cell), bottom = Math.Min(area.Bottom, area.Top + (int)((row + 1) * cell));
                for (int x = left; x < right; x++)
                {
                    for (int y = top; y < bottom; y++)
                    {
                        other.SetPixel(x, y, one.GetPixel(left + right - 1 - x, top + bottom - 1 - y));
                    }
                }
            }
        }

        Redaction.Hide(one, [face], new(FaceRedaction.Pixelate, 0.5, Black));
        Redaction.Hide(other, [face], new(FaceRedaction.Pixelate, 0.5, Black));
        for (int i = 0; i < 140 * 140; i++)
        {
            Assert.Equal(one.GetPixel(120 + (i % 140), 130 + (i / 140)), other.GetPixel(120 + (i % 140), 130 + (i / 140)));
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(160)]
    [InlineData(1500)]
    public void However_large_a_face_is_at_most_64_colours_are_left_of_it(int side)
    {
        using SKBitmap picture = TestPicture.Noise(side * 2, side * 2);
        Redaction.Hide(picture, [TestPicture.Face(side / 2f, side / 2f, side, side)], new(FaceRedaction.Pixelate, 0.3, Black));
        var colours = new HashSet<SKColor>();
        for (int y = side / 2; y < side * 3 / 2; y++)
        {
            for (int x = side / 2; x < side * 3 / 2; x++)
            {
                colours.Add(picture.GetPixel(x, y));
            }
        }

        Assert.InRange(colours.Count, 2, 64);
    }

    [Fact]
    public void A_transparent_fill_is_none()
    {
        using SKBitmap picture = TestPicture.Noise(100, 100);
        Redaction.Hide(picture, [TestPicture.Face(20, 20, 40, 40)], new(FaceRedaction.Fill, 0, 0x10FF0000));
        Assert.Equal(SKColors.Red, picture.GetPixel(40, 40));
    }

    /// <summary>Without a margin the rectangle itself has to do, corners and all.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void The_whole_rectangle_is_hidden_whatever_the_margin(double margin)
    {
        using SKBitmap picture = TestPicture.Plain(300, 300, SKColors.White);
        Redaction.Hide(picture, [TestPicture.Face(100, 100, 60, 80)], new(FaceRedaction.Fill, margin, Black));
        for (int y = 100; y < 180; y++)
        {
            for (int x = 100; x < 160; x++)
            {
                Assert.Equal(SKColors.Black, picture.GetPixel(x, y));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_face_at_the_border_is_hidden_too(FaceRedaction kind)
    {
        using SKBitmap picture = TestPicture.Noise(200, 200);
        SKColor[] before = picture.Pixels;
        Redaction.Hide(picture, [TestPicture.Face(-20, -20, 60, 60), TestPicture.Face(170, 180, 50, 60)], new(kind, 0.3, Black));
        Assert.NotEqual(before[0], picture.GetPixel(0, 0));
        Assert.NotEqual(before[^1], picture.GetPixel(199, 199));
        Assert.Equal(before[(100 * 200) + 100], picture.GetPixel(100, 100));
    }

    [Fact]
    public void A_face_outside_of_the_picture_is_an_error_and_no_file()
    {
        string output = Path.Combine(_folder, "b.png");
        var e = Assert.Throws<FaceServiceException>(() => TestPicture.Export(new RedactRequest(TestPicture.Astronaut, new(output, false), [TestPicture.Face(600, 10, 50, 50)], new(FaceRedaction.Blur, 0.3, Black)), output));
        Assert.Equal("FaceOutsidePicture", e.ErrorCode);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private SKBitmap Redacted(string path, FaceRedaction kind, FaceImageFormat format)
    {
        string output = Path.Combine(_folder, $"redacted.{format}");
        return TestPicture.Export(new RedactRequest(path, new(output, false), [TestPicture.AstronautFace], new(kind, 0.3, Black)), output, format);
    }
}
