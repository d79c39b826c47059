using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets the faces of a list, with their user data.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceListFace")]
[OutputType(typeof(FaceListFace))]
public sealed class GetAzFaceListFaceCommand : FaceListMemberCmdlet
{
    /// <summary>The face's id; all faces of the list where it is left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ConvertedTransformation(typeof(Guid))]
    [ArgumentCompleter(typeof(PersistedFaceCompleter))]
    public Guid? PersistedFaceId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryFindList(out FaceList list))
        {
            return;
        }

        if (PersistedFaceId is { } one)
        {
            if (TryAsk(ListsOf(list.Standard).GetFaceAsync(list.FaceListId, one, Unlimited), one, out FaceListFace face))
            {
                WriteObject(face);
            }

            return;
        }

        IFaceListService lists = ListsOf(list.Standard);
        WritePages(after => lists.GetFacePageAsync(list.FaceListId, after, Unlimited), face => face.PersistedFaceId.ToString(), _ => true, $"faces of {list.FaceListId}", FaceList.IdOrName);
    }
}
