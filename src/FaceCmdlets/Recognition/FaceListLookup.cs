namespace FaceCmdlets;

/// <summary>Finds face lists by id or by name; pages are its business alone.</summary>
internal sealed class FaceListLookup(IFaceListService lists)
{
    /// <summary>The list of this id, or the only one of this name.</summary>
    public Task<FaceList> ListAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAsync(
        idOrName,
        () => lists.GetAsync(idOrName, scope),
        after => lists.GetPageAsync(after, scope),
        list => (list.FaceListId, list.Name),
        new("FaceList", "face list", "Get-AzFaceList", "New-AzFaceList", " (the small ones with -Standard)"));
}
