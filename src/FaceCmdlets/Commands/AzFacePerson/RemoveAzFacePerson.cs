using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes persons with all their faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFacePerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFacePersonCommand : GroupMemberCmdlet
{
    /// <summary>The persons' ids or unique names.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [CollectionReferenceTransformation(typeof(FacePerson), Several = true)]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference[] Person { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryFindGroup(out FacePersonGroup group, Person))
        {
            return;
        }

        foreach (string one in Person.Select(person => person.IdOrName))
        {
            if (TryAsk(LookupOf(group.Standard).PersonAsync(group.PersonGroupId, one, Unlimited), one, out FacePerson person)
                && ShouldProcess($"{person.Name} ({person.PersonId})", $"Delete person of {person.PersonGroupId} with {person.FaceCount} faces"))
            {
                TryDo(GroupsOf(group.Standard).DeletePersonAsync(person.PersonGroupId, person.PersonId, Unlimited), one);
            }
        }
    }
}
