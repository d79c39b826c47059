namespace FaceEmulator.Http;

/// <summary>Reads a picture's bytes within the service's limits, 1 KB to 6 MB; never holds more.</summary>
internal static class PictureBody
{
    public const int Smallest = 1024;
    public const int Largest = 6 * 1024 * 1024;

    public static FaceError TooSmall => new(400, "InvalidImageSize", "Image size is too small.");

    public static FaceError TooBig => new(400, "InvalidImageSize", "Image size is too big.");

    public static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[65536];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (memory.Length + read > Largest)
            {
                throw TooBig;
            }

            memory.Write(buffer, 0, read);
        }

        return memory.Length < Smallest ? throw TooSmall : memory.ToArray();
    }
}
