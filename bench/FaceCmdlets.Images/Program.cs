using System.Diagnostics;
using FaceCmdlets;
using FaceCmdlets.Service;
using SkiaSharp;

// Each measure and its peer take turns in one run; what is printed are medians, and the median of their ratios.
const int Rounds = 15;
string sample = Path.GetFullPath(args.Length > 0 ? args[0] : Path.Combine("samples", "astronaut.png"));
string folder = Directory.CreateTempSubdirectory().FullName;
try
{
    string less = Write("less.jpg", 12, 97), noisy = Write("noisy.jpg", 60, 92), fine = Write("fine.jpg", 6, 85), small = Path.Combine(folder, "small.png");
    File.Copy(sample, small);
    await ComparePreparedAsync("12 megapixels, a little less quality", less);
    await ComparePreparedAsync("12 megapixels, scaled down", noisy);
    await CompareUntouchedAsync("12 megapixels that need nothing", fine);
    await CompareUntouchedAsync("512 x 512 that need nothing", small);
}
finally
{
    Directory.Delete(folder, true);
}

string Write(string name, int noise, int quality)
{
    using SKBitmap tile = SKBitmap.Decode(sample);
    using var photo = new SKBitmap(new SKImageInfo(4032, 3024, SKImageInfo.PlatformColorType, SKAlphaType.Opaque));
    using (var canvas = new SKCanvas(photo))
    {
        for (int y = 0; y < photo.Height; y += tile.Height)
        {
            for (int x = 0; x < photo.Width; x += tile.Width)
            {
                canvas.DrawBitmap(tile, x, y, SKSamplingOptions.Default);
            }
        }
    }

    var random = new Random(1);
    Span<byte> bytes = photo.GetPixelSpan();
    for (int i = 0; i < bytes.Length; i++)
    {
        bytes[i] = i % 4 == 3 ? (byte)255 : (byte)Math.Clamp(bytes[i] + random.Next(-noise, noise + 1), 0, 255);
    }

    string path = Path.Combine(folder, name);
    using SKData data = photo.Encode(SKEncodedImageFormat.Jpeg, quality);
    File.WriteAllBytes(path, data.ToArray());
    return path;
}

async Task ComparePreparedAsync(string what, string path)
{
    PreparedImage result = Preparation.Prepare(File.ReadAllBytes(path), path, CancellationToken.None);
    Console.WriteLine(FormattableString.Invariant($"{what}: {new FileInfo(path).Length / 1048576.0:0.0} MB, {result.Original} to {result.Sent}, quality {result.Quality}, {result.Bytes.Length / 1048576.0:0.00} MB"));
    await CompareAsync("prepared", () => SendAsync(path), "SkiaSharp straight", () =>
    {
        using SKBitmap decoded = SKBitmap.Decode(File.ReadAllBytes(path));
        using SKBitmap? scaled = result.Sent == result.Original ? null : decoded.Resize(new SKImageInfo(result.Sent.Width, result.Sent.Height), new SKSamplingOptions(SKFilterMode.Linear));
        using SKData encoded = (scaled ?? decoded).Encode(SKEncodedImageFormat.Jpeg, result.Quality!.Value);
        encoded.SaveTo(Stream.Null);
        return Task.CompletedTask;
    });
}

Task CompareUntouchedAsync(string what, string path)
{
    Console.WriteLine(FormattableString.Invariant($"{what}: {new FileInfo(path).Length / 1024.0:0} KB"));
    return CompareAsync("looked at and streamed", () => SendAsync(path), "File.ReadAllBytes", async () => await Stream.Null.WriteAsync(await Task.Run(() => File.ReadAllBytes(path))));
}

async Task SendAsync(string path)
{
    using PreparedPicture picture = await Task.Run(() => Preparation.PrepareAsync(PictureSource.FromFile(path), new RequestScope(new CallCount(null, 0), new NoLog(), CancellationToken.None)));
    await picture.Content.WriteToAsync(Stream.Null, CancellationToken.None);
}

static async Task CompareAsync(string mine, Func<Task> measured, string theirs, Func<Task> peer)
{
    List<double> times = [], peerTimes = [], ratios = [];
    for (int round = 0; round < Rounds + 3; round++)
    {
        (double time, double peerTime) = (await TimeAsync(measured), await TimeAsync(peer));
        if (round >= 3)
        {
            times.Add(time);
            peerTimes.Add(peerTime);
            ratios.Add(time / peerTime);
        }
    }

    Console.WriteLine(FormattableString.Invariant($"  {mine} {Median(times):0.00} ms, {theirs} {Median(peerTimes):0.00} ms, ratio {Median(ratios):0.00}"));
}

static async Task<double> TimeAsync(Func<Task> work)
{
    GC.Collect();
    long start = Stopwatch.GetTimestamp();
    await work();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static double Median(List<double> values)
{
    values.Sort();
    return values[values.Count / 2];
}

internal sealed class NoLog : IRequestLog
{
    public void Verbose(string message)
    {
    }

    public void Debug(string message)
    {
    }
}
