using System.Diagnostics;
using System.Globalization;
using SkiaSharp;

// SkiaFloor FOLDER COUNT WIDTH OUTPUT: decodes and encodes each of COUNT JPEGs in turn, with the same options as the module, and does
// nothing else: what the pixels cost. Prints pictures a second.
string[] pictures = Directory.GetFiles(args[0], "*.jpg");
int count = int.Parse(args[1], CultureInfo.InvariantCulture);
var width = new ParallelOptions { MaxDegreeOfParallelism = int.Parse(args[2], CultureInfo.InvariantCulture) };
Directory.CreateDirectory(args[3]);
Parallel.For(0, 4, width, Copy);
long start = Stopwatch.GetTimestamp();
Parallel.For(0, count, width, Copy);
Console.WriteLine((count / Stopwatch.GetElapsedTime(start).TotalSeconds).ToString("0.00", CultureInfo.InvariantCulture));

void Copy(int i)
{
    using SKBitmap bitmap = SKBitmap.Decode(File.ReadAllBytes(pictures[i % pictures.Length]));
    using SKPixmap pixels = bitmap.PeekPixels();
    using SKData encoded = pixels.Encode(new SKJpegEncoderOptions(95, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore));
    using FileStream file = File.Create(Path.Combine(args[3], $"{i}.jpg"));
    encoded.SaveTo(file);
}
