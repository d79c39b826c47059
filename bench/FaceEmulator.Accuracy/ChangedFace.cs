using FaceEmulator.Vision;
using SkiaSharp;

namespace FaceEmulator.Accuracy;

/// <summary>A picture of one face made from a photo, changed in one way as other cameras, light and programs change it. Every run makes the same ones.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Content">The picture as it would be sent.</param>
/// <param name="Face">Where the face is in it.</param>
internal sealed record ChangedFace(string Kind, byte[] Content, SKRect Face)
{
    public const string Original = "as it is";
    private const int Side = 480;

    /// <summary>The face with what is around it, as it is and changed.</summary>
    public static IEnumerable<ChangedFace> Of(SKBitmap photo, SKRect face)
    {
        // The face fills a third of the picture; what the photo does not show is grey.
        float side = Math.Max(face.Width, face.Height) * 3, faceSide = Side / 3f;
        SKMatrix place = SKMatrix.CreateScale(Side / side, Side / side).PreConcat(SKMatrix.CreateTranslation((side / 2) - face.MidX, (side / 2) - face.MidY));
        yield return Drawn(Original, SKMatrix.Identity);
        yield return Drawn("half the size", SKMatrix.CreateScale(0.5f, 0.5f));
        yield return Drawn("a face of 64 pixels", SKMatrix.CreateScale(64 / faceSide, 64 / faceSide));
        yield return Drawn("a face of 48 pixels", SKMatrix.CreateScale(48 / faceSide, 48 / faceSide));
        foreach (int degrees in (int[])[-20, -10, 10, 20])
        {
            yield return Drawn(FormattableString.Invariant($"turned by {degrees} degrees"), SKMatrix.CreateRotationDegrees(degrees, Side / 2f, Side / 2f));
        }

        yield return Drawn("half the light", SKMatrix.Identity, Light(0.5f));
        yield return Drawn("a quarter of the light", SKMatrix.Identity, Light(0.25f));
        yield return Drawn("1.5 times the light", SKMatrix.Identity, Light(1.5f));
        yield return Drawn("noise, sigma 12 of 255", SKMatrix.Identity, noise: 12);
        yield return Drawn("noise, sigma 25 of 255", SKMatrix.Identity, noise: 25);
        yield return Drawn("blurred, sigma 1/60 of the face", SKMatrix.Identity, SKImageFilter.CreateBlur(faceSide / 60, faceSide / 60));
        yield return Drawn("blurred, sigma 1/30 of the face", SKMatrix.Identity, SKImageFilter.CreateBlur(faceSide / 30, faceSide / 30));
        yield return Drawn("JPEG, quality 30", SKMatrix.Identity, quality: 30);
        yield return Drawn("JPEG, quality 10", SKMatrix.Identity, quality: 10);
        yield return Drawn("cropped to 1.3 faces", SKMatrix.CreateTranslation(faceSide * -0.85f, faceSide * -0.85f), canvasSide: faceSide * 1.3f);
        yield return Drawn("grey", SKMatrix.Identity, Colors(.3f, .59f, .11f, 0, 0, .3f, .59f, .11f, 0, 0, .3f, .59f, .11f, 0, 0, 0, 0, 0, 1, 0));
        yield return Drawn("mirrored", new SKMatrix(-1, 0, Side, 0, 1, 0, 0, 0, 1));

        ChangedFace Drawn(string kind, SKMatrix change, SKImageFilter? filter = null, int noise = 0, int quality = 95, float? canvasSide = null)
        {
            SKMatrix whole = change.PreConcat(place);
            int size = (int)Math.Round(canvasSide ?? (Side * Math.Min(1, Math.Abs(change.MapRadius(1)))));
            using var bitmap = new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
            using (var canvas = new SKCanvas(bitmap))
            using (SKImage image = SKImage.FromBitmap(photo))
            using (var paint = new SKPaint { ImageFilter = filter })
            {
                canvas.Clear(SKColors.Gray);
                canvas.SetMatrix(whole);
                canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), filter is null ? null : paint);
            }

            filter?.Dispose();
            if (noise > 0)
            {
                AddNoise(bitmap, noise);
            }

            using SKData data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
            return new ChangedFace(kind, data.ToArray(), whole.MapRect(face));
        }
    }

    /// <summary>What the emulator's network says of the face; null where the emulator does not find it.</summary>
    public float[]? Describe(FaceAnalyzer analyzer)
    {
        using Picture picture = Picture.Decode(Content);
        AnalyzedFace? found = analyzer.Analyze(picture, default).MinBy(face => Math.Pow(face.Box.Left + (face.Box.Width / 2f) - Face.MidX, 2) + Math.Pow(face.Box.Top + (face.Box.Height / 2f) - Face.MidY, 2));
        return found is not null && Face.Contains(found.Box.Left + (found.Box.Width / 2f), found.Box.Top + (found.Box.Height / 2f)) ? analyzer.Describe(picture, found) : null;
    }

    private static SKImageFilter Light(float factor) => Colors(factor, 0, 0, 0, 0, 0, factor, 0, 0, 0, 0, 0, factor, 0, 0, 0, 0, 0, 1, 0);

    private static SKImageFilter Colors(params float[] matrix) => SKImageFilter.CreateColorFilter(SKColorFilter.CreateColorMatrix(matrix));

    private static void AddNoise(SKBitmap bitmap, int sigma)
    {
        var random = new Random(7);
        byte[] pixels = bitmap.GetPixelSpan().ToArray();
        for (int i = 0; i < pixels.Length; i++)
        {
            if ((i & 3) != 3)
            {
                // The sum of three even numbers from -1/2 to 1/2 has a variance of 1/4.
                pixels[i] = (byte)Math.Clamp(pixels[i] + ((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2 * sigma), 0, 255);
            }
        }

        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
    }
}
