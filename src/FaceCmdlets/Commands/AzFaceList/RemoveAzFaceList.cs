using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes face lists with all their faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFaceList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFaceListCommand : FaceListCmdlet
{
    /// <summary>The lists' ids or unique names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FaceListId")]
    [CollectionReferenceTransformation(typeof(FaceList), Several = true)]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference[] FaceList { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (FaceCollectionReference one in FaceList)
        {
            if (TryFindList(one, out FaceList list) && ShouldProcess(list.FaceListId, $"Delete {Kind(list.Standard)} with all faces"))
            {
                TryDo(ListsOf(list.Standard).DeleteAsync(list.FaceListId, Unlimited), one.IdOrName);
            }
        }
    }
}
