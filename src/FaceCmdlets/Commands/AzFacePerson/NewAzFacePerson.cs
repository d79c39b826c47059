using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Makes a person in a group.</summary>
[Cmdlet(VerbsCommon.New, "AzFacePerson", SupportsShouldProcess = true)]
[OutputType(typeof(FacePerson))]
public sealed class NewAzFacePersonCommand : GroupMemberCmdlet
{
    /// <summary>The person's name, up to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 128)]
    public string Name { get; set; } = string.Empty;

    /// <summary>Whatever you want to keep with the person, up to 16 KB.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTextLength(0, 16384)]
    public string? UserData { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindGroup(out FacePersonGroup group)
            && ShouldProcess(Name, $"Create person in {group.PersonGroupId}")
            && TryAsk(GroupsOf(group.Standard).CreatePersonAsync(group.PersonGroupId, Name, UserData, Unlimited), Name, out Guid id))
        {
            WriteObject(new FacePerson { PersonGroupId = group.PersonGroupId, PersonId = id, Name = Name, UserData = UserData, Standard = group.Standard });
        }
    }
}
