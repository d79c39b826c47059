namespace FaceCmdlets;

/// <summary>Counts the calls of one command, retries included, and ends them at a limit.</summary>
internal sealed class CallCount(int? limit)
{
    private int _made;
    private int _throttled;

    public int Made => Volatile.Read(ref _made);

    public int Throttled => Volatile.Read(ref _throttled);

    public bool IsUsedUp => limit is { } most && Made >= most;

    /// <summary>Takes one call, or says that there is none left.</summary>
    public bool TryTake()
    {
        while (true)
        {
            int made = Made;
            if (made >= limit)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _made, made + 1, made) == made)
            {
                return true;
            }
        }
    }

    public void CountThrottled() => Interlocked.Increment(ref _throttled);
}
