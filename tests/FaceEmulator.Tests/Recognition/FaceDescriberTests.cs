using FaceEmulator.Vision;
using SkiaSharp;
using Xunit.Abstractions;

namespace FaceEmulator.Tests.Recognition;

public sealed class FaceDescriberTests(ITestOutputHelper output) : IDisposable
{
    private readonly FaceAnalyzer _analyzer = FaceAnalyzer.Load(EmulatorFixture.Models);

    public static TheoryData<string> Changes => ["half", "turned", "dark", "mirrored", "compressed", "cropped"];

    public void Dispose() => _analyzer.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_picture_is_still_the_same_person(string change)
    {
        byte[] original = EmulatorFixture.Sample("astronaut.png");
        float confidence = MatchConfidence.Between(Describe(original), Describe(Changed(original, change)));
        output.WriteLine($"{change}: {confidence:0.000}");
        Assert.InRange(confidence, 0.9f, 1f);
    }

    [SharedPhotosFact]
    public void People_are_told_apart_and_recognised()
    {
        (string Name, float[] Descriptor)[] faces = [.. new[] { "person-a-1.jpg", "person-a-2.jpg", "person-b-1.jpg", "person-b-2.jpg", "astronaut.png" }.Select(name => (name, Describe(File.ReadAllBytes(Path.Combine(SharedPhotosFactAttribute.Folder, name)))))];
        for (int i = 0; i < faces.Length; i++)
        {
            for (int k = i + 1; k < faces.Length; k++)
            {
                bool same = faces[i].Name[..^6] == faces[k].Name[..^6];
                float confidence = MatchConfidence.Between(faces[i].Descriptor, faces[k].Descriptor);
                output.WriteLine($"{faces[i].Name} {faces[k].Name}: {confidence:0.000}");
                Assert.InRange(confidence, same ? 0.6f : 0f, same ? 1f : 0.4f);
            }
        }
    }

    [Fact]
    public void Confidence_falls_with_distance_and_is_a_half_where_the_line_is_drawn()
    {
        Assert.Equal(1, MatchConfidence.FromDistance(0));
        Assert.Equal(MatchConfidence.Identical, MatchConfidence.FromDistance(0.6f), 5);
        Gen.Select(Gen.Float[0, 2], Gen.Float[0, 2]).Sample((a, b) => MatchConfidence.FromDistance(Math.Min(a, b)) >= MatchConfidence.FromDistance(Math.Max(a, b)));
    }

    private static byte[] Changed(byte[] picture, string change)
    {
        using SKBitmap bitmap = SKBitmap.Decode(picture);
        (int width, int height) = change == "half" ? (bitmap.Width / 2, bitmap.Height / 2) : (bitmap.Width, bitmap.Height);
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height));
        SKCanvas canvas = surface.Canvas;
        using var paint = new SKPaint();
        switch (change)
        {
            case "half":
                canvas.Scale(0.5f);
                break;
            case "turned":
                canvas.RotateDegrees(15, width / 2f, height / 2f);
                break;
            case "dark":
                paint.ColorFilter = SKColorFilter.CreateColorMatrix([0.5f, 0, 0, 0, 0, 0, 0.5f, 0, 0, 0, 0, 0, 0.5f, 0, 0, 0, 0, 0, 1, 0]);
                break;
            case "mirrored":
                canvas.Scale(-1, 1, width / 2f, 0);
                break;
            case "cropped":
                canvas.Translate(-60, 20);
                break;
        }

        using SKImage image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
        using SKImage drawn = surface.Snapshot();
        using SKData data = drawn.Encode(SKEncodedImageFormat.Jpeg, change == "compressed" ? 30 : 92);
        return data.ToArray();
    }

    private float[] Describe(byte[] content)
    {
        using Picture picture = Picture.Decode(content);
        return _analyzer.Describe(picture, _analyzer.Analyze(picture, default)[0]);
    }
}
