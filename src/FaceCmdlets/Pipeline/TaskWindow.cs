namespace FaceCmdlets;

/// <summary>
/// A bounded number of tasks in flight, handed out in the order they came in, or as they are done. One thread puts in
/// and takes out; the tasks run elsewhere. What is in memory is bounded by the window, not by the input: behind one that
/// takes long, some results wait for their turn, so that it holds up nobody but at last.
/// </summary>
internal sealed class TaskWindow<TItem, TResult>
{
    /// <summary>How many times the width may be done and wait behind the oldest.</summary>
    private const int Depth = 8;

    private readonly List<(TItem Item, Task<TResult> Task)> _inFlight = [];
    private readonly int _width;
    private readonly bool _ordered;

    public TaskWindow(int width, bool ordered)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        _width = width;
        _ordered = ordered;
    }

    public int Count => _inFlight.Count;

    public bool IsFull => _inFlight.Count >= _width && (Running >= _width || _inFlight.Count >= _width * Depth);

    private int Running => _inFlight.Count(entry => !entry.Task.IsCompleted);

    public void Add(TItem item, Task<TResult> task) => _inFlight.Add((item, task));

    /// <summary>Takes the oldest when it is done (any, where order does not matter), waiting for it no longer than this.</summary>
    public bool TryTake(TimeSpan patience, CancellationToken cancellationToken, out TItem item, out Task<TResult> done)
    {
        int index = DoneIndex();
        if (index < 0 && patience > TimeSpan.Zero && _inFlight.Count > 0)
        {
            // WaitAny, unlike Wait, does not throw what a task threw.
            Task[] awaited = [.. (_ordered ? _inFlight.Take(1) : _inFlight).Select(entry => entry.Task)];
            index = Task.WaitAny(awaited, (int)patience.TotalMilliseconds, cancellationToken);
        }

        if (index < 0)
        {
            (item, done) = (default!, default!);
            return false;
        }

        (item, done) = _inFlight[index];
        _inFlight.RemoveAt(index);
        return true;
    }

    /// <summary>Waits until another may come in or the oldest may leave, no longer than this.</summary>
    public void WaitForRoom(TimeSpan patience, CancellationToken cancellationToken)
    {
        Task[] running = [.. _inFlight.Select(entry => entry.Task).Where(task => !task.IsCompleted)];
        if (running.Length > 0)
        {
            Task.WaitAny(running, (int)patience.TotalMilliseconds, cancellationToken);
        }
    }

    private int DoneIndex() => _ordered
        ? (_inFlight.Count > 0 && _inFlight[0].Task.IsCompleted ? 0 : -1)
        : _inFlight.FindIndex(entry => entry.Task.IsCompleted);
}
