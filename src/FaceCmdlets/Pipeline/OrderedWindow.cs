namespace FaceCmdlets;

/// <summary>
/// A bounded number of tasks in flight, handed out in the order they came in. One thread puts in and takes out;
/// the tasks run elsewhere. What is in memory is bounded by the window, not by the input.
/// </summary>
internal sealed class OrderedWindow<TItem, TResult>
{
    private readonly Queue<(TItem Item, Task<TResult> Task)> _inFlight = new();
    private readonly int _width;

    public OrderedWindow(int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        _width = width;
    }

    public int Count => _inFlight.Count;

    public bool IsFull => _inFlight.Count >= _width;

    public void Add(TItem item, Func<Task<TResult>> start) => _inFlight.Enqueue((item, Task.Run(start)));

    /// <summary>Takes the oldest when it is done, waiting for it no longer than this.</summary>
    public bool TryTake(TimeSpan patience, CancellationToken cancellationToken, out TItem item, out Task<TResult> done)
    {
        if (_inFlight.TryPeek(out (TItem Item, Task<TResult> Task) head) && (head.Task.IsCompleted || Completes(head.Task, patience, cancellationToken)))
        {
            (item, done) = _inFlight.Dequeue();
            return true;
        }

        (item, done) = (default!, default!);
        return false;
    }

    private static bool Completes(Task task, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (patience == TimeSpan.Zero)
        {
            return false;
        }

        // WaitAny, unlike Wait, does not throw what the task threw.
        return Task.WaitAny([task], (int)patience.TotalMilliseconds, cancellationToken) == 0;
    }
}
