using System.Diagnostics;

namespace FaceEmulator.Faults;

/// <summary>So many calls in any period of that length, as the service's gateway counts them.</summary>
internal sealed class QuotaWindow(int calls, TimeSpan period)
{
    private readonly Queue<long> _admitted = new();
    private readonly Lock _gate = new();

    /// <summary>Admits a call, or says how long it is until one would be.</summary>
    /// <param name="now">Stopwatch's time: the system's own milliseconds come four at a time.</param>
    public TimeSpan? Refuse(long now)
    {
        lock (_gate)
        {
            long start = now - (long)(period.TotalSeconds * Stopwatch.Frequency);
            while (_admitted.TryPeek(out long oldest) && oldest <= start)
            {
                _admitted.Dequeue();
            }

            if (_admitted.Count >= calls)
            {
                return Stopwatch.GetElapsedTime(start, _admitted.Peek());
            }

            _admitted.Enqueue(now);
            return null;
        }
    }
}
