using SkiaSharp;

namespace FaceEmulator.Accuracy;

/// <summary>Pictures made from photos: each kind makes one thing harder. Seeded: every run makes the same ones.</summary>
internal static class HarderSet
{
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    public static IEnumerable<Trial> WithFaces(IReadOnlyList<Photo> photos, IReadOnlyList<SKBitmap> backgrounds)
    {
        foreach (Photo photo in photos)
        {
            SKBitmap b = photo.Bitmap;
            yield return Changed("original", photo, SKMatrix.Identity);
            yield return Changed("mirrored", photo, new SKMatrix(-1, 0, b.Width, 0, 1, 0, 0, 0, 1));
            foreach (int degrees in (int[])[-20, -10, 10, 20])
            {
                yield return Changed($"rotated by {Math.Abs(degrees)} degrees", photo, SKMatrix.CreateRotationDegrees(degrees, photo.Face.MidX, photo.Face.MidY));
            }

            yield return Changed("dark (a quarter of the light)", photo, SKMatrix.Identity, Light(0.25f));
            yield return Changed("bright (1.7 times the light)", photo, SKMatrix.Identity, Light(1.7f));
            yield return Changed("grey", photo, SKMatrix.Identity, SKImageFilter.CreateColorFilter(SKColorFilter.CreateColorMatrix([.3f, .59f, .11f, 0, 0, .3f, .59f, .11f, 0, 0, .3f, .59f, .11f, 0, 0, 0, 0, 0, 1, 0])));
            yield return Changed("blurred (sigma 1/30 of the face)", photo, SKMatrix.Identity, SKImageFilter.CreateBlur(photo.FaceSide / 30, photo.FaceSide / 30));
            yield return Noisy(photo);
            foreach (int size in (int[])[36, 48, 64])
            {
                yield return Changed($"whole photo scaled to a face of {size} px", photo, SKMatrix.CreateScale(size / photo.FaceSide, size / photo.FaceSide), scaleCanvas: size / photo.FaceSide);
                yield return Small(photo, size, backgrounds[photo.Name.Length % backgrounds.Count]);
            }

            yield return Tight(photo, 1.15f);
            yield return Tight(photo, 1.6f);
        }

        for (int i = 0; i < 12; i++)
        {
            yield return Montage(photos, backgrounds, new Random(i));
        }
    }

    public static IEnumerable<Trial> WithoutFaces(IReadOnlyList<SKBitmap> faceless)
    {
        foreach (SKBitmap photo in faceless)
        {
            var random = new Random(photo.Width);
            yield return new Trial("photos without a face", photo.Copy(), []);
            for (int i = 0; i < 40; i++)
            {
                int w = random.Next(photo.Width / 5, photo.Width), h = random.Next(photo.Height / 5, photo.Height), x = random.Next(photo.Width - w + 1), y = random.Next(photo.Height - h + 1);
                yield return Drawn("crops of them, turned, mirrored, enlarged", 500, 500 * h / w, canvas =>
                {
                    canvas.Clear(SKColors.DimGray);
                    canvas.Scale(500f / w);
                    canvas.RotateDegrees(random.Next(-30, 31), w / 2f, h / 2f);
                    canvas.Scale(random.Next(2) == 0 ? 1 : -1, 1, w / 2f, h / 2f);
                    using SKImage image = SKImage.FromBitmap(photo);
                    canvas.DrawImage(image, SKRect.Create(x, y, w, h), SKRect.Create(0, 0, w, h), Smooth);
                });
            }
        }

        for (int seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            yield return Drawn("noise, gradients, stripes, checks", 640, 480, canvas => Pattern(canvas, random, seed));
            yield return Drawn("shapes and blobs of skin colour", 640, 480, canvas => Shapes(canvas, random));
            yield return Drawn("drawn smileys and sockets", 640, 480, canvas => Smileys(canvas, random));
        }
    }

