using System.Net.Http.Json;
using System.Text.Json;
using FaceEmulator.Http;
using FaceEmulator.Tests.Sessions;

namespace FaceEmulator.Tests.Recognition;

/// <summary>/verify, /findsimilars and /group, by their wire.</summary>
public sealed class RecognitionTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task One_face_detected_twice_is_one_person()
    {
        (string first, string second) = (await FaceIdAsync(), await FaceIdAsync());
        (int status, JsonElement answer) = await PostAsync("verify", new { faceId1 = first, faceId2 = second });
        Assert.Equal(200, status);
        Assert.True(answer.GetProperty("isIdentical").GetBoolean());
        Assert.Equal(1, answer.GetProperty("confidence").GetDouble(), 3);
        (_, answer) = await PostAsync("findsimilars", new { faceId = first, faceIds = new[] { second } });
        Assert.Equal(second, answer[0].GetProperty("faceId").GetString());
        (_, answer) = await PostAsync("group", new { faceIds = new[] { first, second } });
        Assert.Equal(2, answer.GetProperty("groups")[0].GetArrayLength());
        Assert.Equal(0, answer.GetProperty("messyGroup").GetArrayLength());
    }

    [Fact]
    public async Task A_face_that_is_like_no_other_is_in_the_messy_group()
    {
        string[] pair = [await FaceIdAsync(), await FaceIdAsync()];
        string loner = await FaceIdOfAsync(ModelPhoto(3));
        (_, JsonElement answer) = await PostAsync("group", new { faceIds = new[] { pair[0], loner, pair[1] } });
        Assert.Equal(pair, Texts(Assert.Single(answer.GetProperty("groups").EnumerateArray())));
        Assert.Equal([loner], Texts(answer.GetProperty("messyGroup")));
    }

    [SharedPhotosFact]
    public async Task Two_photos_each_of_two_people_are_two_groups_and_a_third_person_is_alone()
    {
        string[] names = ["person-a-1.jpg", "person-b-1.jpg", "person-b-2.jpg", "person-a-2.jpg"];
        List<string> ids = [];
        foreach (string name in names)
        {
            ids.Add(await FaceIdOfAsync(File.ReadAllBytes(Path.Combine(SharedPhotosFactAttribute.Folder, name))));
        }

        string loner = await FaceIdAsync();
        (_, JsonElement answer) = await PostAsync("group", new { faceIds = ids.Append(loner) });
        Assert.Equal([$"{ids[0]} {ids[3]}", $"{ids[1]} {ids[2]}"], answer.GetProperty("groups").EnumerateArray().Select(group => string.Join(' ', Texts(group))));
        Assert.Equal([loner], Texts(answer.GetProperty("messyGroup")));
    }

    [Fact]
    public async Task Names_of_JSON_are_taken_in_any_case()
    {
        string id = await FaceIdAsync();
        (int status, JsonElement answer) = await PostAsync("verify", new Dictionary<string, string> { ["FACEID1"] = id, ["FaceId2"] = id });
        Assert.Equal(200, status);
        Assert.True(answer.GetProperty("isIdentical").GetBoolean());
    }

    [Fact]
    public async Task An_unknown_face_is_not_found_with_the_status_of_its_operation()
    {
        string known = await FaceIdAsync(), unknown = Guid.NewGuid().ToString();
        Assert.Equal((404, "FaceNotFound"), await CodeAsync("verify", new { faceId1 = known, faceId2 = unknown }));
        Assert.Equal((400, "FaceNotFound"), await CodeAsync("findsimilars", new { faceId = known, faceIds = new[] { unknown } }));
        Assert.Equal((400, "FaceNotFound"), await CodeAsync("group", new { faceIds = new[] { known, unknown } }));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused()
    {
        string id = await FaceIdAsync();
        Assert.Equal((400, "BadArgument"), await CodeAsync("verify", new { faceId1 = id }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("verify", new { faceId1 = id, faceId2 = "x" }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("group", new { faceIds = new[] { id } }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("findsimilars", new { faceId = id }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("findsimilars", new { faceId = id, faceIds = new[] { id }, mode = "closest" }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("findsimilars", new { faceId = id, faceIds = new[] { id }, maxNumOfCandidatesReturned = 1001 }));
        Assert.Equal((400, "LargeFaceListNotFound"), await CodeAsync("findsimilars", new { faceId = id, largeFaceListId = "staff" }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("group", new[] { id }));
    }

    [Fact]
    public async Task Faces_of_different_models_are_not_compared()
    {
        string newest = await FaceIdAsync(), oldest = await FaceIdAsync("recognition_01");
        Assert.Equal((400, "BadArgument"), await CodeAsync("verify", new { faceId1 = newest, faceId2 = oldest }));
    }

    [Fact]
    public void An_id_is_forgotten_when_its_time_is_over()
    {
        var clock = new SettableClock();
        var store = new FaceIdStore(clock);
        Guid id = store.Add([1, 2], "recognition_04", TimeSpan.FromSeconds(60));
        clock.Now += TimeSpan.FromSeconds(59);
        Assert.NotNull(store.Find(id));
        clock.Now += TimeSpan.FromSeconds(2);
        Assert.Null(store.Find(id));
    }

    [Fact]
    public void Ids_that_have_ended_leave_the_memory_when_the_next_is_given_whatever_time_each_had()
    {
        var clock = new SettableClock();
        var store = new FaceIdStore(clock);
        Guid day = Add(86400);
        Add(60);
        Guid hour = Add(3600);
        Add(120);
        clock.Now += TimeSpan.FromSeconds(121);
        Guid next = Add(60);
        Assert.Equal(3, store.Count);
        Assert.All(new[] { day, hour, next }, id => Assert.NotNull(store.Find(id)));

        Guid Add(int seconds) => store.Add([1], "recognition_04", TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void When_there_are_as_many_ids_as_may_be_the_one_that_would_end_first_is_forgotten()
    {
        var store = new FaceIdStore(new SettableClock(), most: 2);
        Guid later = Add(120), first = Add(60), next = Add(90);
        Assert.Equal(2, store.Count);
        Assert.Null(store.Find(first));
        Assert.All(new[] { later, next }, id => Assert.NotNull(store.Find(id)));

        Guid Add(int seconds) => store.Add([1], "recognition_04", TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task An_id_is_not_found_when_the_time_that_detection_gave_it_is_over()
    {
        var clock = new SettableClock();
        var emulator = new EmulatorFixture(time: clock);
        await emulator.InitializeAsync();
        (_, string body) = await emulator.DetectAsync(EmulatorFixture.Sample("astronaut.png"), "returnFaceId=true&faceIdTimeToLive=60");
        string id = JsonDocument.Parse(body).RootElement[0].GetProperty("faceId").GetString()!;
        clock.Now += TimeSpan.FromSeconds(60);
        Assert.Equal(200, (await VerifyAsync()).Status);
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal((404, "FaceNotFound"), CollectionClient.Code(await VerifyAsync()));
        await emulator.DisposeAsync();

        Task<(int Status, JsonElement Answer)> VerifyAsync() => emulator.SendAsync(HttpMethod.Post, "verify", JsonContent.Create(new { faceId1 = id, faceId2 = id }));
    }

    [Fact]
    public async Task A_person_of_the_directory_is_refused_clearly()
    {
        string id = await FaceIdAsync();
        Guid person = Guid.NewGuid();
        Assert.Equal((400, "PersonNotFound"), await CodeAsync("identify", new { faceIds = new[] { id }, personIds = new[] { person } }));
        Assert.Equal((400, "DynamicPersonGroupNotFound"), await CodeAsync("identify", new { faceIds = new[] { id }, dynamicPersonGroupId = "crew" }));
        Assert.Equal((400, "IncompatibleIdentificationScopeParametersCombination"), await CodeAsync("identify", new { faceIds = new[] { id }, personGroupId = "crew", dynamicPersonGroupId = "crew" }));
        Assert.Equal((404, "PersonNotFound"), await CodeAsync("verify", new { faceId = id, personId = person }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("verify", new { faceId = id, personId = "nobody" }));
        Assert.Equal((400, "PersonGroupIdAndLargePersonGroupIdBothNull"), await CodeAsync("verify", new { faceId = id }));
        (_, JsonElement answer) = await PostAsync("identify", new { faceIds = new[] { id }, personIds = new[] { person } });
        Assert.Contains("Person Directory", answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_group_id_is_an_argument_in_a_question()
    {
        string id = await FaceIdAsync();
        Assert.Equal((400, "BadArgument"), await CodeAsync("identify", new { faceIds = new[] { id }, personGroupId = "Upper" }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("verify", new { faceId = id, largePersonGroupId = "Upper", personId = Guid.NewGuid() }));
        Assert.Equal((400, "PersonGroupNotFound"), await CodeAsync("identify", new { faceIds = new[] { id }, personGroupId = "nowhere" }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("identify", new { faceIds = Enumerable.Repeat(id, 11), personGroupId = "nowhere" }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("identify", new { faceIds = new[] { id }, personGroupId = "nowhere", confidenceThreshold = 1.1 }));
        Assert.Equal((400, "BadArgument"), await CodeAsync("identify", new { faceIds = new[] { id }, personGroupId = "nowhere", maxNumOfCandidatesReturned = 101 }));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("identify")]
    [InlineData("findsimilars")]
    [InlineData("group")]
    public async Task A_resource_without_approval_recognises_nobody(string operation)
    {
        var limited = new EmulatorFixture(limitedAccess: true);
        await limited.InitializeAsync();
        using HttpResponseMessage response = await limited.Client.PostAsJsonAsync($"/face/v1.2/{operation}", new { });
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains("UnsupportedFeature", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await limited.DisposeAsync();
    }

    /// <summary>One of the photos that come with the package of the recognition network, which the build restores.</summary>
    private static byte[] ModelPhoto(int number) => File.ReadAllBytes(Path.Combine(EmulatorFixture.Root, "src", "FaceEmulator", "models", "node_modules", "@vladmandic", "face-api", "demo", $"sample{number}.jpg"));

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);

    /// <summary>An id of the picture's largest face.</summary>
    private async Task<string> FaceIdOfAsync(byte[] picture)
    {
        (_, string body) = await emulator.DetectAsync(picture, "returnFaceId=true&recognitionModel=recognition_04");
        return JsonDocument.Parse(body).RootElement[0].GetProperty("faceId").GetString()!;
    }

    private Task<string> FaceIdAsync(string model = "recognition_04") => emulator.FaceIdAsync(model);

    private Task<(int Status, JsonElement Answer)> PostAsync(string operation, object body) => emulator.SendAsync(HttpMethod.Post, operation, JsonContent.Create(body));

    private async Task<(int Status, string Code)> CodeAsync(string operation, object body)
    {
        (int status, JsonElement answer) = await PostAsync(operation, body);
        return (status, answer.GetProperty("error").GetProperty("code").GetString()!);
    }
}
