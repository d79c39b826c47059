using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Deletes a face of a person.</summary>
[Cmdlet(VerbsCommon.Remove, "AzFacePersonFace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveAzFacePersonFaceCommand : PersonGroupCmdlet
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

    /// <summary>The face's id, from Add-AzFacePersonFace or a person's PersistedFaceIds.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    public Guid PersistedFaceId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Scope), PersonGroup, out FacePersonGroup group)
            && TryAsk(Lookup.PersonAsync(group.PersonGroupId, Person, Scope), Person, out FacePerson person)
            && ShouldProcess(PersistedFaceId.ToString(), $"Delete face of {person.Name}"))
        {
            TryDo(Groups.DeleteFaceAsync(group.PersonGroupId, person.PersonId, PersistedFaceId, Scope), PersistedFaceId);
        }
    }
}
