using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes a face of a list.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFaceListFace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFaceListFaceCommand : FaceListMemberCmdlet
{
    /// <summary>The face's id, from Add-AzFaceListFace or Get-AzFaceListFace.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ConvertedTransformation(typeof(Guid))]
    [ArgumentCompleter(typeof(PersistedFaceCompleter))]
    public Guid PersistedFaceId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindList(out FaceList list) && ShouldProcess(PersistedFaceId.ToString(), $"Delete face of {list.FaceListId}"))
        {
            TryDo(ListsOf(list.Standard).DeleteFaceAsync(list.FaceListId, PersistedFaceId, Unlimited), PersistedFaceId);
        }
    }
}
