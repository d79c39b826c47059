using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Finds groups and persons by id, by name or by pattern; pages are its business alone.</summary>
internal sealed class PersonGroupLookup(IPersonGroupService groups)
{
    /// <summary>As many as the service puts on a page where it is not told otherwise (REST API v1.2).</summary>
    private const int LargestPage = 1000;

    public async Task<IReadOnlyList<FacePersonGroup>> GroupsAsync(string? wanted, RequestScope scope)
    {
        if (wanted is not null && !WildcardPattern.ContainsWildcardCharacters(wanted))
        {
            return [await GroupAsync(wanted, scope).ConfigureAwait(false)];
        }

        WildcardPattern pattern = WildcardPattern.Get(wanted ?? "*", WildcardOptions.IgnoreCase);
        List<FacePersonGroup> all = await AllGroupsAsync(scope).ConfigureAwait(false);
        return [.. all.Where(group => pattern.IsMatch(group.PersonGroupId) || pattern.IsMatch(group.Name))];
    }

    /// <summary>The group of this id, or the only one of this name.</summary>
    public async Task<FacePersonGroup> GroupAsync(string idOrName, RequestScope scope)
    {
        List<FacePersonGroup> all = await AllGroupsAsync(scope).ConfigureAwait(false);
        return all.Find(group => group.PersonGroupId == idOrName) ?? TheOnly(all, group => group.Name, idOrName, "PersonGroup", "person group", "Get-AzFacePersonGroup lists them.");
    }

    public async Task<IReadOnlyList<FacePerson>> PersonsAsync(string group, string? wanted, RequestScope scope)
    {
        if (wanted is not null && !WildcardPattern.ContainsWildcardCharacters(wanted))
        {
            return [await PersonAsync(group, wanted, scope).ConfigureAwait(false)];
        }

        WildcardPattern pattern = WildcardPattern.Get(wanted ?? "*", WildcardOptions.IgnoreCase);
        List<FacePerson> all = await AllPersonsAsync(group, scope).ConfigureAwait(false);
        return [.. all.Where(person => pattern.IsMatch(person.Name))];
    }

    /// <summary>The person of this id, or the only one of this name.</summary>
    public async Task<FacePerson> PersonAsync(string group, string idOrName, RequestScope scope)
    {
        if (Guid.TryParse(idOrName, out Guid id))
        {
            return await groups.GetPersonAsync(group, id, scope).ConfigureAwait(false);
        }

        List<FacePerson> all = await AllPersonsAsync(group, scope).ConfigureAwait(false);
        return TheOnly(all, person => person.Name, idOrName, "Person", "person", $"Get-AzFacePerson {group} lists them.");
    }

    private static T TheOnly<T>(List<T> all, Func<T, string> nameOf, string name, string code, string what, string advice)
    {
        List<T> found = all.FindAll(item => nameOf(item).Equals(name, StringComparison.OrdinalIgnoreCase));
        return found.Count switch
        {
            1 => found[0],
            0 => throw new FaceServiceException(code + "NotFound", $"There is no {what} with the id or name '{name}'. {advice}", ErrorCategory.ObjectNotFound, false, 404),
            var several => throw new FaceServiceException(code + "NotUnique", $"{several} have the name '{name}': give the id. {advice}", ErrorCategory.InvalidArgument, false),
        };
    }

    private static async Task<List<T>> AllPagesAsync<T>(Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, string> idOf)
    {
        List<T> all = [];
        IReadOnlyList<T> page;
        do
        {
            page = await pageAfter(all.Count > 0 ? idOf(all[^1]) : null).ConfigureAwait(false);
            all.AddRange(page);
        }
        while (page.Count == LargestPage);
        return all;
    }

    private Task<List<FacePersonGroup>> AllGroupsAsync(RequestScope scope) =>
        AllPagesAsync(after => groups.GetPageAsync(after, scope), group => group.PersonGroupId);

    private Task<List<FacePerson>> AllPersonsAsync(string group, RequestScope scope) =>
        AllPagesAsync(after => groups.GetPersonPageAsync(group, after, scope), person => person.PersonId.ToString());
}
