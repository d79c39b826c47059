using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets the persons of a group.</summary>
[Cmdlet(VerbsCommon.Get, "AzFacePerson")]
[OutputType(typeof(FacePerson))]
public sealed class GetAzFacePersonCommand : GroupMemberCmdlet
{
    /// <summary>The person's id or name; wildcards are expanded. All persons where it is left out.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [CollectionReferenceTransformation(typeof(FacePerson), Several = true)]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [SupportsWildcards]
    public FaceCollectionReference[]? Person { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryFindGroup(out FacePersonGroup group, Person ?? []))
        {
            return;
        }

        IPersonGroupService groups = GroupsOf(group.Standard);
        foreach (string one in Person?.Select(person => person.IdOrName) ?? ["*"])
        {
            WriteNamed(
                one,
                () => LookupOf(group.Standard).PersonsAsync(group.PersonGroupId, one, Unlimited),
                after => groups.GetPersonPageAsync(group.PersonGroupId, after, Unlimited),
                person => person.PersonId.ToString(),
                person => [person.Name],
                $"persons of {group.PersonGroupId}",
                PersonGroup.IdOrName);
        }
    }
}
