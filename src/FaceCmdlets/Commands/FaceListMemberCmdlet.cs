using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on one face list, or on what is in it.</summary>
public abstract class FaceListMemberCmdlet : FaceListCmdlet
{
    private (string Given, bool Standard, FaceList List)? _found;

    /// <summary>The list's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FaceListId")]
    [IdTransformation(typeof(FaceList))]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [ValidateNotNullOrEmpty]
    public string FaceList { get; set; } = string.Empty;

    /// <summary>Finds the list, once for all the items that name it in a row; where there is none, an error is written.</summary>
    private protected bool TryFindList(out FaceList list)
    {
        if (_found is { } found && found.Given == FaceList && found.Standard == Standard)
        {
            list = found.List;
            return true;
        }

        if (!TryAsk(Lookup.ListAsync(FaceList, Unlimited), FaceList, out list))
        {
            return false;
        }

        _found = (FaceList, Standard, list);
        return true;
    }
}
