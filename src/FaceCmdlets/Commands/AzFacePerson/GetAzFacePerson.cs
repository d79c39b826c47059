using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets the persons of a group.</summary>
[Cmdlet(VerbsCommon.Get, "AzFacePerson")]
[OutputType(typeof(FacePerson))]
public sealed class GetAzFacePersonCommand : PersonGroupCmdlet
{
    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

    /// <summary>The person's id or name; wildcards are expanded. All persons where it is left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [SupportsWildcards]
    public string? Person { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Scope), PersonGroup, out FacePersonGroup group)
            && TryAsk(Lookup.PersonsAsync(group.PersonGroupId, Person, Scope), Person, out IReadOnlyList<FacePerson> persons))
        {
            WriteObject(persons, enumerateCollection: true);
        }
    }
}
