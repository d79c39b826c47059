using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>
/// The core of every command that works on many items: a bounded window of requests, results in order, an error an item,
/// a budget of calls, progress. Requests run elsewhere; everything here happens on the pipeline's thread.
/// </summary>
internal sealed class BulkRun<TItem, TResult> : IBulkRun
{
    private readonly BulkCmdlet _command;
    private readonly string _noun;
    private readonly Func<TItem, string> _nameOf;
    private readonly Func<TItem, object> _targetOf;
    private readonly Action<TItem, TResult> _emit;
    private readonly Action<TItem>? _emitNotSent;
    private readonly PipelineWindow<(TItem Item, int Afterwards), TResult> _window;
    private readonly BulkProgress _progress;
    private int _running;
    private int _afterwards;
    private bool _isSpent;
    private int _notSent;
    private string? _firstNotSent;

    /// <param name="command">The command that writes.</param>
    /// <param name="activity">What the progress bar says, and of what ("pictures").</param>
    /// <param name="nameOf">An item's name, for the progress bar.</param>
    /// <param name="targetOf">An item's error target.</param>
    /// <param name="emit">Writes what came of an item.</param>
    /// <param name="emitNotSent">Writes that an item was not sent, where there is a result for that as well.</param>
    public BulkRun(BulkCmdlet command, (string Text, string Noun) activity, Func<TItem, string> nameOf, Func<TItem, object> targetOf, Action<TItem, TResult> emit, Action<TItem>? emitNotSent = null)
    {
        _command = command;
        _noun = activity.Noun;
        _nameOf = nameOf;
        _targetOf = targetOf;
        _emit = emit;
        _emitNotSent = emitNotSent;
        _window = new(command, command.ThrottleLimit, ordered: !command.Unordered, HandOn, () => ShowProgress());
        _progress = new(command.WriteProgress, activity.Text, activity.Noun) { Total = command.Total };
        Calls = command.Budget(0);
    }

    /// <summary>Calls of this command, and those that a checkpoint remembers.</summary>
    public CallCount Calls { get; private set; }

    /// <summary>Calls of the budget that no item gets: for the question that the items are sent for. Given how many items are under way or to be sent.</summary>
    public Func<int, int> KeptBack { get; init; } = _ => 0;

    /// <summary>How many are under way, or wait for their turn.</summary>
    public int UnderWay => _window.Count;

    /// <summary>Calls that those that are under way may still make.</summary>
    public int Reserved => Volatile.Read(ref _running) + _afterwards;

    /// <summary>Calls that nothing which is under way or kept back needs; null for no limit.</summary>
    public long? Spare => Calls.Left - Reserved - KeptBack(_window.Count);

    /// <summary>What goes along with this command's requests.</summary>
    public RequestScope Scope => new(Calls, _command.Log, _command.Cancelled);

    /// <summary>Calls that earlier runs made count as well.</summary>
    public void Remember(int earlierCalls) => Calls = _command.Budget(earlierCalls);

    /// <inheritdoc />
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
        _window.MakeRoom();
        if (calls > 0)
        {
            // Those before it may need all calls that are left: whoever comes first in the input is sent first.
            while (!_isSpent && !HasRoom(calls + afterwards) && _window.Count > 0)
            {
                _window.Wait();
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
        _window.MakeRoom();
        _window.Add((item, 0), Task.FromResult(result));
        HandOn();
    }

    /// <inheritdoc />
    public void HandOn()
    {
        _window.HandOn();
        _command.TellStory();
    }

    /// <summary>Waits a short while for the next to be handed on.</summary>
    public void WaitForNext() => _window.WaitForNext();

    /// <inheritdoc />
    public void Finish()
    {
        Complete();
        WarnOfBudget([]);
    }

    /// <summary>Waits for all that is in flight; what the budget left is said by <see cref="WarnOfBudget"/>.</summary>
    public void Complete()
    {
        _window.Finish();
        _progress.Complete();
        _command.TellStory();
        _command.WriteVerbose(_progress.Summary(Calls));
    }

    /// <summary>Says what -MaxCalls left.</summary>
    /// <param name="others">What was left besides items that were not sent.</param>
    public void WarnOfBudget(IEnumerable<string> others)
    {
        string[] left = [.. _notSent > 0 ? [NotSentInWords()] : Array.Empty<string>(), .. others];
        if (left.Length > 0)
        {
            string end = Calls.IsUsedUp ? "is reached" : "leaves no room for more";
            string earlier = Calls.Earlier > 0 ? FormattableString.Invariant($" ({Calls.Earlier} of them by earlier runs, as the checkpoint says)") : string.Empty;
            _command.WriteWarning(FormattableString.Invariant($"-MaxCalls {_command.MaxCalls} {end}: {(Calls.Total == 1 ? "1 call was" : FormattableString.Invariant($"{Calls.Total} calls were"))} made{earlier}, and {string.Join("; ", left)}. {_command.AfterBudget}"));
        }
    }

    /// <summary>Counts an item as failed that has a result as well.</summary>
    public void CountFailed() => _progress.CountFailed();

    /// <summary>Shows how far it is.</summary>
    /// <param name="ahead">Items that are not here yet, but under way.</param>
    public void ShowProgress(int ahead = 0)
    {
        _command.TellStory();
        _progress.Show(ahead + _window.Count, _command.Connection.Service.WaitingForQuota);
    }

    private bool HasRoom(int calls) => Calls.Left is not { } left || Reserved + calls + KeptBack(_window.Count + 1) <= left;

    /// <summary>All nouns here have their plural in s.</summary>
    private string NotSentInWords() => _notSent == 1
        ? $"1 {_noun[..^1]} was not sent: '{_firstNotSent}'"
        : FormattableString.Invariant($"{_notSent} {_noun} were not sent, the first of them '{_firstNotSent}' (-Verbose names each)");

    private void NotSent(TItem item)
    {
        _notSent++;
        _firstNotSent ??= _nameOf(item);
        _command.WriteVerbose($"Not sent, as -MaxCalls is reached: {_nameOf(item)}");
        _emitNotSent?.Invoke(item);
    }

    private void HandOn((TItem Item, int Afterwards) taken, Task<TResult> done)
    {
        TItem item = taken.Item;
        _afterwards -= taken.Afterwards;
        _command.TellStory();
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

            _progress.CountDone(_nameOf(item));
            _progress.CountFailed();
            if (e.EndsPipeline)
            {
                _progress.Complete();
            }

            _command.Report(e, _targetOf(item));
            return;
        }

        _progress.CountDone(_nameOf(item));
        _emit(item, result);
        _progress.Show(_window.Count, TimeSpan.Zero);
    }
}
