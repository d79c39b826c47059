using FaceEmulator.Vision;
using SkiaSharp;

namespace FaceEmulator.Tests.Vision;

public sealed class FaceAnalyzerTests : IDisposable
{
    private readonly FaceAnalyzer _analyzer = FaceAnalyzer.Load(EmulatorFixture.Models);

    public void Dispose() => _analyzer.Dispose();

    [Fact]
    public void The_astronaut_is_where_she_is()
    {
        AnalyzedFace face = Assert.Single(Analyze(EmulatorFixture.Sample("astronaut.png")));
        Assert.InRange(face.Box.Left, 165, 190);
        Assert.InRange(face.Box.Top, 50, 85);
        Assert.InRange(face.Box.Width, 75, 110);
        Assert.InRange(face.Box.Height, 95, 130);
    }

    [Fact]
    public void A_mirrored_face_looks_the_other_way()
    {
        Pose pose = Single(canvas => canvas.Scale(-1, 1, 256, 0)).Pose;
        Pose upright = Single(_ => { }).Pose;
        Assert.Equal(-upright.Yaw, pose.Yaw, 3.0);
        Assert.Equal(-upright.Roll, pose.Roll, 3.0);
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public void A_turned_picture_turns_the_roll_with_it(int degrees)
    {
        double change = Single(canvas => canvas.RotateDegrees(degrees, 256, 256)).Pose.Roll - Single(_ => { }).Pose.Roll;
        Assert.Equal(degrees, change, 4.0);
    }

    [Fact]
    public void A_drawn_smiley_is_no_face()
    {
        using var bitmap = new SKBitmap(400, 400);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { IsAntialias = true, Color = SKColors.Gold })
        {
            canvas.Clear(SKColors.LightGray);
            canvas.DrawCircle(200, 200, 120, paint);
            paint.Color = SKColors.Black;
            canvas.DrawCircle(160, 170, 12, paint);
            canvas.DrawCircle(240, 170, 12, paint);
            paint.StrokeWidth = 6;
            canvas.DrawLine(150, 250, 250, 250, paint);
        }

        Assert.Empty(Analyze(Encode(bitmap)));
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(0.4f)]
    public void A_small_face_is_found(float scale) => Single(canvas => canvas.Scale(scale));

    [Fact]
    public void A_face_of_36_pixels_is_found_in_1920_by_1080()
    {
        using var bitmap = new SKBitmap(1920, 1080);
        using (var canvas = new SKCanvas(bitmap))
        using (SKBitmap astronaut = SKBitmap.Decode(EmulatorFixture.Sample("astronaut.png")))
        using (SKImage image = SKImage.FromBitmap(astronaut))
        {
            canvas.Clear(SKColors.SlateGray);
            canvas.Translate(1200, 500);
            canvas.Scale(38f / 94);
            canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        Assert.Single(Analyze(Encode(bitmap)));
    }

    [Fact]
    public void Blur_and_darkness_are_measured()
    {
        using SKImageFilter soft = SKImageFilter.CreateBlur(3, 3);
        PixelQuality sharp = Single(_ => { }).Quality;
        PixelQuality blurred = Single(_ => { }, soft).Quality;
        using SKImageFilter dim = SKImageFilter.CreateColorFilter(SKColorFilter.CreateColorMatrix([0.2f, 0, 0, 0, 0, 0, 0.2f, 0, 0, 0, 0, 0, 0.2f, 0, 0, 0, 0, 0, 1, 0]));
        PixelQuality dark = Single(_ => { }, dim).Quality;
        Assert.True(sharp.Blur < 0.25);
        Assert.True(blurred.Blur >= 0.25);
        Assert.True(dark.Exposure < 0.25);
        Assert.InRange(sharp.Exposure, 0.25, 0.75);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_picture_is_turned_as_its_exif_orientation_says(int orientation)
    {
        // What a camera held that way would have stored: the upright picture, turned back.
        using SKBitmap upright = SKBitmap.Decode(EmulatorFixture.Sample("astronaut.png"));
        using var stored = new SKBitmap(512, 512);
        using (var canvas = new SKCanvas(stored))
        using (SKImage image = SKImage.FromBitmap(upright))
        {
            SKMatrix back = orientation switch
            {
                2 => new SKMatrix(-1, 0, 512, 0, 1, 0, 0, 0, 1),
                3 => new SKMatrix(-1, 0, 512, 0, -1, 512, 0, 0, 1),
                4 => new SKMatrix(1, 0, 0, 0, -1, 512, 0, 0, 1),
                5 => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
                6 => new SKMatrix(0, 1, 0, -1, 0, 512, 0, 0, 1),
                7 => new SKMatrix(0, -1, 512, -1, 0, 512, 0, 0, 1),
                8 => new SKMatrix(0, -1, 512, 1, 0, 0, 0, 0, 1),
                _ => SKMatrix.Identity,
            };
            canvas.SetMatrix(back);
            canvas.DrawImage(image, 0, 0, SKSamplingOptions.Default);
        }

        using SKData jpeg = stored.Encode(SKEncodedImageFormat.Jpeg, 95);
        byte[] exif = [0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];
        byte[] plain = jpeg.ToArray();
        FaceBox box = Assert.Single(Analyze([.. plain[..2], .. exif, .. plain[2..]])).Box;
        Assert.InRange(box.Left, 172, 186);
        Assert.InRange(box.Top, 63, 77);
    }

    [Fact]
    public void Many_at_a_time_find_what_one_alone_finds()
    {
        byte[] picture = EmulatorFixture.Sample("astronaut.png");
        FaceBox alone = Assert.Single(Analyze(picture)).Box;
        var boxes = new FaceBox[8];
        Parallel.For(0, boxes.Length, i => boxes[i] = Analyze(picture)[0].Box);
        Assert.All(boxes, box => Assert.Equal(alone, box));
    }

    [Fact]
    public void A_network_that_was_tampered_with_is_refused()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "face_mesh_solution_packed_assets.data"), "something else");
        Assert.Contains("SHA-256", Assert.Throws<InvalidDataException>(() => FaceAnalyzer.Load(folder)).Message, StringComparison.Ordinal);
        Directory.Delete(folder, true);
    }

    private static byte[] Encode(SKBitmap bitmap)
    {
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private AnalyzedFace Single(Action<SKCanvas> change, SKImageFilter? filter = null)
    {
        using var bitmap = new SKBitmap(512, 512);
        using (var canvas = new SKCanvas(bitmap))
        using (SKBitmap astronaut = SKBitmap.Decode(EmulatorFixture.Sample("astronaut.png")))
        using (SKImage image = SKImage.FromBitmap(astronaut))
        using (var paint = new SKPaint { ImageFilter = filter })
        {
            canvas.Clear(SKColors.Gray);
            change(canvas);
            canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
        }

        return Assert.Single(Analyze(Encode(bitmap)));
    }

    private IReadOnlyList<AnalyzedFace> Analyze(byte[] content)
    {
        using Picture picture = Picture.Decode(content);
        return _analyzer.Analyze(picture, CancellationToken.None);
    }
}
