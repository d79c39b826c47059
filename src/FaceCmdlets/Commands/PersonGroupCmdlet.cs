namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on person groups.</summary>
public abstract class PersonGroupCmdlet : CollectionCmdlet
{
    private protected IPersonGroupService Groups => Connection.Service.PersonGroupsOf(Standard);

    private protected PersonGroupLookup Lookup => new(Connection.Service, Standard) { OffersNew = NeedsMissing };
}
