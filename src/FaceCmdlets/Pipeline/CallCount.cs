using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Counts the calls of one command, retries included, and ends them at a limit.</summary>
/// <param name="limit">The most calls, earlier ones included; null for no limit.</param>
/// <param name="earlier">Calls that count although this command did not make them.</param>
internal sealed class CallCount(int? limit, int earlier = 0)
{
    private int _made;
    private int _throttled;

    public int Earlier => earlier;

    public int Made => Volatile.Read(ref _made);

    /// <summary>This command's calls and the earlier ones.</summary>
    public int Total => earlier + Made;

    public int Throttled => Volatile.Read(ref _throttled);

    /// <summary>How many are left; null for no limit.</summary>
    public long? Left => limit is { } most ? Math.Max(0, most - ((long)earlier + Made)) : null;

    public bool IsUsedUp => Left == 0;

    /// <summary>What comes of that which there is no call left for.</summary>
    public static FaceServiceException Spent() => new(FaceServiceException.MaxCallsReached, "-MaxCalls is used up: nothing was asked any more. A higher number goes on.", ErrorCategory.LimitsExceeded, false);

    /// <summary>Takes one call, or says that there is none left.</summary>
    public bool TryTake()
    {
        while (true)
        {
            int made = Made;
            if ((long)earlier + made >= limit)
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
