namespace FaceEmulator.Faults;

/// <summary>So many calls in any period of that length, as the service's gateway counts them.</summary>
internal sealed class QuotaWindow(int calls, TimeSpan period, TimeProvider time)
{
    private readonly Queue<long> _admitted = new();
    private readonly Lock _gate = new();

    /// <summary>Admits a call, or says how long it is until one would be.</summary>
    public TimeSpan? Refuse()
    {
        lock (_gate)
        {
            // The system's own milliseconds come four at a time; these are finer.
            long now = time.GetTimestamp(), start = now - (long)(period.TotalSeconds * time.TimestampFrequency);
            while (_admitted.TryPeek(out long oldest) && oldest <= start)
            {
                _admitted.Dequeue();
            }

            if (_admitted.Count >= calls)
            {
                return time.GetElapsedTime(start, _admitted.Peek());
            }

            _admitted.Enqueue(now);
            return null;
        }
    }
}
