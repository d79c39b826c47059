using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet that works on many items at a time: at the service's rate, within a budget, in order, and as a job where that is wanted.</summary>
public abstract class BulkCmdlet : ConnectedCmdlet
{
    private CmdletJob? _job;

    /// <summary>How many requests may be in flight at a time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 10;

    /// <summary>Emits results as they are done, not in the order of the input.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Calls a second to start from, where the resource's tier is not known or more is allowed.</summary>
    [Parameter]
    [ValidateRange(0.01, 1000.0)]
    public double RequestsPerSecond { get; set; }

    /// <summary>Stops after so many calls, retries counted.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxCalls { get; set; }

    /// <summary>How many items there will be, for the progress bar's percentage and time left.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Total { get; set; }

    /// <summary>Works in the background and emits a job, for Receive-Job, Wait-Job and Stop-Job.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <summary>The job that does the work; null where it is done here.</summary>
    private protected CmdletJob? Job => _job;

    /// <summary>What -MaxCalls leaves of the calls, after so many earlier ones.</summary>
    internal CallCount Budget(int earlierCalls) => new(MaxCalls > 0 ? MaxCalls : null, earlierCalls);

    /// <summary>What a warning says of the items that -MaxCalls left over.</summary>
    internal virtual string AfterBudget => "The same command with a higher -MaxCalls sends them, and the others again.";

    /// <summary>Begins the job where one is wanted, or makes the connection ready for the work here.</summary>
    /// <param name="inputParameters">Names of the parameters that take the items: the job gets these by its pipeline.</param>
    private protected void BeginWork(params string[] inputParameters)
    {
        if (AsJob)
        {
            FaceContext context = Connection;
            _job = new CmdletJob(this, context, inputParameters);
            JobRepository.Add(_job);
            _job.Start();
        }
        else if (RequestsPerSecond > 0)
        {
            Connection.Service.StartAt(RequestsPerSecond);
        }
    }

    /// <summary>Whether the small collections are meant; where what is named and -Standard differ, that ends the command.</summary>
    private protected bool SizeOf(SwitchParameter standard, params FaceCollectionReference?[] named)
    {
        try
        {
            return FaceCollectionReference.IsStandard(MyInvocation, standard, named);
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, named[0]?.IdOrName));
            throw;
        }
    }

    /// <summary>Ends a job's input and emits the job.</summary>
    private protected void EmitJob()
    {
        _job!.EndInput();
        WriteObject(_job);
    }

    /// <inheritdoc />
    protected override void StopProcessing()
    {
        base.StopProcessing();
        StopUnfinishedJob();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        StopUnfinishedJob();
    }

    /// <summary>A job whose pipeline was stopped, or failed before it: nobody got hold of it, and its input would never end.</summary>
    private void StopUnfinishedJob()
    {
        if (_job is { IsInputOpen: true })
        {
            _job.StopJob();
        }
    }
}
