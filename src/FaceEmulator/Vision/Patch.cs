using SkiaSharp;

namespace FaceEmulator.Vision;

/// <summary>A small square of pixels that networks and measurements read; reused from draw to draw.</summary>
internal sealed class Patch : IDisposable
{
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;

    public Patch(int size)
    {
        Size = size;
        _bitmap = new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        _canvas = new SKCanvas(_bitmap);
        Values = new float[3 * size * size];
    }

    public int Size { get; }

    public float[] Values { get; }

    public void Draw(Picture picture, float centerX, float centerY, float side, float degrees) => picture.Draw(_canvas, Size, centerX, centerY, side, degrees);

    /// <summary>Channels first, each value as value * scale + offset.</summary>
    public float[] ToChannels(float scale, float offset)
    {
        ReadOnlySpan<byte> pixels = _bitmap.GetPixelSpan();
        int plane = Size * Size;
        for (int i = 0, p = 0; i < plane; i++, p += 4)
        {
            Values[i] = (pixels[p] * scale) + offset;
            Values[plane + i] = (pixels[p + 1] * scale) + offset;
            Values[(2 * plane) + i] = (pixels[p + 2] * scale) + offset;
        }

        return Values;
    }

    /// <summary>Luma, 0 to 255.</summary>
    public float[] ToLuma()
    {
        ReadOnlySpan<byte> pixels = _bitmap.GetPixelSpan();
        var luma = new float[Size * Size];
        for (int i = 0, p = 0; i < luma.Length; i++, p += 4)
        {
            luma[i] = (0.299f * pixels[p]) + (0.587f * pixels[p + 1]) + (0.114f * pixels[p + 2]);
        }

        return luma;
    }

    public void Dispose()
    {
        _canvas.Dispose();
        _bitmap.Dispose();
    }
}
