namespace FaceEmulator.Vision;

/// <summary>Measures a face's pixels, turned upright, at no more than their own resolution.</summary>
internal static class PixelQualityMeter
{
    public static PixelQuality Measure(Picture picture, float centerX, float centerY, float side, float degrees)
    {
        using var patch = new Patch(Math.Clamp((int)side, 32, 128));
        patch.Draw(picture, centerX, centerY, side, degrees);
        float[] luma = patch.ToLuma();
        int size = patch.Size;
        double sum = 0, squares = 0;
        foreach (float value in luma)
        {
            sum += value;
            squares += value * value;
        }

        double mean = sum / luma.Length, variance = Math.Max((squares / luma.Length) - (mean * mean), 1);
        double laplace = 0, laplaceSquares = 0, immerkaer = 0;
        for (int y = 1; y < size - 1; y++)
        {
            for (int x = 1; x < size - 1; x++)
            {
                int i = (y * size) + x;
                float cross = luma[i - 1] + luma[i + 1] + luma[i - size] + luma[i + size];
                float corners = luma[i - size - 1] + luma[i - size + 1] + luma[i + size - 1] + luma[i + size + 1];
                double second = cross - (4 * luma[i]);
                laplace += second;
                laplaceSquares += second * second;
                immerkaer += Math.Abs(corners - (2 * cross) + (4 * luma[i]));
            }
        }

        int inner = (size - 2) * (size - 2);
        double sharpness = ((laplaceSquares / inner) - Math.Pow(laplace / inner, 2)) / variance;
        // Calibrated on sharp and blurred faces, linear in the logarithm: 0 at 0.5, 0.25 at 0.018, 0.75 at 0.0025.
        double decades = Math.Log10(0.018) - Math.Log10(Math.Max(sharpness, 1e-6));
        double blur = 0.25 + (decades * (decades > 0 ? 0.583 : 0.173));
        double sigma = Math.Sqrt(Math.PI / 2) * immerkaer / (6.0 * inner);
        return new PixelQuality(Math.Clamp(blur, 0, 1), Math.Clamp(mean / 255, 0, 1), Math.Clamp(sigma / 12, 0, 1)) { GreyLevels = CountLevels(luma) };
    }

    private static int CountLevels(float[] luma)
    {
        var counts = new int[256];
        foreach (float value in luma)
        {
            counts[(int)value]++;
        }

        int worthNaming = Math.Max(1, luma.Length / 500);
        return counts.Count(count => count >= worthNaming);
    }
}
