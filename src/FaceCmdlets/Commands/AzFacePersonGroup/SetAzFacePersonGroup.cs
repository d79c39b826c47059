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
    [IdTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

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
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Unlimited), PersonGroup, out FacePersonGroup group)
            && ShouldProcess(group.PersonGroupId, "Change person group")
            && TryDo(Groups.UpdateAsync(group.PersonGroupId, Name, UserData, Unlimited), PersonGroup)
            && PassThru
            && TryAsk(Groups.GetAsync(group.PersonGroupId, Unlimited), PersonGroup, out FacePersonGroup changed))
        {
            WriteObject(changed);
        }
    }
}
