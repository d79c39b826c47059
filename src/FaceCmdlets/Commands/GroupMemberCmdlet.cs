using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on what is in a person group.</summary>
public abstract class GroupMemberCmdlet : PersonGroupCmdlet
{
    private (string Given, bool Standard, FacePersonGroup Group)? _found;

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference PersonGroup { get; set; } = null!;

    /// <summary>Finds the group, once for all the items that name it in a row; where there is none, an error is written.</summary>
    /// <param name="group">The group.</param>
    /// <param name="members">Who of it is named: an object knows whether its group is a small one.</param>
    private protected bool TryFindGroup(out FacePersonGroup group, params FaceCollectionReference?[] members)
    {
        group = null!;
        if (!TrySize(out bool standard, [PersonGroup, .. members]))
        {
            return false;
        }

        if (_found is { } found && found.Given == PersonGroup.IdOrName && found.Standard == standard)
        {
            group = found.Group;
            return true;
        }

        if (!TryAsk(LookupOf(standard).GroupAsync(PersonGroup.IdOrName, Unlimited), PersonGroup.IdOrName, out group))
        {
            return false;
        }

        _found = (PersonGroup.IdOrName, standard, group);
        return true;
    }
}
