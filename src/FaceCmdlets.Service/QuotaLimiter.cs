using System.Diagnostics.CodeAnalysis;

namespace FaceCmdlets.Service;

/// <summary>
/// Finds the service's rate and stays at it, for all requests of a connection. Never more calls go in a period than the rate
/// allows, counted from when they really went; a period's first calls go at once, as the service lets them. A 429 stops
/// everyone once, for as long as the service says and longer when that was too short; from then on calls are spaced evenly,
/// at a rate a little lower, which is probed upward again slowly.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose handle nobody asks for holds nothing; disposing it would trip those who still wait.")]
internal sealed class QuotaLimiter
{
    /// <summary>
    /// The tiers' rates (Microsoft Learn, January 2026), and a little less than that: one call may come to the service some
    /// milliseconds faster than another. A network that does worse than that costs a refusal, and is then known.
    /// </summary>
    private const double S0PerSecond = 10;
    private const int F0Calls = 20;
    private const double Margin = 0.995;
    private const double Step = 0.99;

    private const int SlowStart = 4;

    /// <summary>Fewer calls than this, served in the second before a refusal, say nothing of the rate: somebody else uses the quota as well.</summary>
    private const int EnoughToMeasure = 4;

    /// <summary>Back to the rate that was refused last it goes fast; beyond it one step in so many calls, so that hardly one in a thousand is refused for it.</summary>
    private const int SuccessesToRecover = 10;
    private const double RecoveryStep = 1.05;
    private const int SuccessesToProbe = 1000;
    private const double FirstProbe = 0.01;
    private const double LargestProbe = 0.16;

    /// <summary>More than any rate's calls in a period: -RequestsPerSecond ends at 1000.</summary>
    private const int Remembered = 1024;

