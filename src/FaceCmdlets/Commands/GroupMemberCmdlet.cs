using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on what is in a person group.</summary>
public abstract class GroupMemberCmdlet : PersonGroupCmdlet
{
    private (string Given, bool Standard, FacePersonGroup Group)? _found;

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

    /// <summary>Finds the group, once for all the items that name it in a row; where there is none, an error is written.</summary>
    private protected bool TryFindGroup(out FacePersonGroup group)
    {
        if (_found is { } found && found.Given == PersonGroup && found.Standard == Standard)
        {
            group = found.Group;
            return true;
        }

        if (!TryAsk(Lookup.GroupAsync(PersonGroup, Unlimited), PersonGroup, out group))
        {
            return false;
        }

        _found = (PersonGroup, Standard, group);
        return true;
    }
}
