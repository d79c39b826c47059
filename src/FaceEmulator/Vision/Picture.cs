using SkiaSharp;

namespace FaceEmulator.Vision;

/// <summary>Why a picture was refused.</summary>
internal enum PictureProblem
{
    Undecodable,
    TooManyPixels,
}

/// <summary>A picture that cannot be looked at.</summary>
internal sealed class PictureException(PictureProblem problem) : Exception(problem.ToString())
{
    public PictureProblem Problem { get; } = problem;
}

/// <summary>A decoded picture, upright as its EXIF orientation says, with halved copies for reading it small.</summary>
internal sealed class Picture : IDisposable
{
    private const long MostPixels = 100_000_000;

    private readonly List<SKImage> _levels = [];

    private Picture(SKBitmap bitmap)
    {
        Width = bitmap.Width;
        Height = bitmap.Height;
        _levels.Add(SKImage.FromBitmap(bitmap));
        bitmap.Dispose();
    }

    public int Width { get; }

    public int Height { get; }

    public static Picture Decode(ReadOnlyMemory<byte> content)
    {
        using SKData data = SKData.CreateCopy(content.Span);
        using SKCodec codec = SKCodec.Create(data) ?? throw new PictureException(PictureProblem.Undecodable);
        if (codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Gif or SKEncodedImageFormat.Bmp))
        {
            throw new PictureException(PictureProblem.Undecodable);
        }

        // The header is believed before memory is taken.
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            throw new PictureException(PictureProblem.TooManyPixels);
        }

        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var decoded = new SKBitmap(info);
        if (codec.GetPixels(info, decoded.GetPixels()) != SKCodecResult.Success)
        {
            decoded.Dispose();
            throw new PictureException(PictureProblem.Undecodable);
        }

        return new Picture(Upright(decoded, codec.EncodedOrigin));
    }

    /// <summary>Draws a square of the picture, turned by an angle, onto a small canvas; black outside.</summary>
    public void Draw(SKCanvas canvas, int size, float centerX, float centerY, float side, float degrees)
    {
        canvas.Clear(SKColors.Black);
        float scale = size / side;
        int level = 0;
        while (scale <= 0.5f && level < 8)
        {
            level++;
            scale *= 2;
        }

        SKImage image = Level(level);
        float shrinkX = image.Width / (float)Width, shrinkY = image.Height / (float)Height;
        canvas.Save();
        canvas.Translate(size / 2f, size / 2f);
        canvas.RotateDegrees(-degrees);
        canvas.Scale(size / side / shrinkX, size / side / shrinkY);
        canvas.Translate(-centerX * shrinkX, -centerY * shrinkY);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear));
        canvas.Restore();
    }

    public void Dispose()
    {
        foreach (SKImage level in _levels)
        {
            level.Dispose();
        }
    }

    private static SKBitmap Upright(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft)
        {
            return bitmap;
        }

        int w = bitmap.Width, h = bitmap.Height;
        SKMatrix matrix = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
        bool turned = origin >= SKEncodedOrigin.LeftTop;
        var upright = new SKBitmap(new SKImageInfo(turned ? h : w, turned ? w : h, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (bitmap)
        using (var canvas = new SKCanvas(upright))
        {
            canvas.SetMatrix(matrix);
            canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default);
        }

        return upright;
    }

    private SKImage Level(int level)
    {
        while (_levels.Count <= level)
        {
            SKImage last = _levels[^1];
            var info = new SKImageInfo(Math.Max(1, (last.Width + 1) / 2), Math.Max(1, (last.Height + 1) / 2), SKColorType.Rgba8888, SKAlphaType.Premul);
            using SKSurface surface = SKSurface.Create(info);
            surface.Canvas.DrawImage(last, new SKRect(0, 0, info.Width, info.Height), new SKSamplingOptions(SKFilterMode.Linear));
            _levels.Add(surface.Snapshot());
        }

        return _levels[level];
    }
}
