using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Changes the user data of a face of a large list; the service has no such operation for small ones.</summary>
[Cmdlet(VerbsCommon.Set, "AzFaceListFace", SupportsShouldProcess = true)]
[OutputType(typeof(FaceListFace))]
public sealed class SetAzFaceListFaceCommand : FaceListMemberCmdlet
{
    /// <summary>The face's id.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
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
        if (TryFindList(out FaceList list)
            && ShouldProcess(PersistedFaceId.ToString(), $"Change face of {list.FaceListId}")
            && TryDo(UpdateAsync(list), PersistedFaceId)
            && PassThru
            && TryAsk(ListsOf(list.Standard).GetFaceAsync(list.FaceListId, PersistedFaceId, Unlimited), PersistedFaceId, out FaceListFace changed))
        {
            WriteObject(changed);
        }
    }

    private async Task UpdateAsync(FaceList list) => await ListsOf(list.Standard).UpdateFaceAsync(list.FaceListId, PersistedFaceId, UserData, Unlimited).ConfigureAwait(false);
}