    private static Trial Changed(string kind, Photo photo, SKMatrix matrix, SKImageFilter? filter = null, float scaleCanvas = 1)
    {
        int width = (int)Math.Ceiling(photo.Bitmap.Width * scaleCanvas), height = (int)Math.Ceiling(photo.Bitmap.Height * scaleCanvas);
        Trial trial = Drawn(kind, Math.Max(width, 36), Math.Max(height, 36), canvas =>
        {
            canvas.Clear(SKColors.Gray);
            canvas.SetMatrix(matrix);
            using SKImage image = SKImage.FromBitmap(photo.Bitmap);
            using var paint = new SKPaint { ImageFilter = filter };
            canvas.DrawImage(image, 0, 0, Smooth, paint);
        });
        filter?.Dispose();
        return trial with { Faces = [matrix.MapRect(photo.Face)] };
    }

    private static SKImageFilter Light(float factor) => SKImageFilter.CreateColorFilter(SKColorFilter.CreateColorMatrix([factor, 0, 0, 0, 0, 0, factor, 0, 0, 0, 0, 0, factor, 0, 0, 0, 0, 0, 1, 0]));

    private static Trial Noisy(Photo photo)
    {
        SKBitmap bitmap = photo.Bitmap.Copy(SKColorType.Rgba8888);
        var random = new Random(7);
        Span<byte> pixels = bitmap.GetPixelSpan().ToArray();
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (i & 3) == 3 ? pixels[i] : (byte)Math.Clamp(pixels[i] + (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 50, 0, 255);
        }

        System.Runtime.InteropServices.Marshal.Copy(pixels.ToArray(), 0, bitmap.GetPixels(), pixels.Length);
        return new Trial("noise (sigma 25 of 255)", bitmap, [photo.Face]);
    }

    private static Trial Small(Photo photo, int size, SKBitmap background)
    {
        float scale = size / photo.FaceSide;
        float x = 300 + (photo.Name.Length * 97 % 1100), y = 150 + (photo.Name.Length * 61 % 600);
        return Drawn($"a face of {size} px in 1920 x 1080", 1920, 1080, canvas =>
        {
            Fill(canvas, background, 1920, 1080);
            Paste(canvas, photo, x, y, scale);
        }) with { Faces = [SKRect.Create(x, y, photo.Face.Width * scale, photo.Face.Height * scale)] };
    }

    private static Trial Tight(Photo photo, float margin)
    {
        float side = photo.FaceSide * margin;
        var crop = SKRect.Create(photo.Face.MidX - (side / 2), photo.Face.MidY - (side / 2), side, side);
        float scale = 300 / side;
        return Drawn("tight crops", 300, 300, canvas =>
        {
            canvas.Scale(scale);
            canvas.Translate(-crop.Left, -crop.Top);
            using SKImage image = SKImage.FromBitmap(photo.Bitmap);
            canvas.DrawImage(image, 0, 0, Smooth);
        }) with { Faces = [SKRect.Create((photo.Face.Left - crop.Left) * scale, (photo.Face.Top - crop.Top) * scale, photo.Face.Width * scale, photo.Face.Height * scale)] };
    }

    private static Trial Montage(IReadOnlyList<Photo> photos, IReadOnlyList<SKBitmap> backgrounds, Random random)
    {
        List<SKRect> faces = [];
        Trial trial = Drawn("montages of 8 to 15 faces of 40 to 200 px", 1920, 1080, canvas =>
        {
            Fill(canvas, backgrounds[random.Next(backgrounds.Count)], 1920, 1080);
            int columns = random.Next(4, 6), rows = columns == 4 ? 2 : 3;
            for (int cell = 0; cell < columns * rows; cell++)
            {
                Photo photo = photos[random.Next(photos.Count)];
                float scale = random.Next(40, 200) / photo.FaceSide;
                float x = ((cell % columns) + 0.3f) * 1920 / columns, y = ((cell / columns) + 0.3f) * 1080 / rows;
                Paste(canvas, photo, x, y, scale);
                faces.Add(SKRect.Create(x, y, photo.Face.Width * scale, photo.Face.Height * scale));
            }
        });
        return trial with { Faces = faces };
    }

