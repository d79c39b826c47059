using System.Management.Automation;
using System.Text.RegularExpressions;

namespace FaceCmdlets;

/// <summary>How a person's words are taken for one of the service's things: its id, or its name where that is unique.</summary>
internal static partial class CollectionLookup
{
    /// <summary>As many as the service puts on a page where it is not told otherwise (REST API v1.2).</summary>
    private const int LargestPage = 1000;

    /// <summary>Whether the words can be a collection's id (face-api: 1 to 64 of these).</summary>
    public static bool CanBeId(string text) => CollectionId().IsMatch(text);

    /// <summary>Gets the collection by its id where the words can be one, which is a single call; else looks through all names.</summary>
    public static async Task<T> FindAsync<T>(string idOrName, Func<Task<T>> get, Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, (string Id, string Name)> read, (string Code, string What, string Advice) words)
    {
        if (CanBeId(idOrName))
        {
            try
            {
                return await get().ConfigureAwait(false);
            }
            catch (FaceServiceException e) when (e.Status == 404 && !e.EndsPipeline)
            {
                // Not an id, so perhaps a name.
            }
        }

        List<T> all = await AllAsync(pageAfter, item => read(item).Id).ConfigureAwait(false);
        return TheOnly(all, item => read(item).Name, idOrName, words);
    }

    public static T TheOnly<T>(List<T> all, Func<T, string> nameOf, string name, (string Code, string What, string Advice) words)
    {
        List<T> found = all.FindAll(item => nameOf(item).Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found.Count > 1 && found.FindAll(item => nameOf(item) == name) is [var exact])
        {
            return exact;
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw new FaceServiceException(words.Code + "NotFound", $"There is no {words.What} with the id or name '{name}'. {words.Advice}", ErrorCategory.ObjectNotFound, false, 404),
            var several => throw new FaceServiceException(words.Code + "NotUnique", $"{several} have the name '{name}': give the id. {words.Advice}", ErrorCategory.InvalidArgument, false),
        };
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
}
