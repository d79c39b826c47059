using System.Net.Http.Headers;
using System.Text.Json;
using FaceEmulator.Vision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FaceEmulator.Tests;

/// <summary>The emulator on a port of its own, and a client that has its key.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public const string Key = "tests-0123456789abcdef0123456789";

    private readonly FaceAnalyzer _analyzer = FaceAnalyzer.Load(Models);
    private readonly WebApplication _app;

    public EmulatorFixture()
        : this(limitedAccess: false)
    {
    }

    internal EmulatorFixture(bool limitedAccess = false, FaceEmulator.Faults.FaultPlan? faults = null, TimeSpan trainingTime = default, string? dataFolder = null, TimeProvider? time = null)
    {
        _app = EmulatorApp.Build(new EmulatorOptions { Port = 0, Key = Key, LimitedAccess = limitedAccess, Faults = faults ?? new(), TrainingTime = trainingTime, DataFolder = dataFolder, Time = time ?? TimeProvider.System }, _analyzer);
        Client = new HttpClient();
        Client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", Key);
    }

    public static string Root => Checkout.Root;

    public static string Models { get; } = Path.Combine(Root, "out", "FaceEmulator", "models");

    public HttpClient Client { get; }

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Root, "samples", name));

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _analyzer.Dispose();
    }

    public async Task<(int Status, string Body)> DetectAsync(byte[] picture, string query = "returnFaceId=false", string type = "application/octet-stream")
    {
        using var content = new ByteArrayContent(picture);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using HttpResponseMessage response = await Client.PostAsync("/face/v1.2/detect?" + query, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Any other operation; the answer is undefined where the service answers nothing.</summary>
    public async Task<(int Status, JsonElement Answer)> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, "/face/v1.2/" + path) { Content = content };
        using HttpResponseMessage response = await Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>An id of the astronaut's face.</summary>
    public async Task<string> FaceIdAsync(string recognitionModel = "recognition_04")
    {
        (_, string body) = await DetectAsync(Sample("astronaut.png"), "returnFaceId=true&recognitionModel=" + recognitionModel);
        using var json = JsonDocument.Parse(body);
        return json.RootElement[0].GetProperty("faceId").GetString()!;
    }
}
