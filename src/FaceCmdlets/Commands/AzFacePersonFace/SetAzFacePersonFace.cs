using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Changes the user data of a person's face.</summary>
[Cmdlet(VerbsCommon.Set, "AzFacePersonFace", SupportsShouldProcess = true)]
public sealed class SetAzFacePersonFaceCommand : PersonGroupCmdlet
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

    /// <summary>The face's id.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    public Guid PersistedFaceId { get; set; }

    /// <summary>The new user data, up to 1 KB.</summary>
    [Parameter(Mandatory = true)]
    [ValidateLength(0, 1024)]
    public string UserData { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Scope), PersonGroup, out FacePersonGroup group)
            && TryAsk(Lookup.PersonAsync(group.PersonGroupId, Person, Scope), Person, out FacePerson person)
            && ShouldProcess(PersistedFaceId.ToString(), $"Change face of {person.Name}"))
        {
            TryDo(Groups.UpdateFaceAsync(group.PersonGroupId, person.PersonId, PersistedFaceId, UserData, Scope), PersistedFaceId);
        }
    }
}
