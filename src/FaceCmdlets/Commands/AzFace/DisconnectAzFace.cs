using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Forgets the session's connection and its secret.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "AzFace")]
public sealed class DisconnectAzFaceCommand : FaceCmdlet
{
    /// <summary>The connection to end instead of the session's.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public FaceContext? Context { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        FaceSession session = FaceSession.Current;
        FaceContext? context = Context ?? session.Context;
        if (context is null)
        {
            WriteVerbose("There was no connection.");
            return;
        }

        context.Dispose();
        if (ReferenceEquals(session.Context, context))
        {
            session.Context = null;
        }

        WriteVerbose($"Disconnected from {context.Endpoint}.");
    }
}
