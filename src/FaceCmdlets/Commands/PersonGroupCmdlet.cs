namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on person groups.</summary>
public abstract class PersonGroupCmdlet : CollectionCmdlet
{
    private protected IPersonGroupService GroupsOf(bool standard) => Connection.Service.PersonGroupsOf(standard);

    private protected PersonGroupLookup LookupOf(bool standard) => new(Connection.Service, standard) { OffersNew = NeedsMissing };

    /// <summary>Finds the group; where there is none, an error is written.</summary>
    private protected bool TryFindGroup(FaceCollectionReference named, out FacePersonGroup group)
    {
        group = null!;
        return TrySize(out bool standard, named) && TryAsk(LookupOf(standard).GroupAsync(named.IdOrName, Unlimited), named.IdOrName, out group);
    }

    /// <summary>What a group is called where it is made, changed or removed.</summary>
    private protected static string Kind(bool standard) => $"{LookupWords.SizeOf(standard)} person group";
}
