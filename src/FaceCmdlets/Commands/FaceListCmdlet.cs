namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on face lists.</summary>
public abstract class FaceListCmdlet : CollectionCmdlet
{
    private protected IFaceListService ListsOf(bool standard) => Connection.Service.FaceListsOf(standard);

    private protected FaceListLookup LookupOf(bool standard) => new(Connection.Service, standard) { OffersNew = NeedsMissing };

    /// <summary>Finds the list; where there is none, an error is written.</summary>
    private protected bool TryFindList(FaceCollectionReference named, out FaceList list)
    {
        list = null!;
        return TrySize(out bool standard, named) && TryAsk(LookupOf(standard).ListAsync(named.IdOrName, Unlimited), named.IdOrName, out list);
    }

    /// <summary>What a list is called where it is made, changed or removed.</summary>
    private protected static string Kind(bool standard) => $"{LookupWords.SizeOf(standard)} face list";
}
