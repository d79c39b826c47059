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

    internal ErrorRecord ToErrorRecord(FaceServiceException e, object? target)
    {
        FaceServiceException told = Advise(e, target);
        return NewError(told, told.ErrorCode, told.Category, target, told.NextCommand);
    }

    /// <summary>Writes the error, and the pipeline goes on; where every other item would fail in the same way, ends it.</summary>
    internal void Report(FaceServiceException e, object? target)
    {
        ErrorRecord error = ToErrorRecord(e, target);
        if (e.EndsPipeline)
        {
            ThrowTerminatingError(error);
        }

        WriteError(error);
    }

    /// <summary>An error that also says, where there is one, which command to type next: the engine shows it as the recommendation.</summary>
    internal static ErrorRecord NewError(Exception reason, string id, ErrorCategory category, object? target, string? next) => next is null
        ? new(reason, id, category, target)
        : new(reason, id, category, target) { ErrorDetails = new ErrorDetails(reason.Message) { RecommendedAction = next } };

    /// <summary>Adds to what the service said what to do about it in this command.</summary>
    private protected virtual FaceServiceException Advise(FaceServiceException e, object? target) => e.ErrorCode == FaceServiceException.UnsupportedFeature
        ? e.With($"Until then, try it with the emulator: {NextCommand.ConnectEmulator}.", NextCommand.ConnectEmulator)
        : e;

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

    /// <summary>The full path of a folder to write pictures to, there or not; what is no folder of the file system ends the command.</summary>
    private protected string OutputFolder(string directory)
    {
        string folder = SessionState.Path.GetUnresolvedProviderPathFromPSPath(directory, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            Stop("OutputDirectoryUnusable", $"'{directory}' is in the provider {provider.Name}; pictures are written to a folder.", ErrorCategory.InvalidArgument, directory);
        }

        return Path.GetFullPath(folder);
    }

    /// <summary>Emits a file that was written, as Get-Item has it: with PSPath and what the views show.</summary>
    private protected void WriteFile(string path)
    {
        try
        {
            WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);
        }
        catch (ItemNotFoundException)
        {
            // Somebody else was quick to move it on.
            WriteObject(new FileInfo(path));
        }
    }

    private protected static ErrorRecord NoSuchContext(string name) =>
        NewError(new ItemNotFoundException(FaceSession.NoSuchContext(name)), "ContextNotFound", ErrorCategory.ObjectNotFound, name, "Get-AzFaceContext -ListAvailable");

    private protected void Stop(string id, string message, ErrorCategory category, object? target = null, string? next = null) =>
        ThrowTerminatingError(NewError(new InvalidOperationException(message), id, category, target, next));
}
