using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes a face list with all its faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFaceList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFaceListCommand : FaceListMemberCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindList(out FaceList list) && ShouldProcess(list.FaceListId, "Delete face list with all faces"))
        {
            TryDo(Lists.DeleteAsync(list.FaceListId, Unlimited), FaceList);
        }
    }
}
