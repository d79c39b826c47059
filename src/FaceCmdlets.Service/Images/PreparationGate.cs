namespace FaceCmdlets.Service;

/// <summary>
/// Lets as many pictures be prepared, changed or cut at a time as there are processors and as a gigabyte holds, however many
/// are in flight: a large one waits for the small ones before it.
/// </summary>
internal static class PreparationGate
{
    private const long Unit = 16 * 1024 * 1024;
    private const int Units = 64;

    private static readonly SemaphoreSlim Processors = new(Environment.ProcessorCount);
    private static readonly SemaphoreSlim Memory = new(Units);
    private static readonly SemaphoreSlim Door = new(1);

    /// <summary>Enters for a picture that is decoded whole, and then once more for what is made of it. Waits on the caller's thread, which is no pipeline's.</summary>
    public static IDisposable EnterToDecode(byte[] content, CancellationToken cancelled)
    {
        using PictureBytes bytes = PictureBytes.Of(content);
        long pixels = ImageHeader.Read(bytes).Stored?.Pixels ?? 0;
        return EnterAsync(content.Length + (pixels * 8), cancelled).GetAwaiter().GetResult();
    }

    public static async Task<IDisposable> EnterAsync(long bytes, CancellationToken cancelled)
    {
        int wanted = (int)Math.Clamp((bytes / Unit) + (bytes % Unit == 0 ? 0 : 1), 1, Units);
        var place = new Place();
        try
        {
            // One at a time takes its units, so that no two wait for each other's.
            await Door.WaitAsync(cancelled).ConfigureAwait(false);
            try
            {
                for (; place.Units < wanted; place.Units++)
                {
                    await Memory.WaitAsync(cancelled).ConfigureAwait(false);
                }
            }
            finally
            {
                Door.Release();
            }

            await Processors.WaitAsync(cancelled).ConfigureAwait(false);
            place.HasProcessor = true;
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    private sealed class Place : IDisposable
    {
        public int Units { get; set; }

        public bool HasProcessor { get; set; }

        public void Dispose()
        {
            if (HasProcessor)
            {
                Processors.Release();
            }

            if (Units > 0)
            {
                Memory.Release(Units);
            }
        }
    }
}
