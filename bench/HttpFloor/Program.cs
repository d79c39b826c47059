using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

// HttpFloor ENDPOINT KEY LIST WIDTH: posts the pictures with HttpClient alone, no retry, no parsing: what the HTTP stack costs.
string[] pictures = File.ReadAllLines(args[2]);
using var client = new HttpClient { BaseAddress = new Uri(args[0]) };
client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", args[1]);
for (int i = 0; i < 500; i++)
{
    await PostAsync(pictures[0]);
}

await client.PutAsync("/emulator/faults", new StringContent(Environment.GetEnvironmentVariable("FACE_BENCH_FAULTS") ?? "{}", MediaTypeHeaderValue.Parse("application/json")));

var process = Process.GetCurrentProcess();
TimeSpan before = process.TotalProcessorTime;
long start = Stopwatch.GetTimestamp();
int answered = 0;
await Parallel.ForEachAsync(pictures, new ParallelOptions { MaxDegreeOfParallelism = int.Parse(args[3], CultureInfo.InvariantCulture) }, async (picture, _) =>
{
    if (await PostAsync(picture))
    {
        Interlocked.Increment(ref answered);
    }
});
double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
process.Refresh();
Console.WriteLine(FormattableString.Invariant($$"""{"answered":{{answered}},"seconds":{{seconds}},"cpu":{{(process.TotalProcessorTime - before).TotalMilliseconds}},"memory":{{process.PeakWorkingSet64 / 1048576.0}}}"""));

async Task<bool> PostAsync(string picture)
{
    using var content = new ByteArrayContent(await File.ReadAllBytesAsync(picture));
    content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    using HttpResponseMessage response = await client.PostAsync("/face/v1.2/detect?detectionModel=detection_03&recognitionModel=recognition_04&returnFaceId=false", content);
    await response.Content.ReadAsByteArrayAsync();
    return response.IsSuccessStatusCode;
}
