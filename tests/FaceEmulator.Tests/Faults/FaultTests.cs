using System.Net.Http.Json;
using System.Text.Json;
using FaceEmulator.Faults;
using FaceEmulator.Tests.Recognition;
using FaceEmulator.Tests.Sessions;

namespace FaceEmulator.Tests.Faults;

public sealed class FaultTests
{
    private static readonly byte[] Coffee = EmulatorFixture.Sample("coffee.png");

    [Fact]
    public async Task A_quota_admits_so_many_a_second_and_says_when_to_come_again()
    {
        var clock = new SettableClock();
        await using var emulator = await StartedAsync(new FaultPlan { Quota = "3/s" }, clock);
        List<int> statuses = [];
        for (int i = 0; i < 5; i++)
        {
            statuses.Add((await emulator.Fixture.DetectAsync(new byte[5000])).Status);
        }

        Assert.Equal([400, 400, 400, 429, 429], statuses);
        using HttpResponseMessage refused = await emulator.Fixture.Client.PostAsync("/face/v1.2/detect", null);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("Please retry after 1 second.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(400, (await emulator.Fixture.DetectAsync(new byte[5000])).Status);
        FaultCounts counts = (await emulator.Fixture.Client.GetFromJsonAsync<FaultCounts>("/emulator/counts"))!;
        Assert.Equal((7, 3), (counts.Requests, counts.Throttled));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_fates()
    {
        async Task<string> FatesAsync(int seed)
        {
            await using var emulator = await StartedAsync(new FaultPlan { ErrorRate = 0.3, ErrorStatus = [500, 502, 503], Seed = seed });
            List<int> statuses = [];
            for (int i = 0; i < 30; i++)
            {
                statuses.Add((await emulator.Fixture.DetectAsync(new byte[5000])).Status);
            }

            return string.Join(' ', statuses);
        }

        string first = await FatesAsync(4);
        Assert.Equal(first, await FatesAsync(4));
        Assert.NotEqual(first, await FatesAsync(5));
        Assert.Contains("50", first, StringComparison.Ordinal);
        Assert.Contains("400", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_and_a_cut_answer_break_the_connection()
    {
        await using (var resetting = await StartedAsync(new FaultPlan { ResetRate = 1 }))
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => resetting.Fixture.DetectAsync(Coffee));
        }

        await using var cutting = await StartedAsync(new FaultPlan { TruncateRate = 1 });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cutting.Fixture.DetectAsync(EmulatorFixture.Sample("astronaut.png")));
    }

    [Fact]
    public async Task A_malformed_answer_is_no_json()
    {
        await using var emulator = await StartedAsync(new FaultPlan { MalformedRate = 1 });
        (int status, string body) = await emulator.Fixture.DetectAsync(Coffee);
        Assert.Equal(200, status);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task An_answer_can_be_lost_after_the_work_was_done()
    {
        await using var emulator = await StartedAsync(new FaultPlan());
        await emulator.Fixture.SendAsync(HttpMethod.Put, "persongroups/crew", new { name = "crew" });
        await emulator.ChangeAsync(new { lostAnswerRate = 1 });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => emulator.Fixture.SendAsync(HttpMethod.Post, "persongroups/crew/persons", new { name = "Ada" }));
        FaultCounts counts = await emulator.CountsAsync();
        Assert.Equal((1, 0, 1, 1), (counts.Requests, counts.Served, counts.Faults, counts.LostAnswers));
        await emulator.ChangeAsync(new { });
        (_, JsonElement persons) = await emulator.Fixture.SendAsync(HttpMethod.Get, "persongroups/crew/persons");
        Assert.Equal("Ada", Assert.Single(persons.EnumerateArray()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("PUT", "facelists/staff")]
    [InlineData("PATCH", "LargeFaceLists/staff")]
    [InlineData("DELETE", "persongroups/staff")]
    [InlineData("POST", "largepersongroups/staff/train")]
    [InlineData("POST", "largepersongroups/staff/persons")]
    public async Task A_write_to_a_collection_can_be_refused_as_in_conflict_before_it_does_anything(string method, string path)
    {
        await using var emulator = await StartedAsync(new FaultPlan { ConflictRate = 1 });
        (int Status, JsonElement Answer) refused = await emulator.Fixture.SendAsync(new HttpMethod(method), path, new { name = "staff" });
        Assert.Equal((409, "ConcurrentOperationConflict"), CollectionClient.Code(refused));
        Assert.Equal("There is a conflict operation on resource staff, please try later.", CollectionClient.Message(refused));
        Assert.Equal(404, (await emulator.Fixture.SendAsync(HttpMethod.Get, path.Split('/')[0] + "/staff")).Status);
        FaultCounts counts = await emulator.CountsAsync();
        Assert.Equal((2, 1, 1), (counts.Requests, counts.Served, counts.Conflicts));
    }

    [Fact]
    public async Task What_writes_to_no_collection_is_in_no_conflict()
    {
        await using var emulator = await StartedAsync(new FaultPlan { ConflictRate = 1 });
        Assert.Equal(200, (await emulator.Fixture.DetectAsync(Coffee)).Status);
        Assert.Equal(200, (await emulator.Fixture.SendAsync(HttpMethod.Get, "facelists")).Status);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_cut_before_its_head()
    {
        await using var emulator = await StartedAsync(new FaultPlan());
        string session = await emulator.NewSessionAsync();
        await emulator.ChangeAsync(new { truncateRate = 1 });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => emulator.Fixture.SendAsync(HttpMethod.Delete, session));
    }

    [Fact]
    public async Task Answers_can_be_late()
    {
        await using var emulator = await StartedAsync(new FaultPlan { Latency = 100, BodyDelay = 100 });
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal(200, (await emulator.Fixture.DetectAsync(Coffee)).Status);

        // Timers may be early by a tick of theirs each, which is 16 milliseconds at most.
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(160));
    }

    [Fact]
    public async Task The_plan_can_be_changed_while_it_runs_but_not_to_nonsense()
    {
        await using var emulator = await StartedAsync(new FaultPlan());
        using HttpResponseMessage changed = await emulator.Fixture.Client.PutAsJsonAsync("/emulator/faults", new { errorRate = 1, errorStatus = new[] { 502 } });
        Assert.True(changed.IsSuccessStatusCode);
        Assert.Equal(502, (await emulator.Fixture.DetectAsync(Coffee)).Status);
        foreach (string nonsense in (string[])["""{"quota":"many"}""", """{"quota":"99999999999/s"}""", """{"errorStatus":null}""", """{"jitter":2147483647}""", """{"lostAnswerRate":0.6,"conflictRate":0.6}"""])
        {
            using HttpResponseMessage refused = await emulator.Fixture.Client.PutAsync("/emulator/faults", new StringContent(nonsense));
            Assert.Equal((nonsense, 400), (nonsense, (int)refused.StatusCode));
        }

        Assert.Equal(502, (await emulator.Fixture.DetectAsync(Coffee)).Status);
    }

    private static async Task<Started> StartedAsync(FaultPlan plan, TimeProvider? time = null)
    {
        var fixture = new EmulatorFixture(faults: plan, time: time);
        await fixture.InitializeAsync();
        return new Started(fixture);
    }

    private sealed record Started(EmulatorFixture Fixture) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Fixture.DisposeAsync();

        public async Task ChangeAsync(object plan)
        {
            using HttpResponseMessage changed = await Fixture.Client.PutAsJsonAsync("/emulator/faults", plan);
            Assert.True(changed.IsSuccessStatusCode);
        }

        public async Task<FaultCounts> CountsAsync() => (await Fixture.Client.GetFromJsonAsync<FaultCounts>("/emulator/counts"))!;

        /// <summary>The path of a session, whose deletion is answered with 204.</summary>
        public async Task<string> NewSessionAsync()
        {
            (_, JsonElement session) = await Fixture.SendAsync(HttpMethod.Post, "detectLiveness-sessions", new { livenessOperationMode = "Passive", deviceCorrelationId = "d" });
            return "detectLiveness-sessions/" + session.GetProperty("sessionId").GetString();
        }
    }
}
