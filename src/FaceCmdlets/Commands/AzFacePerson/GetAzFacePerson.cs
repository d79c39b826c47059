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
        if (!TryFindGroup(out FacePersonGroup group))
        {
            return;
        }

        if (Person is { } one && !WildcardPattern.ContainsWildcardCharacters(one))
        {
            if (TryAsk(Lookup.PersonAsync(group.PersonGroupId, one, Unlimited), one, out FacePerson person))
            {
                WriteObject(person);
            }

            return;
        }

        WildcardPattern pattern = WildcardPattern.Get(Person ?? "*", WildcardOptions.IgnoreCase);
        IPersonGroupService groups = Groups;
        WritePages(after => groups.GetPersonPageAsync(group.PersonGroupId, after, Unlimited), person => person.PersonId.ToString(), person => pattern.IsMatch(person.Name), $"persons of {group.PersonGroupId}", PersonGroup);
    }
}
