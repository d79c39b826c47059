using FaceCmdlets.Service;

namespace FaceCmdlets.Bulk.Tests;

/// <summary>The limiter's rules one by one, on a clock that stands still until it is told to go.</summary>
public sealed class QuotaLimiterRulesTests
{
    private const double S0 = 9.95;

    private readonly SimulatedClock _clock = new();

    [Fact]
    public void Only_the_standard_tier_has_a_rate_from_the_start()
    {
        Assert.Equal(S0, For(FaceTier.S0).RequestsPerSecond);
        Assert.Null(For(FaceTier.F0).RequestsPerSecond);
        Assert.Null(For(null).RequestsPerSecond);
    }

    [Fact]
    public void A_periods_calls_go_at_once_and_the_next_when_the_first_is_a_period_ago()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        Assert.Equal(10, GoAtOnce(limiter, Departing));
        long period = 1_005_025;
        _clock.Now += period - 1;
        Assert.False(limiter.TryReserve(out _, out TimeSpan wait));
        Assert.InRange(wait, TimeSpan.FromMicroseconds(1), TimeSpan.FromMilliseconds(1));
        _clock.Now += 1;
        Assert.True(limiter.TryReserve(out _, out _));
    }

    [Fact]
    public void While_a_periods_first_call_has_not_gone_it_is_asked_again_soon()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        GoAtOnce(limiter);
        _clock.Now += 5 * SimulatedClock.Second;
        Assert.False(limiter.TryReserve(out _, out TimeSpan wait));
        Assert.Equal(TimeSpan.FromMilliseconds(4), wait);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("succeeded")]
    [InlineData("refused")]
    public void A_call_that_ended_counts_from_when_it_was_let_go_where_nobody_saw_it_depart(string end)
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        List<QuotaTicket> tickets = [];
        GoAtOnce(limiter, (_, ticket) => tickets.Add(ticket));
        foreach (QuotaTicket ticket in tickets)
        {
            switch (end)
            {
                case "gone":
                    limiter.Gone(ticket);
                    break;
                case "succeeded":
                    limiter.Succeeded(ticket);
                    break;
                default:
                    limiter.Refused(ticket, null, false);
                    break;
            }
        }

        _clock.Now += 5 * SimulatedClock.Second;
        Assert.True(limiter.TryReserve(out _, out _));
    }

    [Fact]
    public void Before_anything_is_known_four_go_and_one_more_for_each_that_came_back()
    {
        QuotaLimiter limiter = For(null);
        List<QuotaTicket> tickets = [];
        Assert.Equal(4, GoAtOnce(limiter, (_, ticket) => tickets.Add(ticket)));
        limiter.Gone(tickets[0]);
        Assert.Equal(1, GoAtOnce(limiter));
        limiter.Succeeded(tickets[1]);
        Assert.Equal(2, GoAtOnce(limiter));
    }

    [Fact]
    public void A_refusal_is_waited_out_to_the_end_and_no_longer()
    {
        QuotaLimiter limiter = For(null);
        limiter.Refused(Go(limiter), TimeSpan.FromSeconds(3), false);
        Assert.Equal(TimeSpan.FromSeconds(3), limiter.Waiting);
        _clock.Now += (3 * SimulatedClock.Second) - 1;
        Assert.False(limiter.TryReserve(out _, out _));
        _clock.Now += 1;
        Assert.Equal(TimeSpan.Zero, limiter.Waiting);
        Assert.True(limiter.TryReserve(out _, out _));
        _clock.Now += SimulatedClock.Second;
        Assert.Equal(TimeSpan.Zero, limiter.Waiting);
    }

    [Fact]
    public void What_was_under_way_when_another_was_refused_does_not_count_again()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        QuotaTicket first = Go(limiter);
        QuotaTicket second = Go(limiter);
        limiter.Refused(first, TimeSpan.FromSeconds(2), false);
        double? rate = limiter.RequestsPerSecond;
        limiter.Refused(second, TimeSpan.FromSeconds(50), false);
        Assert.Equal(rate, limiter.RequestsPerSecond);
        Assert.Equal(TimeSpan.FromSeconds(2), limiter.Waiting);
    }

    [Fact]
    public void Where_the_service_says_nothing_each_pause_is_longer_up_to_a_minute() =>
        Assert.Equal([1, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60], Pauses(Enumerable.Repeat<double?>(null, 12)));

    [Fact]
    public void What_the_service_says_counts_where_it_is_enough() =>
        Assert.Equal([0.1, 3, 2, 4, 90, 600], Pauses([0.1, 3, 0.1, 0.1, 90, 3600]));

    [Theory]
    [InlineData(null)]
    [InlineData(FaceTier.S0)]
    public void A_refusal_that_names_the_free_tier_makes_it_twenty_a_minute(FaceTier? believed)
    {
        QuotaLimiter limiter = For(believed);
        limiter.Refused(Go(limiter), TimeSpan.FromSeconds(30), saysF0: true);
        Assert.Null(limiter.RequestsPerSecond);
        _clock.Now += 120 * SimulatedClock.Second;
        Assert.Equal(20, GoAtOnce(limiter, Departing));
        Assert.False(limiter.TryReserve(out _, out TimeSpan wait));
        Assert.InRange(wait.TotalSeconds, 60, 61);
    }

    [Fact]
    public void After_a_refusal_calls_are_spaced_evenly()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        limiter.Refused(Go(limiter), TimeSpan.FromSeconds(2), false);
        _clock.Now += 2 * SimulatedClock.Second;
        for (int i = 0; i < 5; i++)
        {
            limiter.Departs(Go(limiter));
            Assert.False(limiter.TryReserve(out _, out TimeSpan wait));
            Assert.Equal(1 / (S0 * 0.99), wait.TotalSeconds, 0.001);
            _clock.Now += (long)(wait.TotalSeconds * SimulatedClock.Second);
        }
    }

    [Fact]
    public void What_came_late_is_made_good_by_two_calls_at_most()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        limiter.Refused(Go(limiter), TimeSpan.FromSeconds(2), false);
        _clock.Now += 30 * SimulatedClock.Second;
        Assert.Equal(3, GoAtOnce(limiter, Departing));
    }

    [Fact]
    public void The_first_refusal_costs_a_hundredth_of_the_rate_and_the_next_one_a_fifth()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        Refuse(limiter);
        Assert.Equal(S0 * 0.99, limiter.RequestsPerSecond!.Value, 1e-9);
        Refuse(limiter);
        Assert.Equal(S0 * 0.99 * 0.8, limiter.RequestsPerSecond!.Value, 1e-9);
        limiter.Succeeded(Go(limiter));
        Refuse(limiter);
        Assert.Equal(S0 * 0.99 * 0.8 * 0.99, limiter.RequestsPerSecond!.Value, 1e-9);
    }

    [Fact]
    public void Back_to_the_rate_that_was_refused_it_goes_in_steps_of_ten_successes()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        Refuse(limiter);
        Refuse(limiter);
        double low = S0 * 0.99 * 0.8;
        double ceiling = S0 * 0.99 * 0.99;
        Succeed(limiter, 9);
        Assert.Equal(low, limiter.RequestsPerSecond!.Value, 1e-9);
        Succeed(limiter, 1);
        Assert.Equal(low * 1.05, limiter.RequestsPerSecond!.Value, 1e-9);
        Succeed(limiter, 60);
        Assert.Equal(ceiling, limiter.RequestsPerSecond!.Value, 1e-9);
    }

    [Fact]
    public void Beyond_it_each_thousand_successes_are_a_step_and_each_step_doubles_up_to_a_sixth()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        double expected = S0;
        foreach (double step in new[] { 0.01, 0.02, 0.04, 0.08, 0.16, 0.16 })
        {
            Succeed(limiter, 999);
            Assert.Equal(expected, limiter.RequestsPerSecond!.Value, 1e-9);
            Succeed(limiter, 1);
            expected *= 1 + step;
            Assert.Equal(expected, limiter.RequestsPerSecond!.Value, 1e-9);
        }
    }

    [Fact]
    public void A_refusal_makes_the_next_step_small_again()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        Succeed(limiter, 3000);
        Refuse(limiter);
        double before = limiter.RequestsPerSecond!.Value;
        Succeed(limiter, 1000);
        Assert.Equal(before * 1.01, limiter.RequestsPerSecond!.Value, 1e-9);
    }

    [Fact]
    public void The_rate_is_what_was_served_of_the_calls_that_went_in_the_second_before_the_refusal() => Gen.Select(Gen.Int[0, 6], Gen.Int[4, 30], Gen.Int[0, 3]).Sample(
        (before, served, after) =>
        {
            var clock = new SimulatedClock { Now = 100 * SimulatedClock.Second };
            var limiter = new QuotaLimiter(null, clock);
            long refusedAt = clock.Now + (2 * SimulatedClock.Second);
            // A second ago exactly is not within the second.
            clock.Now = refusedAt - SimulatedClock.Second;
            Succeed(limiter, before, ticket => limiter.Departs(ticket));
            clock.Now += 1;
            Succeed(limiter, served - 1, ticket => limiter.Departs(ticket));
            clock.Now = refusedAt;
            Succeed(limiter, 1, ticket => limiter.Departs(ticket));
            limiter.Refused(Go(limiter), TimeSpan.FromSeconds(1), false);
            clock.Now += 1000;
            // Let go before, gone after it.
            for (int i = 0; i < after; i++)
            {
                var late = new QuotaTicket(refusedAt - 10);
                limiter.Departs(late);
                limiter.Succeeded(late);
            }

            clock.Now += 2 * SimulatedClock.Second;
            Go(limiter);
            Assert.Equal(served * 0.995, limiter.RequestsPerSecond!.Value, 1e-9);
        },
        iter: 200);

    [Fact]
    public void A_quota_that_somebody_else_uses_as_well_is_not_measured_and_it_begins_anew()
    {
        QuotaLimiter limiter = For(null);
        Succeed(limiter, 3, ticket => limiter.Departs(ticket));
        limiter.Refused(Go(limiter), TimeSpan.FromSeconds(1), false);
        _clock.Now += SimulatedClock.Second;
        Assert.Equal(4, GoAtOnce(limiter));
        Assert.Null(limiter.RequestsPerSecond);
    }

    [Fact]
    public void Four_that_were_served_are_enough_to_measure()
    {
        QuotaLimiter limiter = For(null);
        Succeed(limiter, 4, ticket => limiter.Departs(ticket));
        limiter.Refused(Go(limiter), TimeSpan.FromSeconds(1), false);
        _clock.Now += 2 * SimulatedClock.Second;
        Go(limiter);
        Assert.Equal(4 * 0.995, limiter.RequestsPerSecond);
    }

    [Fact]
    public async Task Who_waits_is_served_in_turn()
    {
        var limiter = new QuotaLimiter(null);
        limiter.StartAt(500);
        Task<QuotaTicket>[] waiting = [.. Enumerable.Range(0, 40).Select(_ => limiter.AcquireAsync(default).AsTask())];
        QuotaTicket[] tickets = await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(tickets.OrderBy(ticket => ticket.Issued), tickets);
    }

    [Fact]
    public async Task Who_waits_says_how_long_until_it_goes_or_is_cancelled()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        GoAtOnce(limiter, Departing);
        Assert.Equal(TimeSpan.Zero, limiter.Waiting);
        using var cancel = new CancellationTokenSource();
        Task<QuotaTicket> waiting = limiter.AcquireAsync(cancel.Token).AsTask();
        Assert.InRange(limiter.Waiting, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(TimeSpan.Zero, limiter.Waiting);
    }

    [Fact]
    public async Task One_that_gave_up_leaves_its_turn_to_the_next()
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        using var cancel = new CancellationTokenSource();
        GoAtOnce(limiter, Departing);
        Task<QuotaTicket> waiting = limiter.AcquireAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _clock.Now += 5 * SimulatedClock.Second;
        Assert.NotNull(await limiter.AcquireAsync(default).AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static QuotaTicket Go(QuotaLimiter limiter)
    {
        Assert.True(limiter.TryReserve(out QuotaTicket? ticket, out TimeSpan wait), $"It waits {wait}.");
        return ticket;
    }

    private static int GoAtOnce(QuotaLimiter limiter, Action<QuotaLimiter, QuotaTicket>? then = null)
    {
        int count = 0;
        for (; count < 100 && limiter.TryReserve(out QuotaTicket? ticket, out _); count++)
        {
            then?.Invoke(limiter, ticket);
        }

        return count;
    }

    private static void Departing(QuotaLimiter limiter, QuotaTicket ticket) => limiter.Departs(ticket);

    /// <summary>So many answers, however fast the calls came to be let go.</summary>
    private void Succeed(QuotaLimiter limiter, int count) => Succeed(limiter, count, _ => { }, () => new QuotaTicket(_clock.Now));

    private static void Succeed(QuotaLimiter limiter, int count, Action<QuotaTicket> then, Func<QuotaTicket>? next = null)
    {
        for (int i = 0; i < count; i++)
        {
            QuotaTicket ticket = next is null ? Go(limiter) : next();
            then(ticket);
            limiter.Succeeded(ticket);
        }
    }

    private QuotaLimiter For(FaceTier? tier) => new(tier, _clock);

    private void Refuse(QuotaLimiter limiter)
    {
        _clock.Now += 120 * SimulatedClock.Second;
        limiter.Refused(Go(limiter), TimeSpan.FromSeconds(1), false);
        _clock.Now += 120 * SimulatedClock.Second;
    }

    private double[] Pauses(IEnumerable<double?> retryAfter)
    {
        QuotaLimiter limiter = For(FaceTier.S0);
        List<double> pauses = [];
        foreach (double? says in retryAfter)
        {
            limiter.Refused(Go(limiter), says is { } seconds ? TimeSpan.FromSeconds(seconds) : null, false);
            pauses.Add(limiter.Waiting.TotalSeconds);
            _clock.Now += 120 * SimulatedClock.Second;
        }

        return [.. pauses];
    }
}
