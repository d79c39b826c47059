using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes person groups with all their persons and faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFacePersonGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFacePersonGroupCommand : PersonGroupCmdlet
{
    /// <summary>Ids or unique names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [IdTransformation(typeof(FacePersonGroup), Several = true)]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] PersonGroup { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (string one in PersonGroup)
        {
            if (TryAsk(Lookup.GroupAsync(one, Unlimited), one, out FacePersonGroup group) && ShouldProcess(group.PersonGroupId, "Delete person group with all persons and faces"))
            {
                TryDo(Groups.DeleteAsync(group.PersonGroupId, Unlimited), one);
            }
        }
    }
}
