using System.Text.Json;
using static FaceEmulator.Tests.Recognition.CollectionClient;

namespace FaceEmulator.Tests.Recognition;

/// <summary>Face lists of both kinds, by their wire.</summary>
public sealed class FaceListTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    public static TheoryData<string, string> Kinds => new() { { "largefacelists", "LargeFaceList" }, { "facelists", "FaceList" } };

    [Fact]
    public async Task A_face_of_a_list_is_found_at_once()
    {
        string list = await NewListAsync("facelists");
        string persisted = await emulator.AddFaceAsync($"facelists/{list}", "?userData=first&detectionModel=detection_03");
        string face = await emulator.FaceIdAsync();
        JsonElement found = (await FindAsync(face, "faceListId", list)).Answer;
        Assert.Equal((1, persisted), (found.GetArrayLength(), found[0].GetProperty("persistedFaceId").GetString()));
        Assert.False(found[0].TryGetProperty("faceId", out _));
        string second = await emulator.AddFaceAsync($"facelists/{list}");
        Assert.Equal(2, (await FindAsync(face, "faceListId", list)).Answer.GetArrayLength());
        Assert.Equal(1, (await Send(HttpMethod.Post, "findsimilars", new { faceId = face, faceListId = list, maxNumOfCandidatesReturned = 1 })).Answer.GetArrayLength());
        await Send(HttpMethod.Delete, $"facelists/{list}/persistedfaces/{persisted}");
        Assert.Equal(second, (await FindAsync(face, "faceListId", list)).Answer[0].GetProperty("persistedFaceId").GetString());
    }

    [Fact]
    public async Task An_empty_list_is_not_ready()
    {
        (int Status, JsonElement Answer) refused = await FindAsync(await emulator.FaceIdAsync(), "faceListId", await NewListAsync("facelists"));
        Assert.Equal((400, "FaceListNotReady"), Code(refused));
        Assert.Equal("Face list is empty.", Message(refused));
    }

    [Fact]
    public async Task A_list_tells_its_faces_and_a_large_one_does_not()
    {
        string small = await NewListAsync("facelists"), large = await NewListAsync("largefacelists");
        string face = await emulator.AddFaceAsync($"facelists/{small}", "?userData=x");
        await emulator.AddFaceAsync($"largefacelists/{large}");
        JsonElement told = (await Send(HttpMethod.Get, $"facelists/{small}")).Answer.GetProperty("persistedFaces")[0];
        Assert.Equal((face, "x"), (told.GetProperty("persistedFaceId").GetString(), told.GetProperty("userData").GetString()));
        Assert.False((await Send(HttpMethod.Get, $"largefacelists/{large}")).Answer.TryGetProperty("persistedFaces", out _));
        JsonElement listed = (await Send(HttpMethod.Get, "facelists")).Answer.EnumerateArray().Single(list => list.GetProperty("faceListId").GetString() == small);
        Assert.False(listed.TryGetProperty("persistedFaces", out _));
    }

    [Fact]
    public async Task A_face_of_a_large_list_is_found_after_the_training_and_not_before()
    {
        string list = await NewListAsync("largefacelists"), face = await emulator.FaceIdAsync();
        string persisted = await emulator.AddFaceAsync($"largefacelists/{list}");
        Assert.Equal((400, "LargeFaceListNotTrained"), Code(await FindAsync(face, "largeFaceListId", list)));
        Assert.Equal((404, "LargeFaceListNotTrained"), Code(await Send(HttpMethod.Get, $"largefacelists/{list}/training")));
        Assert.Equal("succeeded", await emulator.TrainAsync($"largefacelists/{list}"));
        Assert.Equal(persisted, (await FindAsync(face, "largeFaceListId", list)).Answer[0].GetProperty("persistedFaceId").GetString());
        string later = await emulator.AddFaceAsync($"largefacelists/{list}");
        Assert.Equal(1, (await FindAsync(face, "largeFaceListId", list)).Answer.GetArrayLength());
        await emulator.TrainAsync($"largefacelists/{list}");
        Assert.Equal(2, (await FindAsync(face, "largeFaceListId", list)).Answer.GetArrayLength());
        await Send(HttpMethod.Delete, $"largefacelists/{list}/persistedfaces/{persisted}");
        Assert.Equal(later, (await FindAsync(face, "largeFaceListId", list)).Answer[0].GetProperty("persistedFaceId").GetString());
    }

    [Fact]
    public async Task A_training_without_a_face_fails_and_says_why()
    {
        string list = await NewListAsync("largefacelists");
        Assert.Equal("failed", await emulator.TrainAsync($"largefacelists/{list}"));
        JsonElement training = (await Send(HttpMethod.Get, $"largefacelists/{list}/training")).Answer;
        Assert.Equal("There is no face in the list.", training.GetProperty("message").GetString());
        Assert.Equal(default, training.GetProperty("lastSuccessfulTrainingDateTime").GetDateTimeOffset());
        Assert.Equal((400, "LargeFaceListNotTrained"), Code(await FindAsync(await emulator.FaceIdAsync(), "largeFaceListId", list)));
    }

    [Fact]
    public async Task Faces_of_a_large_list_are_read_changed_and_come_in_pages()
    {
        string list = await NewListAsync("largefacelists");
        for (int i = 0; i < 5; i++)
        {
            await emulator.AddFaceAsync($"largefacelists/{list}", $"?userData={i}");
        }

        string[] all = await IdsAsync(string.Empty);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Equal(all[..2], await IdsAsync("?top=2"));
        Assert.Equal(all[2..4], await IdsAsync($"?top=2&start={all[1]}"));
        string face = $"largefacelists/{list}/persistedfaces/{all[0]}";
        Assert.Equal(200, (await Send(HttpMethod.Patch, face, new { userData = "changed" })).Status);
        Assert.Equal("changed", (await Send(HttpMethod.Get, face)).Answer.GetProperty("userData").GetString());
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Patch, face, new { })));
        Assert.Equal("changed", (await Send(HttpMethod.Get, face)).Answer.GetProperty("userData").GetString());
        Assert.Equal(200, (await Send(HttpMethod.Delete, face)).Status);
        (int Status, JsonElement Answer) gone = await Send(HttpMethod.Get, face);
        Assert.Equal((404, "PersistedFaceNotFound"), Code(gone));
        Assert.Equal($"Large Face List Face {all[0]} is not found.", Message(gone));

        async Task<string[]> IdsAsync(string query) => [.. (await Send(HttpMethod.Get, $"largefacelists/{list}/persistedfaces{query}")).Answer.EnumerateArray().Select(item => item.GetProperty("persistedFaceId").GetString()!)];
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_written_is_read_changed_and_deleted(string path, string name)
    {
        string list = await NewListAsync(path), idName = char.ToLowerInvariant(name[0]) + name[1..] + "Id";
        Assert.Equal((409, name + "Exists"), Code(await Send(HttpMethod.Put, $"{path}/{list}", new { name = "again" })));
        Assert.Equal(200, (await Send(HttpMethod.Patch, $"{path}/{list}", new { name = "new", userData = "x" })).Status);
        JsonElement read = (await Send(HttpMethod.Get, $"{path}/{list}?returnRecognitionModel=true")).Answer;
        Assert.Equal((list, "new", "x", "recognition_04"), (read.GetProperty(idName).GetString(), read.GetProperty("name").GetString(), read.GetProperty("userData").GetString(), read.GetProperty("recognitionModel").GetString()));
        Assert.Contains((await Send(HttpMethod.Get, path)).Answer.EnumerateArray(), item => item.GetProperty(idName).GetString() == list);
        Assert.Equal(200, (await Send(HttpMethod.Delete, $"{path}/{list}")).Status);
        Assert.Equal((404, name + "NotFound"), Code(await Send(HttpMethod.Get, $"{path}/{list}")));
        Assert.Equal((404, name + "NotFound"), Code(await emulator.PostPictureAsync($"{path}/{list}/persistedfaces")));
        Assert.Equal((400, name + "NotFound"), Code(await FindAsync(await emulator.FaceIdAsync(), idName, list)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_cannot_be_made_is_refused(string path, string name)
    {
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Put, $"{path}/Upper", new { name = "x" })));
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Put, $"{path}/{NewId()}", new { name = string.Empty })));
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Put, $"{path}/{NewId()}", new { name = "x", userData = new string('x', 16385) })));
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Put, $"{path}/{NewId()}", new { name = "x", recognitionModel = "recognition_05" })));
        string list = await NewListAsync(path);
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Patch, $"{path}/{list}", new { })));
        Assert.Equal((400, "InvalidImage"), Code(await emulator.PostPictureAsync($"{path}/{list}/persistedfaces", "coffee.png")));
        Assert.Equal((400, "BadArgument"), Code(await emulator.PostPictureAsync($"{path}/{list}/persistedfaces?detectionModel=detection_04")));
        Assert.Equal((400, "BadArgument"), Code(await emulator.PostPictureAsync($"{path}/{list}/persistedfaces?userData={new string('x', 1025)}")));
        Assert.Equal("Argument targetFace out of range.", Message(await emulator.PostPictureAsync($"{path}/{list}/persistedfaces?targetFace=512,0,9,9")));
        Assert.Equal((404, "PersistedFaceNotFound"), Code(await Send(HttpMethod.Delete, $"{path}/{list}/persistedfaces/{Guid.NewGuid()}")));
        Assert.Equal((404, name + "NotFound"), Code(await Send(HttpMethod.Delete, $"{path}/Upper")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_target_picks_its_face(string path, string name)
    {
        string list = await NewListAsync(path);
        Assert.Equal((400, "InvalidImage"), Code(await emulator.PostPictureAsync($"{path}/{list}/persistedfaces?targetFace=0,300,100,100")));
        Assert.Equal(36, (await emulator.AddFaceAsync($"{path}/{list}", "?targetFace=170,60,110,130")).Length);
        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_face_of_another_model_is_not_looked_for(string path, string name)
    {
        string list = await NewListAsync(path);
        (int Status, JsonElement Answer) refused = await FindAsync(await emulator.FaceIdAsync("recognition_01"), char.ToLowerInvariant(name[0]) + name[1..] + "Id", list);
        Assert.Equal("'recognitionModel' is incompatible.", Message(refused));
    }

    [Fact]
    public async Task A_bad_list_id_is_an_argument_in_a_search()
    {
        string face = await emulator.FaceIdAsync();
        Assert.Equal("Face list ID is invalid.", Message(await FindAsync(face, "faceListId", "Upper")));
        Assert.Equal("Large face list ID is invalid.", Message(await FindAsync(face, "largeFaceListId", "Upper")));
        Assert.Equal((400, "BadArgument"), Code(await Send(HttpMethod.Post, "findsimilars", new { faceId = face, faceListId = "a", largeFaceListId = "b" })));
    }

    private async Task<string> NewListAsync(string path)
    {
        string id = NewId();
        Assert.Equal(200, (await Send(HttpMethod.Put, $"{path}/{id}", new { name = "faces", recognitionModel = "recognition_04" })).Status);
        return id;
    }

    private Task<(int Status, JsonElement Answer)> FindAsync(string face, string idName, string list) =>
        Send(HttpMethod.Post, "findsimilars", new Dictionary<string, object> { ["faceId"] = face, [idName] = list });

    private Task<(int Status, JsonElement Answer)> Send(HttpMethod method, string path, object? body = null) => emulator.SendAsync(method, path, body);
}
