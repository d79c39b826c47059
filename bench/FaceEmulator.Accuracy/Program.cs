using System.Diagnostics;
using FaceEmulator.Accuracy;
using FaceEmulator.Vision;
using SkiaSharp;

// FaceEmulator.Accuracy ROOT [recognition]: ROOT is the checkout; ../shared/photos beside it is used where it is there.
string root = args.Length > 0 ? args[0] : ".";
string? shared = new[] { Path.GetFullPath(Path.Combine(root, "..", "shared", "photos")) }.FirstOrDefault(Directory.Exists);
using FaceAnalyzer analyzer = FaceAnalyzer.Load(Path.Combine(root, "out", "FaceEmulator", "models"));

if (args.Contains("recognition"))
{
    // The photos of groups came with a network's package; the build put them there, and they are not part of this repository.
    string[] named = [Path.Combine(root, "samples", "astronaut.png"), .. (shared is null ? (string[])[] : Directory.GetFiles(shared, "person-*")).Order(StringComparer.Ordinal)];
    string demo = Path.Combine(root, "src", "FaceEmulator", "models", "node_modules", "@vladmandic", "face-api", "demo");
    Recognition.Run(analyzer, named, Directory.Exists(demo) ? [.. Directory.GetFiles(demo, "sample*.jpg").Order(StringComparer.Ordinal)] : (string[])[]);
    return;
}

List<Photo> photos = [];
foreach (string path in (string[])[Path.Combine(root, "samples", "astronaut.png"), .. (shared is null ? (string[])[] : Directory.GetFiles(shared, "person-*")).Order(StringComparer.Ordinal)])
{
    // The place of a face in an unchanged photo is what the emulator says: it was looked at, and is the measure of the changed ones.
    using var picture = Picture.Decode(File.ReadAllBytes(path));
    IReadOnlyList<AnalyzedFace> faces = analyzer.Analyze(picture, default);
    if (faces.Count != 1)
    {
        Console.WriteLine($"{Path.GetFileName(path)}: {faces.Count} faces instead of one.");
        continue;
    }

    FaceBox box = faces[0].Box;
    photos.Add(new Photo(Path.GetFileName(path), SKBitmap.Decode(path), SKRect.Create(box.Left, box.Top, box.Width, box.Height)));
}

List<SKBitmap> faceless = [.. ((string[])["chelsea.png", "coffee.png", "rocket.jpg"]).Select(name => SKBitmap.Decode(Path.Combine(root, "samples", name)))];
Dictionary<string, Tally> tallies = [];
foreach (Trial trial in HarderSet.WithFaces(photos, faceless).Concat(HarderSet.WithoutFaces(faceless)))
{
    using (trial)
    using (SKData data = trial.Bitmap.Encode(SKEncodedImageFormat.Png, 100))
    using (var picture = Picture.Decode(data.ToArray()))
    {
        if (!tallies.TryGetValue(trial.Kind, out Tally? tally))
        {
            tallies[trial.Kind] = tally = new Tally();
        }

        IReadOnlyList<AnalyzedFace> found = analyzer.Analyze(picture, default);
        tally.Count(trial, found);
    }
}

Console.WriteLine($"{photos.Count} photos with one face each, {faceless.Count} without");
Console.WriteLine("| kind | pictures | faces | found | false |");
Console.WriteLine("|---|---|---|---|---|");
foreach ((string kind, Tally tally) in tallies)
{
    Console.WriteLine($"| {kind} | {tally.Pictures} | {tally.Faces} | {tally.Found} | {tally.False} |");
}

Console.WriteLine($"| all | {tallies.Values.Sum(t => t.Pictures)} | {tallies.Values.Sum(t => t.Faces)} | {tallies.Values.Sum(t => t.Found)} | {tallies.Values.Sum(t => t.False)} |");

// 2 megapixels: decoding from JPEG included.
using Trial big = HarderSet.WithFaces(photos, faceless).Last();
byte[] jpeg = big.Bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
List<double> times = [];
for (int i = 0; i < 25; i++)
{
    long start = Stopwatch.GetTimestamp();
    using var picture = Picture.Decode(jpeg);
    analyzer.Analyze(picture, default);
    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
}

times.Sort();
Console.WriteLine($"1920 x 1080 with {big.Faces.Count} faces: median {times[times.Count / 2]:0} ms of {times.Count}, from {times[0]:0} to {times[^1]:0}; peak memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB");
