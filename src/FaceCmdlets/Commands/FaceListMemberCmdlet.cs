using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on one face list, or on what is in it.</summary>
public abstract class FaceListMemberCmdlet : FaceListCmdlet
{
    private (string Given, bool Standard, FaceList List)? _found;

    /// <summary>The list's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FaceListId")]
    [CollectionReferenceTransformation(typeof(FaceList))]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference FaceList { get; set; } = null!;

    /// <summary>Finds the list, once for all the items that name it in a row; where there is none, an error is written.</summary>
    private protected bool TryFindList(out FaceList list)
    {
        list = null!;
        if (!TrySize(out bool standard, FaceList))
        {
            return false;
        }

        if (_found is { } found && found.Given == FaceList.IdOrName && found.Standard == standard)
        {
            list = found.List;
            return true;
        }

        if (!TryFindList(FaceList, out list))
        {
            return false;
        }

        _found = (FaceList.IdOrName, standard, list);
        return true;
    }
}
