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
