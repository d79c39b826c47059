using System.Collections.Concurrent;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet that talks to the service: with the connection it is given, or with the session's.</summary>
public abstract class ConnectedCmdlet : FaceCmdlet
{
    private readonly RequestLog _log = new();

    /// <summary>The connection to use instead of the session's: its name, or what Connect-AzFace -PassThru or Get-AzFaceContext handed out.</summary>
    [Parameter]
    [FaceContextTransformation]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ValidateNotNull]
    public FaceContext? Context { get; set; }

    internal IRequestLog Log => _log;

    /// <summary>For single requests, which nobody counts.</summary>
    private protected RequestScope Unlimited => new(new CallCount(null), _log, Cancelled);

    internal FaceContext Connection
    {
        get
        {
            FaceContext? context = Context ?? FaceSession.Current.Context;
            if (context is null)
            {
                string next = NextCommand.ConnectSomewhere();
                Stop("NotConnected", NotConnected(next), ErrorCategory.ConnectionError, null, next);
            }

            if (context!.IsDisconnected)
            {
                Stop("Disconnected", $"The connection to {context.Endpoint} was ended by {context.EndedBy}. Connect again: {context.ConnectCommand}", ErrorCategory.ConnectionError, context, context.ConnectCommand);
            }

            return context;
        }
    }

    /// <summary>Runs one request to its end on the pipeline's thread, telling its story on the way.</summary>
    internal T Wait<T>(Task<T> task)
    {
        WaitFor(task, OnTheWay);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>What is done on the pipeline's thread while a request runs.</summary>
    private protected virtual void OnTheWay() => TellStory();

    /// <summary>Waits for an answer; where there is none but an error, writes it, and the pipeline goes on.</summary>
    private protected bool TryAsk<T>(Task<T> question, object? target, out T answer)
    {
        try
        {
            answer = Wait(question);
            return true;
        }
        catch (FaceServiceException e)
        {
            Report(e, target);
            answer = default!;
            return false;
        }
    }

    /// <summary>The same for what has no answer.</summary>
    private protected bool TryDo(Task work, object? target) => TryAsk(Answered(work), target, out _);

    /// <summary>Writes what the requests have reported so far, and does what they want done here. Only the pipeline's thread may call it.</summary>
    internal void TellStory()
    {
        (Context ?? FaceSession.Current.Context)?.Errands.Do(this);
        while (_log.Entries.TryDequeue(out (bool Debug, string Message) entry))
        {
            if (entry.Debug)
            {
                WriteDebug(entry.Message);
            }
            else
            {
                WriteVerbose(entry.Message);
            }
        }
    }

    /// <summary>Ends the command where the connection does not speak the preview that this needs.</summary>
    /// <param name="what">What needs it, at the start of a sentence.</param>
    private protected void RequirePreview(string what)
    {
        if (Connection.ApiVersion != FaceConnection.PreviewApiVersion)
        {
            string next = Connection.ConnectCommandFor(FaceConnection.PreviewApiVersion);
            Stop("ApiVersionRequired", $"{what} needs {FaceConnection.PreviewApiVersion} of the Face API, and this connection speaks {Connection.ApiVersion}. Connect with: {next}", ErrorCategory.InvalidOperation, Connection, next);
        }
    }

    private static string NotConnected(string next) => !next.StartsWith("Connect", StringComparison.Ordinal)
        ? $"No connection is chosen. This session has others: {next}, or connect with Connect-AzFace."
        : $"There is no connection to a Face resource. Connect with '{next}', or with -Key, or without a subscription: '{NextCommand.ConnectEmulator}'.";

    private static async Task<bool> Answered(Task work)
    {
        await work.ConfigureAwait(false);
        return true;
    }

    private sealed class RequestLog : IRequestLog
    {
        public ConcurrentQueue<(bool Debug, string Message)> Entries { get; } = new();

        public void Verbose(string message) => Entries.Enqueue((false, message));

        public void Debug(string message) => Entries.Enqueue((true, message));
    }
}
