using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace FaceEmulator.Tests.Recognition;

/// <summary>The calls that tests of collections have in common.</summary>
internal static class CollectionClient
{
    public static string NewId() => "c" + Guid.NewGuid().ToString("n");

    public static (int Status, string Code) Code((int Status, JsonElement Answer) response) => (response.Status, response.Answer.GetProperty("error").GetProperty("code").GetString()!);

    public static string Message((int Status, JsonElement Answer) response) => response.Answer.GetProperty("error").GetProperty("message").GetString()!;

    public static Task<(int Status, JsonElement Answer)> SendAsync(this EmulatorFixture emulator, HttpMethod method, string path, object? body = null) =>
        emulator.SendAsync(method, path, body is null ? null : JsonContent.Create(body));

    public static Task<(int Status, JsonElement Answer)> PostPictureAsync(this EmulatorFixture emulator, string path, string sample = "astronaut.png")
    {
        var content = new ByteArrayContent(EmulatorFixture.Sample(sample));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return emulator.SendAsync(HttpMethod.Post, path, content);
    }

    /// <summary>Adds the astronaut's face; the id that it got.</summary>
    public static async Task<string> AddFaceAsync(this EmulatorFixture emulator, string parent, string query = "") =>
        (await emulator.PostPictureAsync($"{parent}/persistedfaces{query}")).Answer.GetProperty("persistedFaceId").GetString()!;

    /// <summary>Trains, and says how it ended.</summary>
    public static async Task<string> TrainAsync(this EmulatorFixture emulator, string collection)
    {
        using HttpResponseMessage response = await emulator.Client.PostAsync($"/face/v1.2/{collection}/train", null);
        Assert.Equal(202, (int)response.StatusCode);
        var training = new Uri(response.Headers.GetValues("operation-location").Single());
        string status;
        do
        {
            status = (await emulator.Client.GetFromJsonAsync<JsonElement>(training)).GetProperty("status").GetString()!;
        }
        while (status == "running");
        return status;
    }
}
