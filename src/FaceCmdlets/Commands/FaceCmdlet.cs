using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gives a cmdlet its cancellation, which ends with Ctrl+C, with Select-Object -First, and with an error downstream.</summary>
public abstract class FaceCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    internal CancellationToken Cancelled => _cancellation.Token;

    /// <inheritdoc />
    protected override void StopProcessing() => _cancellation.Cancel();

    /// <summary>Cancels what is still in flight.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels what is still in flight.</summary>
    /// <param name="disposing">Whether it was asked for.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Not disposed: a request that ends just now may still look at its token.
            _cancellation.Cancel();
        }
    }

    internal static ErrorRecord ToErrorRecord(FaceServiceException e, object? target) =>
        new(e, e.ErrorCode, e.Category, target);

    /// <summary>Waits on the pipeline's thread for what runs elsewhere, doing on the way what only this thread may do.</summary>
    private protected void WaitFor(Task task, Action onTheWay)
    {
        try
        {
            while (!task.Wait(50, Cancelled))
            {
                onTheWay();
            }
        }
        catch (AggregateException)
        {
            // GetResult throws what is inside.
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        onTheWay();
        task.GetAwaiter().GetResult();
    }

    private protected static ErrorRecord NoSuchContext(string name) =>
        new(new ItemNotFoundException($"This session has no connection named '{name}'. Get-AzFaceContext -ListAvailable shows those it has."), "ContextNotFound", ErrorCategory.ObjectNotFound, name);

    private protected void Stop(string id, string message, ErrorCategory category, object? target = null) =>
        ThrowTerminatingError(new ErrorRecord(new InvalidOperationException(message), id, category, target));
}
