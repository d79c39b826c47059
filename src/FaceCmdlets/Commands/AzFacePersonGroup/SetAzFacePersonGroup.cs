using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Changes a person group's name or user data.</summary>
[Cmdlet(VerbsCommon.Set, "AzFacePersonGroup", SupportsShouldProcess = true)]
[OutputType(typeof(FacePersonGroup))]
public sealed class SetAzFacePersonGroupCommand : PersonGroupCmdlet
{
    /// <summary>Id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference PersonGroup { get; set; } = null!;

    /// <summary>Its new name, up to 128 characters.</summary>
    [Parameter]
    [ValidateLength(1, 128)]
    public string? Name { get; set; }

    /// <summary>Its new user data, up to 16 KB.</summary>
    [Parameter]
    [ValidateLength(0, 16384)]
    public string? UserData { get; set; }

    /// <summary>Emits the group as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing() => RequireChange(Name, UserData);

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindGroup(PersonGroup, out FacePersonGroup group)
            && ShouldProcess(group.PersonGroupId, $"Change {Kind(group.Standard)}")
            && TryDo(GroupsOf(group.Standard).UpdateAsync(group.PersonGroupId, Name, UserData, Unlimited), PersonGroup.IdOrName)
            && PassThru
            && TryAsk(GroupsOf(group.Standard).GetAsync(group.PersonGroupId, Unlimited), PersonGroup.IdOrName, out FacePersonGroup changed))
        {
            WriteObject(changed);
        }
    }
}
