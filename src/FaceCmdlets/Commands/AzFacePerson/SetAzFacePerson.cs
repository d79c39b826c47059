using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Changes a person's name or user data.</summary>
[Cmdlet(VerbsCommon.Set, "AzFacePerson", SupportsShouldProcess = true)]
[OutputType(typeof(FacePerson))]
public sealed class SetAzFacePersonCommand : PersonGroupCmdlet
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

    /// <summary>The new name, up to 128 characters.</summary>
    [Parameter]
    [ValidateLength(1, 128)]
    public string? Name { get; set; }

    /// <summary>The new user data, up to 16 KB.</summary>
    [Parameter]
    [ValidateLength(0, 16384)]
    public string? UserData { get; set; }

    /// <summary>Emits the person as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Scope), PersonGroup, out FacePersonGroup group)
            && TryAsk(Lookup.PersonAsync(group.PersonGroupId, Person, Scope), Person, out FacePerson person)
            && ShouldProcess($"{person.Name} ({person.PersonId})", "Change person")
            && TryDo(Groups.UpdatePersonAsync(group.PersonGroupId, person.PersonId, Name, UserData, Scope), Person)
            && PassThru
            && TryAsk(Groups.GetPersonAsync(group.PersonGroupId, person.PersonId, Scope), Person, out FacePerson changed))
        {
            WriteObject(changed);
        }
    }
}
