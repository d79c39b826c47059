using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets the settings of a Face resource.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceSetting")]
[OutputType(typeof(FaceSetting))]
public sealed class GetAzFaceSettingCommand : ConnectedCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        RequirePreview(MyInvocation.MyCommand.Name);
        if (TryAsk(Connection.Service.Liveness.GetAbuseMonitoringAsync(Unlimited), Connection.Endpoint, out bool watched))
        {
            WriteObject(new FaceSetting { Endpoint = Connection.Endpoint, LivenessAbuseMonitoring = watched });
        }
    }
}
