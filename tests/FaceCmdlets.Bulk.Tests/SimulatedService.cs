using FaceCmdlets.Service;

namespace FaceCmdlets.Bulk.Tests;

/// <summary>
/// A service with a quota behind a network, and a client with a pool of workers that asks the limiter; by events, on a
/// simulated clock. What the limiter never sees (when a call arrives) decides whether it is served.
/// </summary>
internal sealed class SimulatedService(QuotaLimiter limiter, SimulatedClock clock, int seed)
{
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Action, long> _events = new();
    private readonly Queue<long> _admitted = new();
    private int _waiting;
    private int _workers;
    private bool _timer;

    public int QuotaCalls { get; init; } = 10;

    public long QuotaPeriod { get; init; } = SimulatedClock.Second;

    public long Latency { get; init; } = 50_000;

    /// <summary>Up to so much later does a call arrive than another.</summary>
    public long NetworkJitter { get; init; } = 5_000;

    /// <summary>So much longer does a worker's first call take, until its connection stands.</summary>
    public long Handshake { get; init; } = 80_000;

    public bool SaysRetryAfter { get; init; } = true;

    public bool SaysF0 { get; init; }

    public int Served { get; private set; }

    public int Refused { get; private set; }

    /// <summary>When calls departed.</summary>
    public List<long> Departures { get; } = [];

    /// <summary>From when until when nothing was to depart.</summary>
    public List<(long From, long To)> Pauses { get; } = [];

    /// <summary>Somebody else has just made all the calls of a period.</summary>
    public void UsedByOthers()
    {
        for (int i = 0; i < QuotaCalls; i++)
        {
            _admitted.Enqueue(clock.Now);
        }
    }

    public TimeSpan Run(int calls, int width)
    {
        long start = clock.Now;
        _waiting = calls;
        _workers = width;
        int fresh = width;
        Ask(ref fresh);
        while (Served < calls && _events.TryDequeue(out Action? happens, out long when))
        {
            clock.Now = Math.Max(clock.Now, when);
            happens();
            Ask(ref fresh);
        }

        return clock.GetElapsedTime(start, clock.Now);
    }

    private void Ask(ref int fresh)
    {
        while (_waiting > 0 && _workers > 0)
        {
            if (!limiter.TryReserve(out QuotaTicket? ticket, out TimeSpan wait))
            {
                if (!_timer)
                {
                    // Timers ring late, now and then very late.
                    _timer = true;
                    long late = _random.Next(20) == 0 ? _random.Next(30_000) : _random.Next(1_500);
                    _events.Enqueue(() => _timer = false, clock.Now + (long)(wait.TotalSeconds * SimulatedClock.Second) + late);
                }

                return;
            }

            _waiting--;
            _workers--;
            long departs = clock.Now + _random.NextInt64(200) + (fresh-- > 0 ? _random.NextInt64(Handshake + 1) : 0);
            _events.Enqueue(() => Depart(ticket), departs);
        }
    }

    private void Depart(QuotaTicket ticket)
    {
        limiter.Departs(ticket);
        Departures.Add(clock.Now);
        _events.Enqueue(() => Arrive(ticket), clock.Now + _random.NextInt64(NetworkJitter + 1));
    }

    private void Arrive(QuotaTicket ticket)
    {
        while (_admitted.TryPeek(out long oldest) && oldest <= clock.Now - QuotaPeriod)
        {
            _admitted.Dequeue();
        }

        if (_admitted.Count >= QuotaCalls)
        {
            double wait = (_admitted.Peek() + QuotaPeriod - clock.Now) / (double)SimulatedClock.Second;
            _events.Enqueue(() => Answer(ticket, TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait)))), clock.Now + 2_000);
            return;
        }

        _admitted.Enqueue(clock.Now);
        _events.Enqueue(() => Answer(ticket, null), clock.Now + (Latency / 2) + _random.NextInt64(Latency + 1));
    }

    private void Answer(QuotaTicket ticket, TimeSpan? refused)
    {
        _workers++;
        if (refused is { } wait)
        {
            Refused++;
            _waiting++;
            limiter.Refused(ticket, SaysRetryAfter ? wait : null, SaysF0);
            Pauses.Add((clock.Now, clock.Now + (SaysRetryAfter ? (long)(wait.TotalSeconds * SimulatedClock.Second) : 0)));
        }
        else
        {
            Served++;
            limiter.Succeeded(ticket);
        }
    }
}