    /// <summary>The face with its head and shoulders, its box at x, y.</summary>
    private static void Paste(SKCanvas canvas, Photo photo, float x, float y, float scale)
    {
        SKRect head = photo.Face;
        head.Inflate(photo.Face.Width * 0.45f, photo.Face.Height * 0.45f);
        head.Intersect(SKRect.Create(photo.Bitmap.Width, photo.Bitmap.Height));
        using SKImage image = SKImage.FromBitmap(photo.Bitmap);
        canvas.DrawImage(image, head, SKRect.Create(x - ((photo.Face.Left - head.Left) * scale), y - ((photo.Face.Top - head.Top) * scale), head.Width * scale, head.Height * scale), Smooth);
    }

    private static void Fill(SKCanvas canvas, SKBitmap background, int width, int height)
    {
        using SKImage image = SKImage.FromBitmap(background);
        canvas.DrawImage(image, SKRect.Create(width, height), Smooth);
    }

    private static void Pattern(SKCanvas canvas, Random random, int seed)
    {
        using var paint = new SKPaint();
        int step = 4 << (seed % 5);
        for (int y = 0; y < 480; y += step)
        {
            for (int x = 0; x < 640; x += step)
            {
                byte v = (seed % 4) switch { 0 => (byte)random.Next(256), 1 => (byte)(x * 255 / 640), 2 => (byte)(((x / step) + (y / step)) % 2 * 255), _ => (byte)(y / step % 2 * 200) };
                paint.Color = new SKColor(v, seed % 4 == 0 ? (byte)random.Next(256) : v, v);
                canvas.DrawRect(x, y, step, step, paint);
            }
        }
    }

    private static void Shapes(SKCanvas canvas, Random random)
    {
        canvas.Clear(new SKColor((uint)random.Next()).WithAlpha(255));
        using var paint = new SKPaint { IsAntialias = true };
        for (int i = 0; i < 40; i++)
        {
            paint.Color = i % 2 == 0 ? new SKColor((byte)random.Next(180, 240), (byte)random.Next(130, 190), (byte)random.Next(100, 160)) : new SKColor((uint)random.Next()).WithAlpha(255);
            float x = random.Next(640), y = random.Next(480), w = random.Next(10, 160), h = random.Next(10, 160);
            if (i % 3 == 0)
            {
                canvas.DrawRect(x, y, w, h, paint);
            }
            else
            {
                canvas.DrawOval(x, y, w / 2, h / 2, paint);
            }
        }
    }

    private static void Smileys(SKCanvas canvas, Random random)
    {
        canvas.Clear(SKColors.LightGray);
        using var fill = new SKPaint { IsAntialias = true };
        using var line = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 6, Color = SKColors.Black };
        for (int i = 0; i < 6; i++)
        {
            float x = 100 + (i % 3 * 210), y = 120 + (i / 3 * 240), r = random.Next(40, 95);
            fill.Color = i % 2 == 0 ? SKColors.Gold : SKColors.White;
            canvas.DrawCircle(x, y, r, fill);
            fill.Color = SKColors.Black;
            canvas.DrawCircle(x - (r * 0.35f), y - (r * 0.25f), r * 0.1f, fill);
            canvas.DrawCircle(x + (r * 0.35f), y - (r * 0.25f), r * 0.1f, fill);
            canvas.DrawLine(x - (r * 0.4f), y + (r * 0.4f), x + (r * 0.4f), y + (r * 0.4f), line);
        }
    }

    private static Trial Drawn(string kind, int width, int height, Action<SKCanvas> draw)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, Math.Max(height, 36), SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        draw(canvas);
        return new Trial(kind, bitmap, []);
    }
}
