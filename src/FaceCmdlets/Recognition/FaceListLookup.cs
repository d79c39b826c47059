namespace FaceCmdlets;

/// <summary>Finds face lists by id or by name; pages are its business alone.</summary>
internal sealed class FaceListLookup(IFaceListService lists)
{
    private static readonly LookupWords Words = new("FaceList", "face list", "Get-AzFaceList", "New-AzFaceList", " (the small ones with -Standard)");

    /// <summary>The list of this id, or the only one of this name.</summary>
    public Task<FaceList> ListAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAsync(idOrName, () => lists.GetAsync(idOrName, scope), after => lists.GetPageAsync(after, scope), Read, Words);

    /// <summary>The list of this id, or all of this name.</summary>
    public Task<List<FaceList>> ListsAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAllAsync(idOrName, () => lists.GetAsync(idOrName, scope), after => lists.GetPageAsync(after, scope), Read, Words);

    private static (string Id, string Name) Read(FaceList list) => (list.FaceListId, list.Name);
}
