using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes a person with all faces.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFacePerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFacePersonCommand : PersonGroupCmdlet
{
    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

    /// <summary>The person's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [ValidateNotNullOrEmpty]
    public string Person { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Scope), PersonGroup, out FacePersonGroup group)
            && TryAsk(Lookup.PersonAsync(group.PersonGroupId, Person, Scope), Person, out FacePerson person)
            && ShouldProcess($"{person.Name} ({person.PersonId})", $"Delete person of {group.PersonGroupId} with {person.FaceCount} faces"))
        {
            TryDo(Groups.DeletePersonAsync(group.PersonGroupId, person.PersonId, Scope), Person);
        }
    }
}
