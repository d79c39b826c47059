using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Changes a face list's name or user data.</summary>
[Cmdlet(VerbsCommon.Set, "AzFaceList", SupportsShouldProcess = true)]
[OutputType(typeof(FaceList))]
public sealed class SetAzFaceListCommand : FaceListMemberCmdlet
{
    /// <summary>Its new name, up to 128 characters.</summary>
    [Parameter]
    [ValidateLength(1, 128)]
    public string? Name { get; set; }

    /// <summary>Its new user data, up to 16 KB.</summary>
    [Parameter]
    [ValidateLength(0, 16384)]
    public string? UserData { get; set; }

    /// <summary>Emits the list as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing() => RequireChange(Name, UserData);

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindList(out FaceList list)
            && ShouldProcess(list.FaceListId, $"Change {Kind(list.Standard)}")
            && TryDo(ListsOf(list.Standard).UpdateAsync(list.FaceListId, Name, UserData, Unlimited), FaceList.IdOrName)
            && PassThru
            && TryAsk(ListsOf(list.Standard).GetAsync(list.FaceListId, Unlimited), FaceList.IdOrName, out FaceList changed))
        {
            WriteObject(changed);
        }
    }
}
