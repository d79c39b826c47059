using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace FaceEmulator.Tests;

/// <summary>The program is killed while it is written to from several tasks: what it had acknowledged is there when it starts again.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rounds = 4, Writers = 6;

    /// <summary>A round takes two seconds; it is over in any case when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ConcurrentQueue<(string Path, string Property, string Value)> _acknowledged = new();

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task What_was_acknowledged_outlives_a_kill()
    {
        var random = new Random(5);
        for (int round = 0; round < Rounds; round++)
        {
            int before = _acknowledged.Count;
            await using Running emulator = await StartAsync();
            await AssertAllThereAsync(emulator.Client);
            Task[] writers = [.. Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(emulator.Client, $"r{round}-w{writer}")))];

            // Not before something was written, and then at any moment.
            await WrittenAsync(before + 40, writers);
            await Task.Delay(random.Next(0, 60));
            await emulator.KillAsync();
            await Task.WhenAll(writers).WaitAsync(Patience);
        }

        await using Running last = await StartAsync();
        await AssertAllThereAsync(last.Client);
    }

    /// <summary>Waits until so much was acknowledged; a writer that ends before the kill has failed, and says at what.</summary>
    private async Task WrittenAsync(int count, Task[] writers)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (_acknowledged.Count < count)
        {
            if (await Task.WhenAny([.. writers, Task.Delay(5, deadline.Token)]) is var ended && (writers.Contains(ended) || ended.IsCanceled))
            {
                await ended;
                Assert.Fail($"A writer ended while the emulator ran; {_acknowledged.Count} of {count} were acknowledged.");
            }
        }
    }

    private async Task<Running> StartAsync()
    {
        Process emulator = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(EmulatorFixture.Root, "out", "FaceEmulator", "FaceEmulator.dll"), "--port", "0", "--key", EmulatorFixture.Key, "--data", _folder]) { RedirectStandardOutput = true })!;
        var running = new Running(emulator, new HttpClient());
        try
        {
            string ready = await emulator.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The emulator did not start.");
            running.Client.BaseAddress = new Uri(ready.Split(' ')[^1] + "/face/v1.2/");
            running.Client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", EmulatorFixture.Key);
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes until the emulator is gone, and notes what it acknowledged.</summary>
    private async Task WriteAsync(HttpClient client, string name)
    {
        byte[] picture = EmulatorFixture.Sample("astronaut.png");
        try
        {
            for (int i = 0; ; i++)
            {
                string group = $"largepersongroups/{name}-{i}", list = $"{(i % 2 == 0 ? "largefacelists" : "facelists")}/{name}-{i}";
                await SendAsync(client, HttpMethod.Put, group, JsonContent.Create(new { name = "g" }));
                _acknowledged.Enqueue((group, "name", "g"));
                string person = $"{group}/persons/{await SendAsync(client, HttpMethod.Post, group + "/persons", JsonContent.Create(new { name = "p" }), "personId")}";
                _acknowledged.Enqueue((person, "name", "p"));
                for (int face = 0; face < 3; face++)
                {
                    _acknowledged.Enqueue(($"{person}/persistedfaces/{await AddFaceAsync(person)}", "userData", "f"));
                }

                if (await SendOrRefusedAsync(client, list))
                {
                    _acknowledged.Enqueue((list, "name", "l"));
                    string added = await AddFaceAsync(list);
                    _acknowledged.Enqueue(i % 2 == 0 ? ($"{list}/persistedfaces/{added}", "userData", "f") : (list, "persistedFaces", added));
                }

                await SendAsync(client, HttpMethod.Post, group + "/train", null);
                _acknowledged.Enqueue((group + "/training", "status", "succeeded"));
                await SendAsync(client, HttpMethod.Patch, person, JsonContent.Create(new { userData = "later" }));
                _acknowledged.Enqueue((person, "userData", "later"));
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The kill: this call was not acknowledged.
        }

        async Task<string> AddFaceAsync(string parent)
        {
            var content = new ByteArrayContent(picture);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            return await SendAsync(client, HttpMethod.Post, parent + "/persistedfaces?userData=f", content, "persistedFaceId");
        }
    }

    /// <summary>There may be 64 small lists: the emulator may say that there are.</summary>
    private static async Task<bool> SendOrRefusedAsync(HttpClient client, string list)
    {
        using HttpResponseMessage response = await client.PutAsync(list, JsonContent.Create(new { name = "l" }));
        return response.IsSuccessStatusCode ? true : (int)response.StatusCode == 403 ? false : throw new InvalidOperationException($"{list}: {(int)response.StatusCode}");
    }

    private static async Task<string> SendAsync(HttpClient client, HttpMethod method, string path, HttpContent? content, string? property = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using HttpResponseMessage response = await client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {text}");
        return property is null ? text : JsonDocument.Parse(text).RootElement.GetProperty(property).GetString()!;
    }

    private async Task AssertAllThereAsync(HttpClient client)
    {
        foreach ((string path, string property, string value) in _acknowledged)
        {
            JsonElement found = JsonDocument.Parse(await SendAsync(client, HttpMethod.Get, path, null)).RootElement.GetProperty(property);
            Assert.Contains(value, found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().Select(face => face.GetProperty("persistedFaceId").GetString()!) : [found.GetString()!]);
        }
    }

    /// <summary>The emulator as a process, which ends with the test, however that ends.</summary>
    private sealed record Running(Process Emulator, HttpClient Client) : IAsyncDisposable
    {
        public async Task KillAsync()
        {
            Emulator.Kill();
            await Emulator.WaitForExitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await KillAsync();
            Emulator.Dispose();
            Client.Dispose();
        }
    }
}
