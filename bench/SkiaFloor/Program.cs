using System.Diagnostics;
using System.Globalization;
using SkiaSharp;

// SkiaFloor FOLDER COUNT WIDTH OUTPUT: decodes and encodes each of COUNT JPEGs in turn, with the same options as the module, and does
// nothing else: what the pixels cost. Prints pictures a second, and the processor's milliseconds a picture.
string[] pictures = Directory.GetFiles(args[0], "*.jpg");
int count = int.Parse(args[1], CultureInfo.InvariantCulture);
var width = new ParallelOptions { MaxDegreeOfParallelism = int.Parse(args[2], CultureInfo.InvariantCulture) };
Directory.CreateDirectory(args[3]);
Parallel.For(0, 4, width, Copy);
var process = Process.GetCurrentProcess();
TimeSpan before = process.TotalProcessorTime;
long start = Stopwatch.GetTimestamp();
Parallel.For(0, count, width, Copy);
double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
process.Refresh();
Console.WriteLine(FormattableString.Invariant($"{count / seconds:0.00} {(process.TotalProcessorTime - before).TotalMilliseconds / count:0.00}"));

void Copy(int i)
{
    using SKBitmap bitmap = SKBitmap.Decode(File.ReadAllBytes(pictures[i % pictures.Length])) ?? throw new InvalidDataException("No JPEG.");
    using SKPixmap pixels = bitmap.PeekPixels();
    using SKData encoded = pixels.Encode(new SKJpegEncoderOptions(95, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore)) ?? throw new InvalidDataException("No memory.");
    using FileStream file = File.Create(Path.Combine(args[3], $"{i}.jpg"));
    encoded.SaveTo(file);
}
