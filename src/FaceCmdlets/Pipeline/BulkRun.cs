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
internal sealed class BulkRun<TItem, TResult>(BulkCmdlet command, (string Text, string Noun) activity, Func<TItem, string> nameOf, Func<TItem, object> targetOf, Action<TItem, TResult> emit)
{
    /// <summary>How long at most until what the requests tell, and the progress, is written.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly TaskWindow<TItem, TResult> _window = new(command.ThrottleLimit, ordered: !command.Unordered);
    private readonly BulkProgress _progress = new(command.WriteProgress, activity.Text, activity.Noun) { Total = command.Total };
    private int _notSent;

    /// <summary>Calls of this command, and those that a checkpoint remembers.</summary>
    public CallCount Calls { get; private set; } = command.Budget(0);

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

    /// <summary>Sends an item as soon as there is room, and hands on what is done meanwhile.</summary>
    public void Send(TItem item, Func<RequestScope, Task<TResult>> request)
    {
        MakeRoom();
        if (Calls.IsUsedUp)
        {
            _notSent++;
            return;
        }

        RequestScope scope = Scope;
        _window.Add(item, Task.Run(() => request(scope)));
    }

    /// <summary>Gives a result that needs no request its place in the order.</summary>
    public void AddDone(TItem item, TResult result)
    {
        MakeRoom();
        _window.Add(item, Task.FromResult(result));
        HandOn(TimeSpan.Zero);
    }

    /// <summary>Hands on what is done, in input order, waiting no longer than this for the oldest.</summary>
    public void HandOn(TimeSpan patience)
    {
        try
        {
            while (_window.TryTake(patience, command.Cancelled, out TItem item, out Task<TResult> done))
            {
                patience = TimeSpan.Zero;
                command.TellStory();
                HandOn(item, done);
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
        while (_window.Count > 0)
        {
            HandOn(Patience);
        }

        _progress.Complete();
        command.TellStory();
        command.WriteVerbose(_progress.Summary(Calls));
        if (_notSent > 0)
        {
            string earlier = Calls.Earlier > 0 ? FormattableString.Invariant($" ({Calls.Earlier} of them by earlier runs, as the checkpoint says)") : string.Empty;
            command.WriteWarning(FormattableString.Invariant($"-MaxCalls {command.MaxCalls} is reached: {Calls.Total} calls were made{earlier}, and {_notSent} {activity.Noun} were not sent. The same command with a higher -MaxCalls sends them."));
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
                _notSent++;
                return;
            }

            _progress.CountDone(nameOf(item));
            _progress.CountFailed();
            ErrorRecord error = command.ToErrorRecord(e, targetOf(item));
            if (e.EndsPipeline)
            {
                _progress.Complete();
                command.ThrowTerminatingError(error);
            }

            command.WriteError(error);
            return;
        }

        _progress.CountDone(nameOf(item));
        emit(item, result);
    }
}
