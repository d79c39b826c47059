namespace FaceCmdlets.Service;

/// <summary>A picture made acceptable to the service.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="Format">What it is.</param>
/// <param name="Quality">Of JPEG, 1 to 100; null for PNG.</param>
/// <param name="Original">Pixels of the whole picture, upright.</param>
/// <param name="Sent">Pixels that are sent.</param>
internal sealed record PreparedImage(byte[] Bytes, ImageFormat Format, int? Quality, ImageSize Original, ImageSize Sent);

/// <summary>Makes pictures acceptable to the service, where they are not: what needs nothing is not even decoded.</summary>
internal static class Preparation
{
    /// <summary>JPEG ends at 65500 pixels a side.</summary>
    private const int LongestSide = 65500;

    public static async Task<PreparedPicture> PrepareAsync(PictureSource picture, RequestScope scope)
    {
        PictureBytes bytes = await picture.OpenAsync(scope.Cancelled).ConfigureAwait(false);
        try
        {
            PreparationPlan? plan = picture.NoPreparation ? null : PreparationPlan.For(bytes, picture.Name);
            if (plan is not { IsNeeded: true })
            {
                return new PreparedPicture(bytes, picture.Name);
            }

            PreparedImage image = await PrepareAsync(plan, bytes, picture.Name, scope.Cancelled).ConfigureAwait(false);
            scope.Log.Verbose(Story(picture.Name, plan, image));
            bytes.Dispose();
            return new PreparedPicture(image);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <exception cref="FaceServiceException">It cannot be made acceptable.</exception>
    public static async Task<PreparedImage> PrepareAsync(PreparationPlan plan, PictureBytes bytes, string name, CancellationToken cancelled)
    {
        if (plan.Refusal is not null)
        {
            throw plan.Refusal;
        }

        using IDisposable _ = await PreparationGate.EnterAsync(MemoryFor(plan), cancelled).ConfigureAwait(false);
        // The caller may be the pipeline's thread, which Ctrl+C has to find free.
        return await Task.Run(() => Prepare(bytes.ReadAll(), name, cancelled), cancelled).ConfigureAwait(false);
    }

    public static PreparedImage Prepare(byte[] content, string name, CancellationToken cancelled)
    {
        using OrientedImage image = OrientedImage.Decode(content, name, size => size.Scale(Math.Sqrt(PreparationPlan.MostPixels / (double)size.Pixels)).FitInto(LongestSide, LongestSide));
        if (Math.Min(image.Original.Width, image.Original.Height) < PreparationPlan.SmallestSide)
        {
            throw PreparationPlan.TooFewPixels(image.Original, name);
        }

        cancelled.ThrowIfCancellationRequested();
        PreparedImage fitted = JpegFitting.Fit(image, PreparationPlan.LargestBytes, cancelled);
        return fitted.Bytes.Length >= PreparationPlan.SmallestBytes ? fitted : fitted with { Bytes = image.EncodeUnpackedPng(), Format = ImageFormat.Png, Quality = null };
    }

    private static long MemoryFor(PreparationPlan plan)
    {
        long pixels = Math.Min(plan.Header.Stored?.Pixels ?? 0, PreparationPlan.MostPixels);
        return plan.Bytes + (pixels * (plan.Header.Progressive ? 12 : 8));
    }

    private static string Story(string name, PreparationPlan plan, PreparedImage image)
    {
        string size = image.Sent == image.Original ? image.Sent.ToString() : $"{image.Original} as {image.Sent}";
        string quality = image.Quality is { } number ? FormattableString.Invariant($" of quality {number}") : string.Empty;
        return FormattableString.Invariant($"'{name}' is prepared: {string.Join("; ", plan.Reasons)}. Sent: {size} pixels, {image.Format.Text()}{quality}, {image.Bytes.Length / 1048576.0:0.00} MB; coordinates come back in those of the original.");
    }
}
