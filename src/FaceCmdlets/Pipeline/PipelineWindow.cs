using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>
/// A <see cref="TaskWindow{TItem, TResult}"/> as a command uses it: what is done is handed on upon the pipeline's thread,
/// waits are short, so that something can be written on the way, and Ctrl+C ends them.
/// </summary>
internal sealed class PipelineWindow<TItem, TResult>
{
    private readonly FaceCmdlet _command;
    private readonly TaskWindow<TItem, TResult> _window;
    private readonly Action<TItem, Task<TResult>> _handOn;
    private readonly Action _onTheWay;

    /// <param name="command">The command whose end ends the waiting.</param>
    /// <param name="width">How many tasks are in flight.</param>
    /// <param name="ordered">Whether they are handed on in the order they came in.</param>
    /// <param name="handOn">Takes a task that has ended.</param>
    /// <param name="onTheWay">What is done after each short wait.</param>
    public PipelineWindow(FaceCmdlet command, int width, bool ordered, Action<TItem, Task<TResult>> handOn, Action onTheWay)
    {
        _command = command;
        _window = new(width, ordered);
        _handOn = handOn;
        _onTheWay = onTheWay;
    }

    /// <summary>How many are in flight, or wait for their turn.</summary>
    public int Count => _window.Count;

    public bool IsFull => _window.IsFull;

    /// <summary>How long at most until something is done on the way.</summary>
    private static TimeSpan Patience => TimeSpan.FromMilliseconds(100);

    /// <summary>Adds a task, whether or not there is room: <see cref="MakeRoom"/> comes first.</summary>
    public void Add(TItem item, Task<TResult> task) => _window.Add(item, task);

    /// <summary>Hands on all that is done, and waits for room where there is none.</summary>
    public void MakeRoom()
    {
        HandOn();
        while (IsFull)
        {
            Wait();
        }
    }

    /// <summary>Hands on what is done by now.</summary>
    public void HandOn() => HandOn(TimeSpan.Zero);

    /// <summary>Waits a short while until one of them is done, and hands on what is.</summary>
    public void Wait()
    {
        Guarded(() => _window.WaitForRoom(Patience, _command.Cancelled));
        HandOn();
        _onTheWay();
    }

    /// <summary>Waits for all of them.</summary>
    public void Finish()
    {
        while (Count > 0)
        {
            WaitForNext();
        }
    }

    /// <summary>Waits a short while for the next to be handed on.</summary>
    public void WaitForNext()
    {
        HandOn(Patience);
        _onTheWay();
    }

    private void HandOn(TimeSpan patience) => Guarded(() =>
    {
        while (_window.TryTake(patience, _command.Cancelled, out TItem item, out Task<TResult> done))
        {
            patience = TimeSpan.Zero;
            _handOn(item, done);
        }
    });

    private static void Guarded(Action act)
    {
        try
        {
            act();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
