using FaceCmdlets;
using FaceCmdlets.Service;
using FaceEmulator.Vision;
using SkiaSharp;
using Xunit.Abstractions;

namespace FaceEmulator.Tests.Recognition;

/// <summary>What Export-AzFaceImage -Redact leaves of a face, seen by real detection and recognition.</summary>
public sealed class RedactionTests(ITestOutputHelper output) : IDisposable
{
    private readonly FaceAnalyzer _analyzer = FaceAnalyzer.Load(EmulatorFixture.Models);

    /// <summary>Each way to redact, for faces of 50 to 430 pixels, with the usual margin and with none.</summary>
    public static TheoryData<FaceRedaction, float, double> Ways
    {
        get
        {
            var ways = new TheoryData<FaceRedaction, float, double>();
            foreach (FaceRedaction kind in Enum.GetValues<FaceRedaction>())
            {
                foreach (float scale in new[] { 0.5f, 1, 4 })
                {
                    ways.Add(kind, scale, 0.3);
                    ways.Add(kind, scale, 0);
                }
            }

            return ways;
        }
    }

    public void Dispose() => _analyzer.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_face_is_found_and_none_is_recognised(FaceRedaction kind, float scale, double margin) => Check("astronaut", EmulatorFixture.Sample("astronaut.png"), kind, scale, margin);

    [SharedPhotosFact]
    public void No_portrait_survives()
    {
        foreach (string photo in Directory.GetFiles(SharedPhotosFactAttribute.Folder, "person-*.jpg").Order(StringComparer.Ordinal))
        {
            foreach (FaceRedaction kind in Enum.GetValues<FaceRedaction>())
            {
                Check(Path.GetFileName(photo), File.ReadAllBytes(photo), kind, 1, 0.3);
            }
        }
    }

    private void Check(string name, byte[] content, FaceRedaction kind, float scale, double margin)
    {
        using SKBitmap bitmap = Scaled(content, scale);
        using Picture before = Picture.Decode(Encode(bitmap));
        AnalyzedFace face = Assert.Single(_analyzer.Analyze(before, default));
        Redaction.Hide(bitmap, [new PictureFace { Left = face.Box.Left, Top = face.Box.Top, Width = face.Box.Width, Height = face.Box.Height }], new RedactionStyle(kind, margin, 0));
        using Picture after = Picture.Decode(Encode(bitmap));
        IReadOnlyList<AnalyzedFace> found = _analyzer.Analyze(after, default);
        // As if an attacker knew where eyes, nose and mouth had been.
        float confidence = MatchConfidence.Between(_analyzer.Describe(before, face), _analyzer.Describe(after, face));
        output.WriteLine($"{name} {kind} at {scale}, margin {margin}: {found.Count} faces, confidence {confidence:0.000}");
        Assert.Empty(found);
        Assert.InRange(confidence, 0, 0.45f);
    }

    private static SKBitmap Scaled(byte[] content, float scale)
    {
        using SKBitmap original = SKBitmap.Decode(content);
        var scaled = new SKBitmap(new SKImageInfo((int)(original.Width * scale), (int)(original.Height * scale), SKImageInfo.PlatformColorType, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(scaled);
        using SKImage image = SKImage.FromBitmap(original);
        canvas.DrawImage(image, new SKRect(0, 0, scaled.Width, scaled.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return scaled;
    }

    private static byte[] Encode(SKBitmap bitmap)
    {
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
