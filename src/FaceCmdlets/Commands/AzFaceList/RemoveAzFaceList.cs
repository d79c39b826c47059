using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes face lists with all their faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFaceList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFaceListCommand : FaceListCmdlet
{
    /// <summary>The lists' ids or unique names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FaceListId")]
    [IdTransformation(typeof(FaceList), Several = true)]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] FaceList { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (string one in FaceList)
        {
            if (TryAsk(Lookup.ListAsync(one, Unlimited), one, out FaceList list) && ShouldProcess(list.FaceListId, "Delete face list with all faces"))
            {
                TryDo(Lists.DeleteAsync(list.FaceListId, Unlimited), one);
            }
        }
    }
}
