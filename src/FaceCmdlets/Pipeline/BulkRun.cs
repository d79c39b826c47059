using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>
/// The core of every command that works on many items: a bounded window of requests, results in order, an error an item,
/// a budget of calls, progress. Requests run elsewhere; everything here happens on the pipeline's thread.
/// </summary>
/// <param name="command">The command that writes.</param>
/// <param name="activity">What the progress bar says, and of what ("pictures").</param>
/// <param name="nameOf">An item's name, for the progress bar.</param>
/// <param name="targetOf">An item's error target.</param>
/// <param name="emit">Writes what came of an item.</param>
/// <param name="emitNotSent">Writes that an item was not sent, where there is a result for that as well.</param>
internal sealed class BulkRun<TItem, TResult>(BulkCmdlet command, (string Text, string Noun) activity, Func<TItem, string> nameOf, Func<TItem, object> targetOf, Action<TItem, TResult> emit, Action<TItem>? emitNotSent = null)
{
    /// <summary>How long at most until what the requests tell, and the progress, is written.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly TaskWindow<(TItem Item, int Afterwards), TResult> _window = new(command.ThrottleLimit, ordered: !command.Unordered);
    private readonly BulkProgress _progress = new(command.WriteProgress, activity.Text, activity.Noun) { Total = command.Total };
    private int _running;
    private int _afterwards;
    private bool _isSpent;
    private int _notSent;
    private string? _firstNotSent;

    /// <summary>Calls of this command, and those that a checkpoint remembers.</summary>
    public CallCount Calls { get; private set; } = command.Budget(0);

    /// <summary>Calls of the budget that no item gets: for the question that the items are sent for. Given how many items are under way or to be sent.</summary>
    public Func<int, int> KeptBack { get; init; } = _ => 0;

    /// <summary>How many are under way, or wait for their turn.</summary>
    public int UnderWay => _window.Count;

    /// <summary>Calls that those that are under way may still make.</summary>
    public int Reserved => Volatile.Read(ref _running) + _afterwards;

    /// <summary>Calls that nothing which is under way or kept back needs; null for no limit.</summary>
    public long? Spare => Calls.Left - Reserved - KeptBack(_window.Count);

    /// <summary>What goes along with this command's requests.</summary>
    public RequestScope Scope => new(Calls, command.Log, command.Cancelled);

    /// <summary>Calls that earlier runs made count as well.</summary>
    public void Remember(int earlierCalls) => Calls = command.Budget(earlierCalls);

    /// <summary>How many there are, where that turns out later.</summary>
    public void Expect(int total)
    {
        if (_progress.Total == 0)
        {
            _progress.Total = total;
        }
    }

    /// <summary>Sends an item as soon as there is room, and hands on what is done meanwhile. An item that not all its calls are left for is not begun, and none after it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="request">What is asked about it.</param>
    /// <param name="calls">Calls that this takes.</param>
    /// <param name="afterwards">Calls that writing what came of it takes.</param>
    public void Send(TItem item, Func<RequestScope, Task<TResult>> request, int calls = 1, int afterwards = 0)
    {
        MakeRoom();
        if (calls > 0)
        {
            // Those before it may need all calls that are left: whoever comes first in the input is sent first.
            while (!_isSpent && !HasRoom(calls + afterwards) && _window.Count > 0)
            {
                WaitForRoom();
            }

            if (_isSpent || !HasRoom(calls + afterwards))
            {
                _isSpent = true;
                _window.Add((item, 0), Task.FromException<TResult>(CallCount.Spent()));
                return;
            }
        }

        RequestScope scope = Scope;
        Interlocked.Add(ref _running, calls);
        _afterwards += afterwards;
        _window.Add((item, afterwards), Task.Run(async () =>
        {
            try
            {
                return await request(scope).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Add(ref _running, -calls);
            }
        }));
    }

