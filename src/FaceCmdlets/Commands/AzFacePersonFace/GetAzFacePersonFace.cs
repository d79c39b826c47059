using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets the faces of a person, with their user data.</summary>
[Cmdlet(VerbsCommon.Get, "AzFacePersonFace")]
[OutputType(typeof(PersistedFace))]
public sealed class GetAzFacePersonFaceCommand : PersonGroupCmdlet
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

    /// <summary>The face's id; all faces of the person where it is left out.</summary>
    [Parameter(Position = 2)]
    public Guid? PersistedFaceId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryAsk(Lookup.GroupAsync(PersonGroup, Scope), PersonGroup, out FacePersonGroup group)
            || !TryAsk(Lookup.PersonAsync(group.PersonGroupId, Person, Scope), Person, out FacePerson person))
        {
            return;
        }

        foreach (Guid face in PersistedFaceId is { } one ? [one] : person.PersistedFaceIds)
        {
            if (TryAsk(Groups.GetFaceAsync(group.PersonGroupId, person.PersonId, face, Scope), face, out PersistedFace persisted))
            {
                WriteObject(persisted);
            }
        }
    }
}
