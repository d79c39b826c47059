using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on one person of a group.</summary>
public abstract class PersonCmdlet : GroupMemberCmdlet
{
    /// <summary>The person's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [CollectionReferenceTransformation(typeof(FacePerson))]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference Person { get; set; } = null!;

    /// <summary>Finds the person; where there is none, an error is written.</summary>
    private protected bool TryFindPerson(out FacePerson person)
    {
        if (TryFindGroup(out FacePersonGroup group, Person))
        {
            return TryAsk(LookupOf(group.Standard).PersonAsync(group.PersonGroupId, Person.IdOrName, Unlimited), Person.IdOrName, out person);
        }

        person = null!;
        return false;
    }
}
