using System.Text.Json;
using static FaceEmulator.Tests.Recognition.CollectionClient;

namespace FaceEmulator.Tests.Recognition;

/// <summary>Person groups of both kinds, by their wire.</summary>
public sealed class PersonGroupTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    public static TheoryData<string, string> Kinds => new() { { "largepersongroups", "LargePersonGroup" }, { "persongroups", "PersonGroup" } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_person_is_found_after_the_training_and_not_before(string path, string name)
    {
        string group = NewId(), idName = char.ToLowerInvariant(name[0]) + name[1..] + "Id";
        Assert.Equal(200, (await Send(HttpMethod.Put, $"{path}/{group}", new { name = "crew", userData = "x", recognitionModel = "recognition_04" })).Status);
        Assert.Equal((409, name + "Exists"), Code(await Send(HttpMethod.Put, $"{path}/{group}", new { name = "crew" })));
        string person = (await Send(HttpMethod.Post, $"{path}/{group}/persons", new { name = "Eileen" })).Answer.GetProperty("personId").GetString()!;
        string face = await emulator.FaceIdAsync();
        var identify = new Dictionary<string, object> { ["faceIds"] = new[] { face }, [idName] = group };
        Assert.Equal((400, name + "NotTrained"), Code(await Send(HttpMethod.Post, "identify", identify)));
        Assert.Equal((404, name + "NotTrained"), Code(await Send(HttpMethod.Get, $"{path}/{group}/training")));
        string persisted = await emulator.AddFaceAsync($"{path}/{group}/persons/{person}");
        Assert.Equal("succeeded", await emulator.TrainAsync($"{path}/{group}"));
        JsonElement candidate = (await Send(HttpMethod.Post, "identify", identify)).Answer[0].GetProperty("candidates")[0];
        Assert.Equal(person, candidate.GetProperty("personId").GetString());
        Assert.True(candidate.GetProperty("confidence").GetDouble() > 0.99);
        var verify = new Dictionary<string, object> { ["faceId"] = face, [idName] = group, ["personId"] = person };
        Assert.True((await Send(HttpMethod.Post, "verify", verify)).Answer.GetProperty("isIdentical").GetBoolean());
        Assert.Equal(200, (await Send(HttpMethod.Delete, $"{path}/{group}/persons/{person}/persistedfaces/{persisted}")).Status);
        Assert.Equal((404, "PersistedFaceNotFound"), Code(await Send(HttpMethod.Post, "verify", verify)));
        Assert.Equal(0, (await Send(HttpMethod.Post, "identify", identify)).Answer[0].GetProperty("candidates").GetArrayLength());
        Assert.Equal(200, (await Send(HttpMethod.Delete, $"{path}/{group}")).Status);
        Assert.Equal((404, name + "NotFound"), Code(await Send(HttpMethod.Get, $"{path}/{group}")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_written_is_read_and_changed(string path, string name)
    {
        string group = NewId();
        await Send(HttpMethod.Put, $"{path}/{group}", new { name = "crew", recognitionModel = "recognition_03" });
        await Send(HttpMethod.Patch, $"{path}/{group}", new { userData = "changed" });
        JsonElement read = (await Send(HttpMethod.Get, $"{path}/{group}?returnRecognitionModel=true")).Answer;
        Assert.Equal(("crew", "changed", "recognition_03"), (read.GetProperty("name").GetString(), read.GetProperty("userData").GetString(), read.GetProperty("recognitionModel").GetString()));
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Patch, $"{path}/{group}", new { })));
        string person = (await Send(HttpMethod.Post, $"{path}/{group}/persons", new { name = "Ada", userData = "1" })).Answer.GetProperty("personId").GetString()!;
        await Send(HttpMethod.Patch, $"{path}/{group}/persons/{person}", new { name = "Ada L." });
        Assert.Equal("Ada L.", (await Send(HttpMethod.Get, $"{path}/{group}/persons/{person}")).Answer.GetProperty("name").GetString());
        string face = await emulator.AddFaceAsync($"{path}/{group}/persons/{person}", "?userData=first");
        await Send(HttpMethod.Patch, $"{path}/{group}/persons/{person}/persistedfaces/{face}", new { userData = "second" });
        Assert.Equal("second", (await Send(HttpMethod.Get, $"{path}/{group}/persons/{person}/persistedfaces/{face}")).Answer.GetProperty("userData").GetString());
        await Send(HttpMethod.Patch, $"{path}/{group}/persons/{person}/persistedfaces/{face}", new { other = "x" });
        Assert.Equal("second", (await Send(HttpMethod.Get, $"{path}/{group}/persons/{person}/persistedfaces/{face}")).Answer.GetProperty("userData").GetString());
        await Send(HttpMethod.Patch, $"{path}/{group}/persons/{person}/persistedfaces/{face}", new { userData = string.Empty });
        Assert.Equal(string.Empty, (await Send(HttpMethod.Get, $"{path}/{group}/persons/{person}/persistedfaces/{face}")).Answer.GetProperty("userData").GetString());
        Assert.Equal((404, name + "NotFound"), Code(await Send(HttpMethod.Get, $"{path}/nowhere/persons")));
        Assert.Equal((404, "PersonNotFound"), Code(await Send(HttpMethod.Get, $"{path}/{group}/persons/{Guid.NewGuid()}")));
        Assert.Equal((404, "PersistedFaceNotFound"), Code(await Send(HttpMethod.Get, $"{path}/{group}/persons/{person}/persistedfaces/{Guid.NewGuid()}")));
        Assert.Equal(200, (await Send(HttpMethod.Delete, $"{path}/{group}/persons/{person}")).Status);
    }

