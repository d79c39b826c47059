using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>
/// Encodes a picture as a JPEG within a limit of bytes: first at a lower quality, down to 90, then smaller, and no smaller
/// than it must be. What a quality would make of it is tried on a few strips, so that as a rule the whole is encoded once.
/// </summary>
internal static class JpegFitting
{
    private const int BestQuality = 95;
    private const int LowestQuality = 90;

    private const int StripHeight = 16;
    private const int Strips = 8;

    /// <summary>Below, the whole is as quickly encoded as the strips are chosen.</summary>
    private const int FewPixels = 1_000_000;

    /// <summary>How far from the limit an estimate has to stay.</summary>
    private const double Margin = 0.96;

    public static PreparedImage Fit(OrientedImage image, int limit, CancellationToken cancelled)
    {
        int best = BestQuality;
        double factor = 1;
        while (true)
        {
            cancelled.ThrowIfCancellationRequested();
            using OrientedImage? scaled = factor < 1 ? image.Scale(factor) : null;
            OrientedImage current = scaled ?? image;
            using SKPixmap pixels = current.OpaquePixels();
            (int quality, long expected) = Choose(pixels, best, limit);
            if (expected <= limit * Margin)
            {
                byte[] encoded = OrientedImage.EncodeJpeg(pixels, quality);
                if (encoded.Length <= limit)
                {
                    return new PreparedImage(encoded, ImageFormat.Jpeg, quality, image.Original, current.Size);
                }

                if (quality > LowestQuality)
                {
                    best = quality - 1;
                    continue;
                }

                expected = encoded.Length;
            }

            best = LowestQuality;
            factor *= factor == 1 ? FirstFactor(pixels, expected, limit) : Math.Min(0.97, Math.Sqrt(limit * Margin / expected));
        }
    }

    /// <summary>The best quality at which it is expected to fit, and the bytes expected; the lowest where none does.</summary>
    private static (int Quality, long Bytes) Choose(SKPixmap pixels, int best, int limit)
    {
        if ((long)pixels.Width * pixels.Height < FewPixels)
        {
            return (best, 0);
        }

        using SKBitmap strips = TakeStrips(pixels);
        using SKPixmap sample = strips.PeekPixels();
        double share = strips.Height / (double)pixels.Height;
        long atBest = Expect(best);
        if (atBest <= limit * Margin || best == LowestQuality)
        {
            return (best, atBest);
        }

        long atLowest = Expect(LowestQuality);
        if (atLowest > limit * Margin)
        {
            return (LowestQuality, atLowest);
        }

        // Between the two, bytes grow by about the same factor with each step of quality.
        double steps = (best - LowestQuality) * Math.Log(limit * Margin / atLowest) / Math.Log(atBest / (double)atLowest);
        return (LowestQuality + (int)Math.Clamp(steps, 0, best - LowestQuality - 1), (long)(limit * Margin));

        long Expect(int quality) => (long)(OrientedImage.EncodeJpeg(sample, quality).Length / share);
    }

    /// <summary>
    /// How far to scale down. Scaled pixels take more or fewer bytes each (noise is lost, sharpness gets denser): what comes
    /// of the strips, scaled about as far, tells.
    /// </summary>
    private static double FirstFactor(SKPixmap pixels, long bytes, int limit)
    {
        double guess = Math.Min(0.97, Math.Sqrt(limit * Margin / bytes));
        using SKBitmap strips = TakeStrips(pixels);
        using SKBitmap smaller = OrientedImage.Resample(strips, SKEncodedOrigin.TopLeft, new ImageSize(strips.Width, strips.Height).Scale(guess));
        using SKPixmap sample = smaller.PeekPixels();
        double expected = OrientedImage.EncodeJpeg(sample, LowestQuality).Length * (pixels.Height / (double)strips.Height);
        return Math.Min(0.98, guess * Math.Sqrt(limit * Margin / expected));
    }

    private static SKBitmap TakeStrips(SKPixmap pixels)
    {
        int strips = Math.Min(Strips, Math.Max(1, pixels.Height / StripHeight));
        int height = Math.Min(StripHeight, pixels.Height);
        var sample = new SKBitmap(pixels.Info.WithSize(pixels.Width, strips * height));
        using SKPixmap target = sample.PeekPixels();
        ReadOnlySpan<byte> from = pixels.GetPixelSpan<byte>();
        Span<byte> to = target.GetPixelSpan<byte>();
        for (int strip = 0; strip < strips; strip++)
        {
            int top = (int)((long)(pixels.Height - height) * ((2 * strip) + 1) / (2 * strips));
            from.Slice(top * pixels.RowBytes, height * pixels.RowBytes).CopyTo(to[(strip * height * target.RowBytes)..]);
        }

        return sample;
    }
}
