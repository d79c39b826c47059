using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets the persons of a group.</summary>
[Cmdlet(VerbsCommon.Get, "AzFacePerson")]
[OutputType(typeof(FacePerson))]
public sealed class GetAzFacePersonCommand : GroupMemberCmdlet
{
    /// <summary>The person's id or name; wildcards are expanded. All persons where it is left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [SupportsWildcards]
    public string? Person { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindGroup(out FacePersonGroup group)
            && TryAsk(Lookup.PersonsAsync(group.PersonGroupId, Person, Unlimited), Person, out IReadOnlyList<FacePerson> persons))
        {
            WriteObject(persons, enumerateCollection: true);
        }
    }
}