    private static readonly TimeSpan F0Period = TimeSpan.FromSeconds(60.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Until an answer, a departure or a reservation may have changed things.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(4);

    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly TimeProvider _time;
    private readonly QuotaTicket[] _recent = new QuotaTicket[Remembered];
    private readonly Queue<QuotaTicket> _served = new();
    private double? _perSecond;
    private double? _ceiling;
    private bool _isF0;
    private bool _isSpaced;
    private long _issued;
    private long _next;
    private long _blockedUntil;
    private long _waitsUntil;
    private double _probe = FirstProbe;
    private int _successes;
    private int _refusals;
    private int _inFlight;
    private long _servedInAll;
    private long? _measureAt;

    public QuotaLimiter(FaceTier? tier, TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _isF0 = tier == FaceTier.F0;
        _perSecond = tier == FaceTier.S0 ? S0PerSecond * Margin : null;
        _ceiling = _perSecond;
    }

    /// <summary>Calls a second that it keeps to; null while none is known.</summary>
    public double? RequestsPerSecond => _perSecond;

    /// <summary>How long the next call still waits for the quota.</summary>
    public TimeSpan Waiting
    {
        get
        {
            // After a refusal the calls may be with the retry policy, which heeds Retry-After itself.
            long left = Math.Max(Volatile.Read(ref _waitsUntil), Volatile.Read(ref _blockedUntil)) - _time.GetTimestamp();
            return left > 0 ? _time.GetElapsedTime(0, left) : TimeSpan.Zero;
        }
    }

    public void StartAt(double requestsPerSecond)
    {
        lock (_gate)
        {
            _isF0 = false;
            _perSecond = requestsPerSecond * Margin;
            _ceiling = _perSecond;
        }
    }

    /// <summary>Waits for the time of one call. Those who wait are served in turn, and only the first of them has a timer.</summary>
    public async ValueTask<QuotaTicket> AcquireAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            QuotaTicket? ticket;
            while (!TryReserve(out ticket, out TimeSpan wait))
            {
                Volatile.Write(ref _waitsUntil, _time.GetTimestamp() + Ticks(wait));
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            }

            return ticket;
        }
        finally
        {
            Volatile.Write(ref _waitsUntil, 0);
            _turn.Release();
        }
    }

    /// <summary>The call's first byte goes.</summary>
    public void Departs(QuotaTicket ticket) => ticket.Depart(_time.GetTimestamp());

    /// <summary>A call that got no answer.</summary>
    public void Gone(QuotaTicket ticket)
    {
        lock (_gate)
        {
            ticket.Depart(ticket.Issued);
            _inFlight--;
        }
    }

    /// <summary>An answer that is no 429.</summary>
    public void Succeeded(QuotaTicket ticket)
    {
        lock (_gate)
        {
            ticket.Depart(ticket.Issued);
            _inFlight--;
            _servedInAll++;
            _served.Enqueue(ticket);
            while (_served.Count > Remembered)
            {
                _served.Dequeue();
            }

            _refusals = 0;
            _successes++;
            Speed();
        }
    }

    /// <summary>A 429: everyone waits once.</summary>
    /// <param name="ticket">The call.</param>
    /// <param name="retryAfter">What the header or the message says; null where neither says anything.</param>
    /// <param name="saysF0">Whether the message names the tier F0.</param>
    public void Refused(QuotaTicket ticket, TimeSpan? retryAfter, bool saysF0)
    {
        lock (_gate)
        {
            long now = _time.GetTimestamp();
            ticket.Depart(ticket.Issued);
            _inFlight--;
            if (now < _blockedUntil)
            {
                // One of those that were under way already when the first was refused.
                return;
            }

            _successes = 0;
            _probe = FirstProbe;
            _isSpaced = true;
            _refusals++;
            if (saysF0)
            {
                _isF0 = true;
                _perSecond = null;
            }
            else if (!_isF0 && _perSecond is { } rate)
            {
                // The first after a good while may be chance (a late packet); one soon after another is not.
                _ceiling = rate * Step;
                _perSecond = _refusals > 1 ? rate * 0.8 : rate * Step;
            }
            else if (!_isF0)
            {
                _measureAt = now;
            }

            // As long as the service says, within what a call may take at all; longer where that was too short.
            TimeSpan asked = retryAfter is { } said ? Least(said, TransientRetryPolicy.LongestTime) : TimeSpan.FromSeconds(1);
            TimeSpan grown = _refusals == 1 ? TimeSpan.Zero : Least(TimeSpan.FromSeconds(0.5 * Math.Pow(2, Math.Min(_refusals, 10) - 1)), LongestPause);
            _blockedUntil = now + Ticks(asked > grown ? asked : grown);
            _next = _blockedUntil;
        }
    }

    /// <summary>Lets a call go now, or says how long to wait before asking again.</summary>
    public bool TryReserve([NotNullWhen(true)] out QuotaTicket? ticket, out TimeSpan wait)
    {
        lock (_gate)
        {
            long now = _time.GetTimestamp();
            wait = WaitAt(now);
            if (wait > TimeSpan.Zero)
            {
                ticket = null;
                return false;
            }

            if (_isSpaced && _perSecond is { } rate)
            {
                // What came late is made good, but not by a burst: at most two calls' time.
                long interval = Ticks(TimeSpan.FromSeconds(1 / rate));
                _next = Math.Max(_next, now - (2 * interval)) + interval;
            }

            ticket = new QuotaTicket(now);
            _recent[_issued++ % Remembered] = ticket;
            _inFlight++;
            return true;
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Speed()
    {
        if (_perSecond is not { } rate)
        {
            return;
        }

        if (rate < _ceiling && _successes >= SuccessesToRecover)
        {
            _successes = 0;
            _perSecond = Math.Min(_ceiling.Value, rate * RecoveryStep);
        }
        else if (_successes >= SuccessesToProbe)
        {
            // Each step that went well makes the next one larger: a resource may be allowed far more than it was.
            _successes = 0;
            _perSecond = _ceiling = rate * (1 + _probe);
            _probe = Math.Min(LargestProbe, _probe * 2);
        }
    }

    private TimeSpan WaitAt(long now)
    {
        if (now < _blockedUntil)
        {
            return Until(_blockedUntil, now);
        }

        if (_measureAt is { } refused)
        {
            // Nothing went since; by now the answers to what went in the second before are here.
            long start = refused - Ticks(TimeSpan.FromSeconds(1));
            int served = _served.Count(call => call.Departed > start && call.Departed <= refused);
            _measureAt = null;
            if (served >= EnoughToMeasure)
            {
                _perSecond = served * Margin;
                _ceiling = _perSecond;
            }
            else
            {
                _servedInAll = 0;
            }
        }

        if (_isF0)
        {
            return WaitForWindow(F0Calls, Ticks(F0Period), now);
        }

        if (_perSecond is not { } rate)
        {
            // Before anything is known, hardly more than have succeeded: a quota is hit by few, not by all.
            return _inFlight >= SlowStart + _servedInAll ? Soon : TimeSpan.Zero;
        }

        int calls = Math.Clamp((int)Math.Round(rate), 1, Remembered);
        return now < _next ? Until(_next, now) : WaitForWindow(calls, Ticks(TimeSpan.FromSeconds(calls / rate)), now);
    }

    /// <summary>So many calls in any period of that length, counted from when they went.</summary>
    private TimeSpan WaitForWindow(int calls, long period, long now)
    {
        if (_issued < calls)
        {
            return TimeSpan.Zero;
        }

        long departed = _recent[(_issued - calls) % Remembered].Departed;
        return departed == 0 ? Soon : now < departed + period ? Until(departed + period, now) : TimeSpan.Zero;
    }

    /// <summary>Rounded up: a timer that rings early would only ring again.</summary>
    private TimeSpan Until(long then, long now) => _time.GetElapsedTime(now, then) + TimeSpan.FromMilliseconds(0.2);

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * _time.TimestampFrequency);
}
