using System.Text.Json;
using static FaceEmulator.Tests.Recognition.CollectionClient;

namespace FaceEmulator.Tests.Recognition;

/// <summary>What may be done while a training runs: here it never ends.</summary>
public sealed class TrainingTests : IAsyncLifetime
{
    private readonly EmulatorFixture _emulator = new(trainingTime: TimeSpan.FromHours(1));
    private readonly string _list = NewId();

    public async Task InitializeAsync()
    {
        await _emulator.InitializeAsync();
        await Send(HttpMethod.Put, $"largefacelists/{_list}", new { name = "x", recognitionModel = "recognition_04" });
    }

    public Task DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task It_says_that_it_runs_and_nothing_is_changed_meanwhile()
    {
        string face = await _emulator.AddFaceAsync($"largefacelists/{_list}");
        Assert.Equal(202, (await Send(HttpMethod.Post, $"largefacelists/{_list}/train")).Status);
        JsonElement training = (await Send(HttpMethod.Get, $"largefacelists/{_list}/training")).Answer;
        Assert.Equal("running", training.GetProperty("status").GetString());
        Assert.True(training.GetProperty("createdDateTime").GetDateTime() <= DateTime.UtcNow);
        (HttpMethod Method, string Path, object? Body)[] changes =
        [
            (HttpMethod.Post, "/train", null), (HttpMethod.Patch, string.Empty, new { name = "y" }), (HttpMethod.Delete, string.Empty, null),
            (HttpMethod.Patch, $"/persistedfaces/{face}", new { userData = "y" }), (HttpMethod.Delete, $"/persistedfaces/{face}", null),
        ];
        foreach ((HttpMethod method, string path, object? body) in changes)
        {
            Assert.Equal((409, "LargeFaceListTrainingNotFinished"), Code(await Send(method, $"largefacelists/{_list}{path}", body)));
        }

        Assert.Equal((409, "LargeFaceListTrainingNotFinished"), Code(await _emulator.PostPictureAsync($"largefacelists/{_list}/persistedfaces")));
        Assert.Equal(200, (await Send(HttpMethod.Get, $"largefacelists/{_list}/persistedfaces/{face}")).Status);
    }

    [Theory]
    [InlineData("findsimilars", "largefacelists", "LargeFaceList")]
    [InlineData("identify", "largepersongroups", "LargePersonGroup")]
    [InlineData("identify", "persongroups", "PersonGroup")]
    public async Task A_search_before_the_first_training_is_over_is_refused(string operation, string path, string name)
    {
        string id = NewId(), face = await _emulator.FaceIdAsync();
        await Send(HttpMethod.Put, $"{path}/{id}", new { name = "x", recognitionModel = "recognition_04" });
        await Send(HttpMethod.Post, $"{path}/{id}/train");
        var body = new Dictionary<string, object> { ["faceId"] = face, ["faceIds"] = new[] { face }, [char.ToLowerInvariant(name[0]) + name[1..] + "Id"] = id };
        body.Remove(operation == "identify" ? "faceId" : "faceIds");
        Assert.Equal((409, name + "TrainingNotFinished"), Code(await Send(HttpMethod.Post, operation, body)));
    }

    private Task<(int Status, JsonElement Answer)> Send(HttpMethod method, string path, object? body = null) => _emulator.SendAsync(method, path, body);
}
