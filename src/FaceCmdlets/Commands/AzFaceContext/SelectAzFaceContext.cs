using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Says which of several connections the session uses where no -Context is given.</summary>
[Cmdlet(VerbsCommon.Select, "AzFaceContext", DefaultParameterSetName = ByName)]
[OutputType(typeof(FaceContext))]
public sealed class SelectAzFaceContextCommand : FaceCmdlet
{
    private const string ByName = "Name";
    private const string ByContext = "Context";

    /// <summary>The connection's name, as Connect-AzFace -Name gave it.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The connection itself; one of another runspace becomes known to this one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByContext, ValueFromPipeline = true)]
    [FaceContextTransformation]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ValidateNotNull]
    public FaceContext? Context { get; set; }

    /// <summary>Hands the connection on.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        FaceSession session = FaceSession.Current;
        FaceContext? context = Context ?? session.Named(Name!);
        if (context is null)
        {
            ThrowTerminatingError(NoSuchContext(Name!));
        }
        else if (context.IsDisconnected)
        {
            Stop("Disconnected", $"The connection to {context.Endpoint} was ended by Disconnect-AzFace. Connect again: {context.ConnectCommand}", ErrorCategory.ConnectionError, context, context.ConnectCommand);
        }

        session.Select(context!);
        WriteVerbose($"'{context!.Name}' is used from now on: {context}.");
        if (PassThru)
        {
            WriteObject(context);
        }
    }
}
