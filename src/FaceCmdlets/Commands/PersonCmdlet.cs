using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on one person of a group.</summary>
public abstract class PersonCmdlet : GroupMemberCmdlet
{
    /// <summary>The person's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [IdTransformation(typeof(FacePerson))]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [ValidateNotNullOrEmpty]
    public string Person { get; set; } = string.Empty;

    /// <summary>Finds the person; where there is none, an error is written.</summary>
    private protected bool TryFindPerson(out FacePerson person)
    {
        if (TryFindGroup(out FacePersonGroup group))
        {
            return TryAsk(Lookup.PersonAsync(group.PersonGroupId, Person, Unlimited), Person, out person);
        }

        person = null!;
        return false;
    }
}
