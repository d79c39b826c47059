using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Changes the settings of a Face resource.</summary>
[Cmdlet(VerbsCommon.Set, "AzFaceSetting", SupportsShouldProcess = true)]
[OutputType(typeof(FaceSetting))]
public sealed class SetAzFaceSettingCommand : ConnectedCmdlet
{
    /// <summary>Whether liveness sessions are watched for abuse.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool LivenessAbuseMonitoring { get; set; }

    /// <summary>Emits the settings as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        RequirePreview(MyInvocation.MyCommand.Name);
        if (ShouldProcess(Connection.Endpoint.ToString(), LivenessAbuseMonitoring ? "Watch liveness sessions for abuse" : "Stop watching liveness sessions for abuse")
            && TryAsk(Connection.Service.Liveness.SetAbuseMonitoringAsync(LivenessAbuseMonitoring, Unlimited), Connection.Endpoint, out bool watched)
            && PassThru)
        {
            WriteObject(new FaceSetting { Endpoint = Connection.Endpoint, LivenessAbuseMonitoring = watched });
        }
    }
}
