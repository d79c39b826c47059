using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets the faces of a person, with their user data.</summary>
[Cmdlet(VerbsCommon.Get, "AzFacePersonFace")]
[OutputType(typeof(PersistedFace))]
public sealed class GetAzFacePersonFaceCommand : PersonCmdlet
{
    /// <summary>The face's id; all faces of the person where it is left out.</summary>
    [Parameter(Position = 2)]
    [ConvertedTransformation(typeof(Guid))]
    [ArgumentCompleter(typeof(PersistedFaceCompleter))]
    public Guid? PersistedFaceId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryFindPerson(out FacePerson person))
        {
            return;
        }

        foreach (Guid face in PersistedFaceId is { } one ? [one] : person.PersistedFaceIds)
        {
            if (TryAsk(GroupsOf(person.Standard).GetFaceAsync(person.PersonGroupId, person.PersonId, face, Unlimited), face, out PersistedFace persisted))
            {
                WriteObject(persisted);
            }
        }
    }
}