    /// <summary>Gives a result that needs no request its place in the order.</summary>
    public void AddDone(TItem item, TResult result)
    {
        MakeRoom();
        _window.Add((item, 0), Task.FromResult(result));
        HandOn(TimeSpan.Zero);
    }

    /// <summary>Hands on what is done, in input order, waiting no longer than this for the oldest.</summary>
    public void HandOn(TimeSpan patience)
    {
        try
        {
            while (_window.TryTake(patience, command.Cancelled, out (TItem Item, int Afterwards) taken, out Task<TResult> done))
            {
                patience = TimeSpan.Zero;
                _afterwards -= taken.Afterwards;
                command.TellStory();
                HandOn(taken.Item, done);
                _progress.Show(_window.Count, TimeSpan.Zero);
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        command.TellStory();
        if (patience > TimeSpan.Zero)
        {
            ShowProgress();
        }
    }

    /// <summary>Waits for all that is in flight, and says how it went.</summary>
    public void Finish()
    {
        Complete();
        WarnOfBudget([]);
    }

    /// <summary>Waits for all that is in flight; what the budget left is said by <see cref="WarnOfBudget"/>.</summary>
    public void Complete()
    {
        while (_window.Count > 0)
        {
            HandOn(Patience);
        }

        _progress.Complete();
        command.TellStory();
        command.WriteVerbose(_progress.Summary(Calls));
    }

    /// <summary>Says what -MaxCalls left.</summary>
    /// <param name="others">What was left besides items that were not sent.</param>
    public void WarnOfBudget(IEnumerable<string> others)
    {
        string[] left = [.. _notSent > 0 ? [FormattableString.Invariant($"{_notSent} {activity.Noun} were not sent, the first of them '{_firstNotSent}' (-Verbose names each)")] : Array.Empty<string>(), .. others];
        if (left.Length > 0)
        {
            string end = Calls.IsUsedUp ? "is reached" : "leaves no room for more";
            string earlier = Calls.Earlier > 0 ? FormattableString.Invariant($" ({Calls.Earlier} of them by earlier runs, as the checkpoint says)") : string.Empty;
            command.WriteWarning(FormattableString.Invariant($"-MaxCalls {command.MaxCalls} {end}: {Calls.Total} calls were made{earlier}, and {string.Join("; ", left)}. {command.AfterBudget}"));
        }
    }

    /// <summary>Counts an item as failed that has a result as well.</summary>
    public void CountFailed() => _progress.CountFailed();

    /// <summary>Shows how far it is.</summary>
    /// <param name="ahead">Items that are not here yet, but under way.</param>
    public void ShowProgress(int ahead = 0) => _progress.Show(ahead + _window.Count, command.Connection.Service.WaitingForQuota);

    private void MakeRoom()
    {
        HandOn(TimeSpan.Zero);
        while (_window.IsFull)
        {
            WaitForRoom();
        }
    }

    private bool HasRoom(int calls) => Calls.Left is not { } left || Reserved + calls + KeptBack(_window.Count + 1) <= left;

    private void WaitForRoom()
    {
        try
        {
            _window.WaitForRoom(Patience, command.Cancelled);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        HandOn(TimeSpan.Zero);
        ShowProgress();
    }

    private void NotSent(TItem item)
    {
        _notSent++;
        _firstNotSent ??= nameOf(item);
        command.WriteVerbose($"Not sent, as -MaxCalls is reached: {nameOf(item)}");
        emitNotSent?.Invoke(item);
    }

    private void HandOn(TItem item, Task<TResult> done)
    {
        TResult result;
        try
        {
            result = done.GetAwaiter().GetResult();
        }
        catch (FaceServiceException e)
        {
            if (e.ErrorCode == FaceServiceException.MaxCallsReached)
            {
                NotSent(item);
                return;
            }

            _progress.CountDone(nameOf(item));
            _progress.CountFailed();
            if (e.EndsPipeline)
            {
                _progress.Complete();
            }

            command.Report(e, targetOf(item));
            return;
        }

        _progress.CountDone(nameOf(item));
        emit(item, result);
    }
}
