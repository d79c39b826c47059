using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes a liveness session: its token ends to be of use, its result and its picture are gone.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFaceLivenessSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFaceLivenessSessionCommand : LivenessSessionCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ShouldProcess(SessionId, "Delete liveness session with its result and picture"))
        {
            ILivenessService liveness = Liveness;
            if (TryDo(AsEitherKindAsync(async kind =>
            {
                await liveness.DeleteAsync(SessionId, kind, Unlimited).ConfigureAwait(false);
                return kind;
            }), SessionId))
            {
                FaceSession.Current.ForgetLivenessSession(SessionId);
            }
        }
    }
}
