using FaceEmulator.Vision;

var analyzer = FaceAnalyzer.Load(Path.Combine(AppContext.BaseDirectory, "models"));
foreach (string file in args)
{
    long start = System.Diagnostics.Stopwatch.GetTimestamp();
    using Picture picture = Picture.Decode(File.ReadAllBytes(file));
    Console.WriteLine($"{file} {picture.Width}x{picture.Height}");
    foreach (AnalyzedFace face in analyzer.Analyze(picture, default))
    {
        Console.WriteLine($"  {face.Box} {face.Score:0.00} {face.MeshScore:0.00} {face.Pose} {face.Quality} {face.QualityForRecognition}");
    }

    Console.WriteLine($"  {System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
}
