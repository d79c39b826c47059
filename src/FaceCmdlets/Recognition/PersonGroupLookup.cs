namespace FaceCmdlets;

/// <summary>Finds groups and persons by id or by name; pages are its business alone.</summary>
internal sealed class PersonGroupLookup(IFaceService service, bool standard)
{
    private readonly IPersonGroupService _groups = service.PersonGroupsOf(standard);

    /// <summary>Whether making what is missing is what to do next.</summary>
    public bool OffersNew { get; init; } = true;

    /// <summary>Whether an error says so where a group of the other size is meant, which costs a call.</summary>
    public bool LooksElsewhere { get; init; } = true;

    /// <summary>The group of this id, or the only one of this name.</summary>
    public Task<FacePersonGroup> GroupAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAsync(idOrName, () => _groups.GetAsync(idOrName, scope), after => _groups.GetPageAsync(after, scope), Read, WordsOf(idOrName), Others(scope));

    /// <summary>The group of this id, or all of this name.</summary>
    public Task<List<FacePersonGroup>> GroupsAsync(string idOrName, RequestScope scope) => CollectionLookup.FindAllAsync(idOrName, () => _groups.GetAsync(idOrName, scope), after => _groups.GetPageAsync(after, scope), Read, WordsOf(idOrName), Others(scope));

    /// <summary>The person of this id, or the only one of this name.</summary>
    public async Task<FacePerson> PersonAsync(string group, string idOrName, RequestScope scope) =>
        CollectionLookup.TheOnly(await PersonsAsync(group, idOrName, scope).ConfigureAwait(false), idOrName, WordsOf(group, idOrName));

    /// <summary>The person of this id, or all of this name.</summary>
    public async Task<List<FacePerson>> PersonsAsync(string group, string idOrName, RequestScope scope)
    {
        if (Guid.TryParse(idOrName, out Guid id))
        {
            try
            {
                return [await _groups.GetPersonAsync(group, id, scope).ConfigureAwait(false)];
            }
            catch (FaceServiceException e) when (e.Status == 404 && !e.EndsPipeline)
            {
                // Nobody's id, so perhaps a name that reads like one.
            }
        }

        List<FacePerson> all = await CollectionLookup.AllAsync(after => _groups.GetPersonPageAsync(group, after, scope), person => person.PersonId.ToString()).ConfigureAwait(false);
        return CollectionLookup.Named(all, person => person.Name, idOrName, WordsOf(group, idOrName));
    }

    private static (string Id, string Name) Read(FacePersonGroup group) => (group.PersonGroupId, group.Name);

    private LookupWords WordsOf(string group) => LookupWords.OfCollection("person group", "PersonGroup", group, standard, OffersNew);

    private LookupWords WordsOf(string group, string person) =>
        new("Person", "person", $"Get-AzFacePerson {group}{LookupWords.Switch(standard)}", $"New-AzFacePerson {group} {NextCommand.Quoted(person)}{LookupWords.Switch(standard)}") { OffersNew = OffersNew };

    // Asked for when it is needed: another client library may lack the small ones.
    private Func<string?, Task<IReadOnlyList<FacePersonGroup>>>? Others(RequestScope scope) => LooksElsewhere ? after => service.PersonGroupsOf(!standard).GetPageAsync(after, scope) : null;
}
