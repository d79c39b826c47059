namespace FaceCmdlets;

/// <summary>Finds face lists by id or by name; pages are its business alone.</summary>
internal sealed class FaceListLookup(IFaceService service, bool standard)
{
    private readonly IFaceListService _lists = service.FaceListsOf(standard);

    /// <summary>Whether making what is missing is what to do next.</summary>
    public bool OffersNew { get; init; } = true;

    /// <summary>Whether an error says so where one of the other size is meant, which costs a call.</summary>
    public bool LooksElsewhere { get; init; } = true;

    /// <summary>The list of this id, or the only one of this name.</summary>
    public Task<FaceList> ListAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAsync(idOrName, () => _lists.GetAsync(idOrName, scope), after => _lists.GetPageAsync(after, scope), Read, WordsOf(idOrName), Others(scope));

    /// <summary>The list of this id, or all of this name.</summary>
    public Task<List<FaceList>> ListsAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAllAsync(idOrName, () => _lists.GetAsync(idOrName, scope), after => _lists.GetPageAsync(after, scope), Read, WordsOf(idOrName), Others(scope));

    private static (string Id, string Name) Read(FaceList list) => (list.FaceListId, list.Name);

    private LookupWords WordsOf(string idOrName) => LookupWords.OfCollection("face list", "FaceList", idOrName, standard, OffersNew);

    // Asked for when it is needed: another client library may lack the small ones.
    private Func<string?, Task<IReadOnlyList<FaceList>>>? Others(RequestScope scope) => LooksElsewhere ? after => service.FaceListsOf(!standard).GetPageAsync(after, scope) : null;
}
