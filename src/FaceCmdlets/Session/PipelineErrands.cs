using System.Collections.Concurrent;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>
/// What the requests of a connection want done on a pipeline's thread: a code shown, a cmdlet of Az.Accounts called. They
/// belong to the connection and not to a command: with one command feeding another, it is the inner one that waits and
/// does them, whoever's request it was.
/// </summary>
internal sealed class PipelineErrands
{
    private readonly ConcurrentQueue<Action<PSCmdlet>> _waiting = new();

    /// <summary>Any thread: done by the next command that waits.</summary>
    public void Post(Action<PSCmdlet> errand) => _waiting.Enqueue(errand);

    /// <summary>Any thread: the same, with an answer.</summary>
    public async Task<T> AskAsync<T>(Func<PSCmdlet, T> errand, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(cmdlet =>
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                answer.TrySetResult(errand(cmdlet));
            }
            catch (Exception e) when (e is not PipelineStoppedException)
            {
                answer.TrySetException(e);
            }
        });
        return await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The pipeline's thread only.</summary>
    public void Do(PSCmdlet cmdlet)
    {
        while (_waiting.TryDequeue(out Action<PSCmdlet>? errand))
        {
            errand(cmdlet);
        }
    }
}
