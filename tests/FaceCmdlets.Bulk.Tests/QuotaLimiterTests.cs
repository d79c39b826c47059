using FaceCmdlets.Service;

namespace FaceCmdlets.Bulk.Tests;

/// <summary>The limiter against a simulated service: any latency, any network, any width.</summary>
public sealed class QuotaLimiterTests
{
    private static readonly Gen<(int Seed, int Width, int Latency, int Handshake)> Situations =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[4, 64], Gen.Int[1_000, 250_000], Gen.Int[0, 300_000]);

    [Fact]
    public void A_known_tier_is_saturated_and_hardly_ever_refused() => Situations.Sample(
        (seed, width, latency, handshake) =>
        {
            (SimulatedService service, TimeSpan time) = Run(FaceTier.S0, new(seed, width, latency, handshake), 1000, (l, c) => new(l, c, seed) { Latency = latency, Handshake = handshake });
            // 97 % of 10 a second, where the pool is wide enough for that.
            double possible = Math.Min(10, width / ((latency + handshake) / 1e6));
            Assert.True(1000 / time.TotalSeconds >= 0.97 * possible, $"{1000 / time.TotalSeconds:0.00} a second of {possible:0.00}, {service.Refused} refused");
            Assert.True(service.Refused < 10, $"{service.Refused} of 1000 were refused");
        },
        iter: 200);

    [Fact]
    public void An_unknown_quota_is_found() => Situations.Sample(
        (seed, width, latency, handshake) =>
        {
            width = Math.Max(width, 10);
            (SimulatedService service, TimeSpan time) = Run(null, new(seed, width, latency, handshake), 1000, (l, c) => new(l, c, seed) { Latency = Math.Min(latency, 150_000), Handshake = Math.Min(handshake, 100_000) });
            Assert.True(1000 / time.TotalSeconds >= 0.85 * 10, $"{1000 / time.TotalSeconds:0.00} a second, {service.Refused} refused");
            Assert.True(service.Refused <= 20 + width, $"{service.Refused} of 1000 were refused");
        },
        iter: 200);

    [Fact]
    public void The_free_tier_gets_its_twenty_a_minute() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 32], Gen.Bool).Sample(
        (seed, width, told) =>
        {
            (SimulatedService service, TimeSpan time) = Run(told ? FaceTier.F0 : null, new(seed, width, 50_000, 80_000), 100, (l, c) => new(l, c, seed) { QuotaCalls = 20, QuotaPeriod = 60 * SimulatedClock.Second, SaysF0 = true });
            // The first 20 at once, then 20 a minute: 100 are there after four minutes and little more.
            Assert.True(time < TimeSpan.FromSeconds(told ? 245 : 320), $"{time}, {service.Refused} refused");
            Assert.True(service.Refused <= (told ? 0 : width + 8), $"{service.Refused} refused");
        },
        iter: 100);

    [Fact]
    public void A_refusal_stops_everyone_for_as_long_as_the_service_says() => Situations.Sample(
        (seed, width, latency, handshake) =>
        {
            (SimulatedService service, _) = Run(null, new(seed, width, latency, 0), 200, (l, c) => new(l, c, seed) { Latency = latency, Handshake = 0 });
            long until = 0;
            foreach ((long from, long to) in service.Pauses)
            {
                if (from < until)
                {
                    // Under way already when another was refused: that pause goes for all.
                    continue;
                }

                until = to;
                // What was on its way to the wire when the refusal came may still go.
                Assert.DoesNotContain(service.Departures, departure => departure > from + 500 && departure < to - 1_000);
            }
        },
        iter: 100);

    [Fact]
    public void Without_any_hint_of_the_service_all_come_through() => Situations.Sample(
        (seed, width, latency, handshake) =>
        {
            (SimulatedService service, _) = Run(null, new(seed, width, latency, handshake), 200, (l, c) => new(l, c, seed) { Latency = latency, SaysRetryAfter = false });
            Assert.Equal(200, service.Served);
        },
        iter: 100);

    [Fact]
    public void A_quota_that_others_had_used_up_is_found_again() => Situations.Sample(
        (seed, width, latency, handshake) =>
        {
            var clock = new SimulatedClock();
            var limiter = new QuotaLimiter(null, clock);
            var service = new SimulatedService(limiter, clock, seed) { Latency = Math.Min(latency, 100_000), Handshake = 0 };
            service.UsedByOthers();
            TimeSpan time = service.Run(300, Math.Max(width, 10));
            Assert.True(300 / time.TotalSeconds >= 7, $"{300 / time.TotalSeconds:0.00} a second, {service.Refused} refused");
        },
        iter: 100);

    [Fact]
    public void A_quota_that_is_raised_is_used_in_the_end()
    {
        var clock = new SimulatedClock();
        var limiter = new QuotaLimiter(FaceTier.S0, clock);
        new SimulatedService(limiter, clock, 1) { QuotaCalls = 30 }.Run(20_000, 64);
        Assert.InRange(limiter.RequestsPerSecond!.Value, 20, 31);
    }

    [Fact]
    public void No_period_has_more_calls_than_the_rate_allows() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Double[0.5, 100], Gen.Int[1, 64]).Sample(
        (seed, rate, width) =>
        {
            var clock = new SimulatedClock();
            var limiter = new QuotaLimiter(null, clock);
            limiter.StartAt(rate);
            var service = new SimulatedService(limiter, clock, seed) { QuotaCalls = int.MaxValue };
            service.Run(80, width);
            int calls = Math.Max(1, (int)Math.Round(rate * 0.995));
            long[] sorted = [.. service.Departures.Order()];
            long period = (long)(calls / rate * SimulatedClock.Second);
            for (int i = calls; i < sorted.Length; i++)
            {
                Assert.True(sorted[i] - sorted[i - calls] >= period - 1_000, $"{calls + 1} calls in {(sorted[i] - sorted[i - calls]) / 1e6:0.000} s");
            }
        },
        iter: 200);

    [Fact]
    public async Task A_cancelled_call_leaves_the_queue_and_the_next_one_goes()
    {
        var limiter = new QuotaLimiter(FaceTier.S0);
        limiter.Refused(await limiter.AcquireAsync(default), TimeSpan.FromSeconds(30), false);
        Assert.InRange(limiter.Waiting, TimeSpan.Zero, TimeSpan.FromSeconds(31));
        using var cancel = new CancellationTokenSource();
        Task<QuotaTicket>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => limiter.AcquireAsync(cancel.Token).AsTask())];
        await cancel.CancelAsync();
        foreach (Task<QuotaTicket> task in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        }

        Assert.InRange(limiter.Waiting, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    private static (SimulatedService Service, TimeSpan Time) Run(FaceTier? tier, Situation situation, int calls, Func<QuotaLimiter, SimulatedClock, SimulatedService> make)
    {
        var clock = new SimulatedClock();
        SimulatedService service = make(new QuotaLimiter(tier, clock), clock);
        return (service, service.Run(calls, situation.Width));
    }

    private sealed record Situation(int Seed, int Width, int Latency, int Handshake);
}
