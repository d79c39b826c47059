namespace FaceCmdlets.Images.Tests;

/// <summary>
/// Damaged and hostile files through all that looks at pictures here: each is prepared or refused, soon, and with the errors
/// that a command knows. FACECMDLETS_FUZZ=20000 makes it a long run.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("FACECMDLETS_FUZZ"), out int rounds) ? rounds : 2000;

    private static readonly byte[][] Extremes = [[0, 0], [0xFF, 0xFF], [0x7F, 0xFF], [0x80, 0], [0, 1]];

    /// <summary>Long enough for any machine; what does not end in it does not end.</summary>
    private static readonly TimeSpan NoHang = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Formats => ["Jpeg", "Png", "Gif", "Bmp", "WebP", "Ico"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_mutated_file_is_prepared_or_refused(string format)
    {
        byte[] whole = Samples.Of(format);
        var random = new Random(4711);
        IImageService images = ImageService.Create();
        int prepared = 0, refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] mutated = Mutate(whole, random);
            Task<bool> work = Task.Run(() => TryAsync(images, mutated));
            bool wasPrepared = await work.WaitAsync(NoHang);
            (prepared, refused) = wasPrepared ? (prepared + 1, refused) : (prepared, refused + 1);
        }

        // Neither all nor none: the mutations do reach the decoders.
        Assert.True(prepared > 0 && refused > 0, $"{prepared} prepared, {refused} refused");
    }

    /// <summary>Also what would be sent as it is goes through the decoder: it has to stand it.</summary>
    private static async Task<bool> TryAsync(IImageService images, byte[] mutated)
    {
        FaceImageTest test = await images.TestAsync(PictureSource.FromBytes(mutated, "mutated"), CancellationToken.None);
        Assert.Equal(test.Acceptable, test.Reasons.Length == 0);
        try
        {
            Preparation.Prepare(mutated, "mutated", CancellationToken.None);
            return true;
        }
        catch (FaceServiceException)
        {
            return false;
        }
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        byte[] copy = [.. whole];
        int head = Math.Min(copy.Length, 64);
        switch (random.Next(6))
        {
            case 0:
                return copy[..random.Next(1, copy.Length)];
            case 1:
                for (int i = random.Next(1, 8); i > 0; i--)
                {
                    copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                }

                return copy;
            case 2:
                // Fields of the header: lengths, sizes, offsets.
                for (int i = random.Next(1, 4); i > 0; i--)
                {
                    Extremes[random.Next(Extremes.Length)].CopyTo(copy, random.Next(head - 1));
                }

                return copy;
            case 3:
                random.NextBytes(copy.AsSpan(random.Next(copy.Length)));
                return copy;
            case 4:
                int from = random.Next(copy.Length), count = random.Next(copy.Length - from);
                return [.. copy[..from], .. copy[(from + count)..], .. new byte[random.Next(16)], 0];
            default:
                int at = random.Next(copy.Length);
                byte[] more = new byte[random.Next(1, 2000)];
                random.NextBytes(more);
                return [.. copy[..at], .. more, .. copy[at..]];
        }
    }
}
