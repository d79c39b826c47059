namespace FaceCmdlets.Service;

/// <summary>
/// Finds the service's rate and stays at it, for all requests of a connection. Calls are spaced evenly; on the tier F0
/// (20 a minute) the first 20 go at once, as the service lets them. A 429 stops everyone once, for as long as the service
/// says and longer when that was too short; then the rate goes on a little lower, and is probed upward again slowly.
/// </summary>
internal sealed class QuotaLimiter
{
    /// <summary>The tiers' rates (Microsoft Learn, January 2026), and a little less than that: clocks differ.</summary>
    private const double S0PerSecond = 10;
    private const int F0Calls = 20;
    private const double Margin = 0.99;

    private const int SlowStart = 2;
    private const int SuccessesToProbe = 100;
    private const int SuccessesToProbeBeyondCeiling = 1000;

    private static readonly TimeSpan F0Period = TimeSpan.FromSeconds(60.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly Queue<long> _recent = new();
    private readonly Queue<long> _served = new();
    private double? _perSecond;
    private double? _ceiling;
    private bool _isF0;
    private long _next;
    private long _blockedUntil;
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
    }

    /// <summary>Calls a second that it keeps to; null while none is known.</summary>
    public double? RequestsPerSecond => _perSecond;

    public void StartAt(double requestsPerSecond)
    {
        lock (_gate)
        {
            _isF0 = false;
            _perSecond = requestsPerSecond * Margin;
            _ceiling = _perSecond;
        }
    }

    /// <summary>Waits for the time of one call.</summary>
    /// <returns>When the call went, for <see cref="Succeeded"/>.</returns>
    public async ValueTask<long> AcquireAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        long ticket;
        while ((wait = Reserve(out ticket)) > TimeSpan.Zero)
        {
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }

        return ticket;
    }

    /// <summary>A call that got no answer.</summary>
    public void Gone()
    {
        lock (_gate)
        {
            _inFlight--;
        }
    }

    /// <summary>An answer that is no 429.</summary>
    public void Succeeded(long ticket)
    {
        lock (_gate)
        {
            _inFlight--;
            _servedInAll++;
            _served.Enqueue(ticket);
            while (_served.Count > 1024)
            {
                _served.Dequeue();
            }

            _refusals = 0;
            _successes++;
            bool atCeiling = _perSecond >= _ceiling;
            if (_perSecond is { } rate && _successes >= (atCeiling ? SuccessesToProbeBeyondCeiling : SuccessesToProbe))
            {
                _successes = 0;
                _perSecond = rate * 1.01;
            }
        }
    }

    /// <summary>A 429: everyone waits once.</summary>
    /// <param name="retryAfter">What the header or the message says; null where neither says anything.</param>
    /// <param name="saysF0">Whether the message names the tier F0.</param>
    public void Refused(TimeSpan? retryAfter, bool saysF0)
    {
        lock (_gate)
        {
            long now = _time.GetTimestamp();
            _inFlight--;
            if (now < _blockedUntil)
            {
                // One of those that were under way already when the first was refused.
                return;
            }

            _successes = 0;
            _refusals++;
            if (saysF0)
            {
                _isF0 = true;
                _perSecond = null;
            }
            else if (!_isF0 && _perSecond is { } rate)
            {
                // The first after a good while may be chance (a late packet); one soon after another is not.
                _ceiling = rate * Margin;
                _perSecond = _refusals > 1 ? rate * 0.8 : rate * Margin;
            }
            else if (!_isF0)
            {
                _measureAt = now;
            }

            TimeSpan pause = retryAfter ?? TimeSpan.FromSeconds(1);
            TimeSpan grown = TimeSpan.FromSeconds(0.5 * Math.Pow(2, _refusals - 1));
            pause = pause > grown || _refusals == 1 ? pause : grown;
            _blockedUntil = now + Ticks(pause < LongestPause ? pause : LongestPause);
            _next = _blockedUntil;
        }
    }

    /// <summary>Zero when the call may go now; otherwise how long to wait before asking again.</summary>
    private TimeSpan Reserve(out long now)
    {
        lock (_gate)
        {
            now = _time.GetTimestamp();
            if (now < _blockedUntil)
            {
                return _time.GetElapsedTime(now, _blockedUntil) + TimeSpan.FromMilliseconds(1);
            }

            if (_measureAt is { } refused)
            {
                // Nothing went since; by now the answers to what went in the second before are here.
                long start = refused - Ticks(TimeSpan.FromSeconds(1));
                _perSecond = Math.Max(1, _served.Count(time => time > start && time <= refused)) * Margin;
                _measureAt = null;
            }

            if (_perSecond is null && !_isF0 && _inFlight >= SlowStart + (_servedInAll / 2))
            {
                // Before anything is known, as many as have succeeded: a quota is hit by few, not by all.
                return TimeSpan.FromMilliseconds(4);
            }

            if (_isF0 && RecentWithin(now, F0Period) >= F0Calls)
            {
                return F0Period - _time.GetElapsedTime(_recent.Peek(), now) + TimeSpan.FromMilliseconds(1);
            }

            if (_perSecond is { } rate)
            {
                if (now < _next)
                {
                    return _time.GetElapsedTime(now, _next) + TimeSpan.FromMilliseconds(0.2);
                }

                // Late wake-ups are made good, but never by more than one call's time.
                long interval = Ticks(TimeSpan.FromSeconds(1 / rate));
                _next = Math.Max(_next, now - interval) + interval;
            }

            _recent.Enqueue(now);
            while (_recent.Count > 1024)
            {
                _recent.Dequeue();
            }

            _inFlight++;
            return TimeSpan.Zero;
        }
    }

    private int RecentWithin(long now, TimeSpan period)
    {
        long start = now - Ticks(period);
        if (_isF0)
        {
            while (_recent.TryPeek(out long oldest) && oldest <= start)
            {
                _recent.Dequeue();
            }
        }

        return _recent.Count(time => time > start);
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * _time.TimestampFrequency);
}
