using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Shows the session's connection: endpoint, kind of credential and API version, never the secret.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceContext")]
[OutputType(typeof(FaceContext))]
public sealed class GetAzFaceContextCommand : FaceCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (FaceSession.Current.Context is { } context)
        {
            WriteObject(context);
        }
        else
        {
            WriteVerbose("There is no connection. Connect-AzFace makes one.");
        }
    }
}
