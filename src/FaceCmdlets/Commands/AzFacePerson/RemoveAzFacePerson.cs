using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes a person with all faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFacePerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFacePersonCommand : PersonCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindPerson(out FacePerson person)
            && ShouldProcess($"{person.Name} ({person.PersonId})", $"Delete person of {person.PersonGroupId} with {person.FaceCount} faces"))
        {
            TryDo(Groups.DeletePersonAsync(person.PersonGroupId, person.PersonId, Unlimited), Person);
        }
    }
}
