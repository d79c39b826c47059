namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on person groups.</summary>
public abstract class PersonGroupCmdlet : CollectionCmdlet
{
    private protected IPersonGroupService Groups => Standard ? Connection.Service.StandardPersonGroups : Connection.Service.PersonGroups;

    private protected PersonGroupLookup Lookup => new(Groups);
}
