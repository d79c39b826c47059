using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace FaceCmdlets;

/// <summary>
/// A cmdlet of this module at work in a runspace of its own, on the same connection: what -AsJob emits. Its streams are the
/// job's, its state is the job's state.
/// </summary>
internal sealed class CmdletJob : Job
{
    /// <summary>Parameters that mean something to the waiting command only.</summary>
    private static readonly string[] NotForTheJob =
        ["AsJob", "Context", "OutVariable", "OutBuffer", "PipelineVariable", "ErrorVariable", "WarningVariable", "InformationVariable"];

    /// <summary>So many pictures as bytes or streams wait for the job at most; paths take hardly any memory.</summary>
    private const int MostContents = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly PSDataCollection<object> _input = [];
    private readonly Runspace _runspace;
    private readonly PowerShell _shell;
    private int _contents;

    /// <param name="cmdlet">The cmdlet as it was called.</param>
    /// <param name="context">The connection that it would use.</param>
    /// <param name="inputParameters">Parameters that take the items; these come by <see cref="Add(object)"/>.</param>
    public CmdletJob(PSCmdlet cmdlet, FaceContext context, string[] inputParameters)
        : base(StatementOf(cmdlet.MyInvocation), null)
    {
        PSJobTypeName = "AzFaceJob";
        string name = cmdlet.MyInvocation.MyCommand.Name;
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry(name, cmdlet.GetType(), null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(WildcardPattern.Escape(cmdlet.SessionState.Path.CurrentFileSystemLocation.Path));
        _shell = PowerShell.Create();
        _shell.Runspace = _runspace;
        _shell.AddCommand(name).AddParameter("Context", context);
        foreach ((string parameter, object value) in cmdlet.MyInvocation.BoundParameters)
        {
            if (!NotForTheJob.Contains(parameter) && !inputParameters.Contains(parameter))
            {
                _shell.AddParameter(parameter, value);
            }
        }

        _shell.Streams.Error = Error;
        _shell.Streams.Warning = Warning;
        _shell.Streams.Verbose = Verbose;
        _shell.Streams.Debug = Debug;
        _shell.Streams.Progress = Progress;
        _shell.Streams.Information = Information;
        _shell.InvocationStateChanged += (_, change) => Follow(change.InvocationStateInfo);
    }

    public bool IsInputOpen => _input.IsOpen;

    public override bool HasMoreData => Output.Count + Error.Count + Warning.Count + Verbose.Count + Debug.Count + Progress.Count + Information.Count > 0;

    public override string Location => "this process";

    public override string StatusMessage => JobStateInfo.State.ToString();

    public void Start()
    {
        SetJobState(JobState.Running);
        _shell.BeginInvoke(_input, Output);
    }

    public void Add(object item) => _input.Add(item);

    /// <summary>The same for what may be a picture itself: waits while many of these are not yet taken, so that memory is bounded.</summary>
    public void Add(object item, CancellationToken cancellationToken)
    {
        if (item is not (byte[] or Stream))
        {
            Add(item);
            return;
        }

        while (Volatile.Read(ref _contents) >= MostContents && JobStateInfo.State == JobState.Running)
        {
            if (cancellationToken.WaitHandle.WaitOne(Patience))
            {
                throw new PipelineStoppedException();
            }
        }

        Interlocked.Increment(ref _contents);
        Add(new JobContent(item, () => Interlocked.Decrement(ref _contents)));
    }

    public void EndInput() => _input.Complete();

    public override void StopJob()
    {
        _input.Complete();
        _shell.Stop();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _shell.Dispose();
            _runspace.Dispose();
            _input.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The pipeline that the cmdlet stands in, and no more of its line: whoever lists jobs need not see what else was typed.</summary>
    private static string StatementOf(InvocationInfo invocation)
    {
        int offset = invocation.OffsetInLine - 1;
        Ast line = Parser.ParseInput(invocation.Line, out _, out _);
        return line.FindAll(ast => ast is PipelineAst && ast.Extent.StartOffset <= offset && offset < ast.Extent.EndOffset, searchNestedScriptBlocks: true)
            .MinBy(ast => ast.Extent.EndOffset - ast.Extent.StartOffset)?.Extent.Text ?? invocation.MyCommand.Name;
    }

    private void Follow(PSInvocationStateInfo now)
    {
        switch (now.State)
        {
            case PSInvocationState.Completed:
                Finish(JobState.Completed);
                break;
            case PSInvocationState.Stopped:
                Finish(JobState.Stopped);
                break;
            case PSInvocationState.Failed:
                Error.Add((now.Reason as RuntimeException)?.ErrorRecord ?? new ErrorRecord(now.Reason, "JobFailed", ErrorCategory.NotSpecified, null));
                Finish(JobState.Failed);
                break;
        }
    }

    private void Finish(JobState state)
    {
        // Whoever feeds it need not know that it has ended.
        _runspace.CloseAsync();
        SetJobState(state);
    }
}
