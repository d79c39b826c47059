using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes a person group with all its persons and faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFacePersonGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFacePersonGroupCommand : PersonGroupCmdlet
{
    /// <summary>Id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [IdTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Unlimited), PersonGroup, out FacePersonGroup group) && ShouldProcess(group.PersonGroupId, "Delete person group with all persons and faces"))
        {
            TryDo(Groups.DeleteAsync(group.PersonGroupId, Unlimited), PersonGroup);
        }
    }
}
