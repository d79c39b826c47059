using System.Net.Http.Json;
using System.Text.Json;
using FaceEmulator.Faults;

namespace FaceEmulator.Tests.Faults;

public sealed class FaultTests
{
    private static readonly byte[] Coffee = EmulatorFixture.Sample("coffee.png");

    [Fact]
    public async Task A_quota_admits_so_many_a_second_and_says_when_to_come_again()
    {
        await using var emulator = await StartedAsync(new FaultPlan { Quota = "3/s" });
        List<int> statuses = [];
        for (int i = 0; i < 5; i++)
        {
            statuses.Add((await emulator.Fixture.DetectAsync(new byte[5000])).Status);
        }

        Assert.Equal([400, 400, 400, 429, 429], statuses);
        using HttpResponseMessage refused = await emulator.Fixture.Client.PostAsync("/face/v1.2/detect", null);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("Please retry after 1 second.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Task.Delay(1100);
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
    public async Task Answers_can_be_late()
    {
        await using var emulator = await StartedAsync(new FaultPlan { Latency = 200, BodyDelay = 200 });
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal(200, (await emulator.Fixture.DetectAsync(Coffee)).Status);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(390));
    }

    [Fact]
    public async Task The_plan_can_be_changed_while_it_runs_but_not_to_nonsense()
    {
        await using var emulator = await StartedAsync(new FaultPlan());
        using HttpResponseMessage changed = await emulator.Fixture.Client.PutAsJsonAsync("/emulator/faults", new { errorRate = 1, errorStatus = new[] { 502 } });
        Assert.True(changed.IsSuccessStatusCode);
        Assert.Equal(502, (await emulator.Fixture.DetectAsync(Coffee)).Status);
        using HttpResponseMessage refused = await emulator.Fixture.Client.PutAsJsonAsync("/emulator/faults", new { quota = "many" });
        Assert.Equal(400, (int)refused.StatusCode);
    }

    private static async Task<Started> StartedAsync(FaultPlan plan)
    {
        var fixture = new EmulatorFixture(faults: plan);
        await fixture.InitializeAsync();
        return new Started(fixture);
    }

    private sealed record Started(EmulatorFixture Fixture) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Fixture.DisposeAsync();
    }
}
