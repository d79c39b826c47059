using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes a face of a person.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFacePersonFace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFacePersonFaceCommand : PersonCmdlet
{
    /// <summary>The face's id, from Add-AzFacePersonFace or a person's PersistedFaceIds.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ConvertedTransformation(typeof(Guid))]
    [ArgumentCompleter(typeof(PersistedFaceCompleter))]
    public Guid PersistedFaceId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindPerson(out FacePerson person)
            && ShouldProcess(PersistedFaceId.ToString(), $"Delete face of {person.Name}"))
        {
            TryDo(GroupsOf(person.Standard).DeleteFaceAsync(person.PersonGroupId, person.PersonId, PersistedFaceId, Unlimited), PersistedFaceId);
        }
    }
}
