using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Changes a person's name or user data.</summary>
[Cmdlet(VerbsCommon.Set, "AzFacePerson", SupportsShouldProcess = true)]
[OutputType(typeof(FacePerson))]
public sealed class SetAzFacePersonCommand : PersonCmdlet
{
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
    protected override void BeginProcessing() => RequireChange(Name, UserData);

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindPerson(out FacePerson person)
            && ShouldProcess($"{person.Name} ({person.PersonId})", "Change person")
            && TryDo(GroupsOf(person.Standard).UpdatePersonAsync(person.PersonGroupId, person.PersonId, Name, UserData, Unlimited), Person.IdOrName)
            && PassThru
            && TryAsk(GroupsOf(person.Standard).GetPersonAsync(person.PersonGroupId, person.PersonId, Unlimited), Person.IdOrName, out FacePerson changed))
        {
            WriteObject(changed);
        }
    }
}
