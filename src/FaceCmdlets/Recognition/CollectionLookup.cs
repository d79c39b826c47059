using System.Management.Automation;
using System.Text.RegularExpressions;

namespace FaceCmdlets;

/// <summary>How a person's words are taken for one of the service's things: its id, or its name where that is unique.</summary>
internal static partial class CollectionLookup
{
    /// <summary>As many as the service puts on a page where it is not told otherwise (REST API v1.2).</summary>
    public const int LargestPage = 1000;

    /// <summary>Whether the words can be a collection's id (face-api: 1 to 64 of these).</summary>
    public static bool CanBeId(string text) => CollectionId().IsMatch(text);

    /// <summary>An id that reads like the words; null where nothing of them can stand in one.</summary>
    public static string? IdLike(string text)
    {
        string id = NoIdCharacter().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return id.Length == 0 ? null : id[..Math.Min(id.Length, 64)];
    }

    /// <summary>Gets the collection by its id where the words can be one, which is a single call; else looks through all names.</summary>
    public static async Task<T> FindAsync<T>(string idOrName, Func<Task<T>> get, Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, (string Id, string Name)> read, LookupWords words, Func<string?, Task<IReadOnlyList<T>>>? otherPageAfter = null) =>
        TheOnly(await FindAllAsync(idOrName, get, pageAfter, read, words, otherPageAfter).ConfigureAwait(false), idOrName, words);

    /// <summary>The same, and all of them where several have the name. Where there is none, the pages of the other size tell whether that was meant.</summary>
    public static async Task<List<T>> FindAllAsync<T>(string idOrName, Func<Task<T>> get, Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, (string Id, string Name)> read, LookupWords words, Func<string?, Task<IReadOnlyList<T>>>? otherPageAfter = null)
    {
        if (CanBeId(idOrName))
        {
            try
            {
                return [await get().ConfigureAwait(false)];
            }
            catch (FaceServiceException e) when (e.Status == 404 && !e.EndsPipeline)
            {
                // Not an id, so perhaps a name.
            }
        }

        List<T> all = await AllAsync(pageAfter, item => read(item).Id).ConfigureAwait(false);
        try
        {
            return Named(all, item => read(item).Name, idOrName, words, item => read(item).Id);
        }
        catch (FaceServiceException none) when (otherPageAfter is not null && none.Status == 404)
        {
            throw await OfOtherSizeAsync(idOrName, otherPageAfter, read, words).ConfigureAwait(false) is { } id
                ? new FaceServiceException(none.ErrorCode, $"There is no {words.Size} {words.What} '{idOrName}', but a {words.OtherSize} one: {words.OtherAdvice}.", none.Category, false, none.Status, next: words.Other(id))
                : none;
        }
    }

    /// <summary>The one that was found.</summary>
    /// <exception cref="FaceServiceException">There are several.</exception>
    public static T TheOnly<T>(List<T> found, string name, LookupWords words) => found is [var only] ? only
        : throw new FaceServiceException(words.Code + "NotUnique", $"{found.Count} have the name '{name}': give the id. {words.List} lists them{words.Others}.", ErrorCategory.InvalidArgument, false, next: words.List);

    /// <summary>Those of this name: the one with the same capitals, else all whatever their capitals.</summary>
    /// <exception cref="FaceServiceException">There is none.</exception>
    public static List<T> Named<T>(List<T> all, Func<T, string> nameOf, string name, LookupWords words, Func<T, string>? idOf = null)
    {
        List<T> found = all.FindAll(item => nameOf(item).Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found.Count > 0)
        {
            return OfSameCapitals(found, nameOf, name);
        }

        string? near = NearName.Of(name, all.Select(nameOf).Concat(idOf is null ? [] : all.Select(idOf)));
        string? make = all.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name) ? words.New : null;
        string none = all.Count > 0 ? string.Empty : make is null ? " There is none at all yet." : $" There is none at all yet: {make} makes one.";
        throw new FaceServiceException(
            words.Code + "NotFound",
            $"There is no {words.What} with the id or name '{name}'." + (near is not null ? $" Did you mean '{near}'?" : none) + $" {words.List} lists them{words.Others}.",
            ErrorCategory.ObjectNotFound,
            false,
            404,
            next: words.OffersNew && make is not null ? make : words.List);
    }

    /// <summary>Of those that have the name whatever their capitals, the one with the same capitals; else all.</summary>
    public static List<T> OfSameCapitals<T>(List<T> found, Func<T, string> nameOf, string name) => found.FindAll(item => nameOf(item) == name) is [var exact] ? [exact] : found;

    /// <summary>The id of the one that is meant among those of the other size; null where there is none, or they cannot be asked for.</summary>
    private static async Task<string?> OfOtherSizeAsync<T>(string idOrName, Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, (string Id, string Name)> read, LookupWords words)
    {
        try
        {
            List<T> all = await AllAsync(pageAfter, item => read(item).Id).ConfigureAwait(false);
            return all.Find(item => read(item).Id == idOrName) is { } byId ? read(byId).Id
                : all.Find(item => read(item).Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase)) is { } byName ? read(byName).Id
                : null;
        }
        catch (FaceServiceException)
        {
            // It is only for the advice: what is known already is said then.
            return null;
        }
    }

    public static async Task<List<T>> AllAsync<T>(Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, string> idOf)
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

    [GeneratedRegex("^[a-z0-9-_]{1,64}$")]
    private static partial Regex CollectionId();

    [GeneratedRegex("[^a-z0-9_-]+")]
    private static partial Regex NoIdCharacter();
}