    [Fact]
    public async Task Lists_come_in_pages_after_the_last_id()
    {
        string group = NewId();
        await Send(HttpMethod.Put, $"largepersongroups/{group}", new { name = "crew" });
        for (int i = 0; i < 7; i++)
        {
            await Send(HttpMethod.Post, $"largepersongroups/{group}/persons", new { name = $"p{i}" });
        }

        List<string> ids = [];
        string start = string.Empty;
        JsonElement page;
        do
        {
            page = (await Send(HttpMethod.Get, $"largepersongroups/{group}/persons?top=3&start={start}")).Answer;
            ids.AddRange(page.EnumerateArray().Select(person => person.GetProperty("personId").GetString()!));
            start = ids[^1];
        }
        while (page.GetArrayLength() == 3);
        Assert.Equal(7, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Get, "largepersongroups?top=1001")));
    }

    [Fact]
    public async Task A_training_without_a_face_fails_and_says_why()
    {
        string group = NewId();
        await Send(HttpMethod.Put, $"largepersongroups/{group}", new { name = "crew" });
        Assert.Equal("failed", await emulator.TrainAsync($"largepersongroups/{group}"));
        Assert.Contains("no person with a face", (await Send(HttpMethod.Get, $"largepersongroups/{group}/training")).Answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_made_is_refused()
    {
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Put, "largepersongroups/Crew", new { name = "crew" })));
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Put, $"largepersongroups/{NewId()}", new { })));
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Put, $"largepersongroups/{NewId()}", new { name = new string('x', 129) })));
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Put, $"largepersongroups/{NewId()}", new { name = "x", recognitionModel = "recognition_9" })));
        Assert.Equal((400, "PersonGroupIdAndLargePersonGroupIdBothNull"), Code(await Send(HttpMethod.Post, "identify", new { faceIds = new[] { Guid.NewGuid() } })));
        string group = NewId();
        await Send(HttpMethod.Put, $"largepersongroups/{group}", new { name = "crew" });
        string person = (await Send(HttpMethod.Post, $"largepersongroups/{group}/persons", new { name = "Nobody" })).Answer.GetProperty("personId").GetString()!;
        Assert.Equal((400, "InvalidImage"), Code(await emulator.PostPictureAsync($"largepersongroups/{group}/persons/{person}/persistedfaces", "coffee.png")));
        Assert.Equal((400, "InvalidImage"), Code(await emulator.PostPictureAsync($"largepersongroups/{group}/persons/{person}/persistedfaces?targetFace=0,0,20,20", "astronaut.png")));
        Assert.Equal((400, "BadArgument"), Code(await emulator.PostPictureAsync($"largepersongroups/{group}/persons/{person}/persistedfaces?targetFace=1,2", "astronaut.png")));
    }

    private Task<(int Status, JsonElement Answer)> Send(HttpMethod method, string path, object? body = null) => emulator.SendAsync(method, path, body);
}
