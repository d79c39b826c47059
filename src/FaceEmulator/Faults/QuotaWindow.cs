namespace FaceEmulator.Faults;

/// <summary>So many calls in any period of that length, as the service's gateway counts them.</summary>
internal sealed class QuotaWindow(int calls, TimeSpan period)
{
    private readonly Queue<long> _admitted = new();
    private readonly Lock _gate = new();

    /// <summary>Admits a call, or says how long it is until one would be.</summary>
    public TimeSpan? Refuse(long nowMilliseconds)
    {
        lock (_gate)
        {
            long start = nowMilliseconds - (long)period.TotalMilliseconds;
            while (_admitted.TryPeek(out long oldest) && oldest <= start)
            {
                _admitted.Dequeue();
            }

            if (_admitted.Count >= calls)
            {
                return TimeSpan.FromMilliseconds(_admitted.Peek() - start);
            }

            _admitted.Enqueue(nowMilliseconds);
            return null;
        }
    }
}
