using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Changes the user data of a person's face.</summary>
[Cmdlet(VerbsCommon.Set, "AzFacePersonFace", SupportsShouldProcess = true)]
[OutputType(typeof(PersistedFace))]
public sealed class SetAzFacePersonFaceCommand : PersonCmdlet
{
    /// <summary>The face's id.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ConvertedTransformation(typeof(Guid))]
    [ArgumentCompleter(typeof(PersistedFaceCompleter))]
    public Guid PersistedFaceId { get; set; }

    /// <summary>The new user data, up to 1 KB.</summary>
    [Parameter(Mandatory = true)]
    [AllowEmptyString]
    [ValidateLength(0, 1024)]
    public string UserData { get; set; } = string.Empty;

    /// <summary>Emits the face as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindPerson(out FacePerson person)
            && ShouldProcess(PersistedFaceId.ToString(), $"Change face of {person.Name}")
            && TryDo(GroupsOf(person.Standard).UpdateFaceAsync(person.PersonGroupId, person.PersonId, PersistedFaceId, UserData, Unlimited), PersistedFaceId)
            && PassThru
            && TryAsk(GroupsOf(person.Standard).GetFaceAsync(person.PersonGroupId, person.PersonId, PersistedFaceId, Unlimited), PersistedFaceId, out PersistedFace changed))
        {
            WriteObject(changed);
        }
    }
}
