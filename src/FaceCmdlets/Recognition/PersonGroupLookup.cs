namespace FaceCmdlets;

/// <summary>Finds groups and persons by id or by name; pages are its business alone.</summary>
internal sealed class PersonGroupLookup(IPersonGroupService groups)
{
    private static readonly LookupWords Words = new("PersonGroup", "person group", "Get-AzFacePersonGroup", "New-AzFacePersonGroup", " (the small ones with -Standard)");

    /// <summary>The group of this id, or the only one of this name.</summary>
    public Task<FacePersonGroup> GroupAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAsync(idOrName, () => groups.GetAsync(idOrName, scope), after => groups.GetPageAsync(after, scope), Read, Words);

    /// <summary>The group of this id, or all of this name.</summary>
    public Task<List<FacePersonGroup>> GroupsAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAllAsync(idOrName, () => groups.GetAsync(idOrName, scope), after => groups.GetPageAsync(after, scope), Read, Words);

    /// <summary>The person of this id, or the only one of this name.</summary>
    public async Task<FacePerson> PersonAsync(string group, string idOrName, RequestScope scope) =>
        CollectionLookup.TheOnly(await PersonsAsync(group, idOrName, scope).ConfigureAwait(false), idOrName, WordsOf(group, idOrName));

    /// <summary>The person of this id, or all of this name.</summary>
    public async Task<List<FacePerson>> PersonsAsync(string group, string idOrName, RequestScope scope)
    {
        if (Guid.TryParse(idOrName, out Guid id))
        {
            return [await groups.GetPersonAsync(group, id, scope).ConfigureAwait(false)];
        }

        List<FacePerson> all = await CollectionLookup.AllAsync(after => groups.GetPersonPageAsync(group, after, scope), person => person.PersonId.ToString()).ConfigureAwait(false);
        return CollectionLookup.Named(all, person => person.Name, idOrName, WordsOf(group, idOrName));
    }

    private static (string Id, string Name) Read(FacePersonGroup group) => (group.PersonGroupId, group.Name);

    private static LookupWords WordsOf(string group, string person) => new("Person", "person", $"Get-AzFacePerson {group}", $"New-AzFacePerson {group} {NextCommand.Quoted(person)}");
}
