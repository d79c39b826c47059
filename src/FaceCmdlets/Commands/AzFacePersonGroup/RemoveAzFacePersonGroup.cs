using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes person groups with all their persons and faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFacePersonGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFacePersonGroupCommand : PersonGroupCmdlet
{
    /// <summary>Ids or unique names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup), Several = true)]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference[] PersonGroup { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (FaceCollectionReference one in PersonGroup)
        {
            if (TryFindGroup(one, out FacePersonGroup group) && ShouldProcess(group.PersonGroupId, $"Delete {Kind(group.Standard)} with all persons and faces"))
            {
                TryDo(GroupsOf(group.Standard).DeleteAsync(group.PersonGroupId, Unlimited), one.IdOrName);
            }
        }
    }
}
