using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on collections that the service keeps: large ones, or the small ones with -Standard.</summary>
public abstract class CollectionCmdlet : ConnectedCmdlet
{
    private const int ActivityId = 7303;

    /// <summary>Means the small collections (PersonGroup, FaceList) instead of the large ones.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter Standard { get; set; }

    /// <summary>Whether what is missing is to be made first: not for who reads, changes or removes it.</summary>
    private protected bool NeedsMissing => MyInvocation.MyCommand is not CmdletInfo { Verb: VerbsCommon.Get or VerbsCommon.Set or VerbsCommon.Remove };

    /// <summary>Whether the small collections are meant; where what is named and -Standard differ, an error is written.</summary>
    private protected bool TrySize(out bool standard, params FaceCollectionReference?[] named)
    {
        try
        {
            standard = FaceCollectionReference.IsStandard(MyInvocation, Standard, named);
            return true;
        }
        catch (FaceServiceException e)
        {
            Report(e, named[0]?.IdOrName);
            standard = false;
            return false;
        }
    }

    /// <summary>Ends a change of nothing before it costs a call.</summary>
    private protected void RequireChange(string? name, string? userData)
    {
        if (name is null && userData is null)
        {
            Stop("NothingToChange", "There is nothing to change: say the new -Name or -UserData.", ErrorCategory.InvalidArgument, null, NextCommand.AgainWith(MyInvocation, "-Name NAME"));
        }
    }

    /// <summary>Writes what has this id or name; else, where it is a pattern, what matches.</summary>
    /// <param name="idOrName">What was given.</param>
    /// <param name="find">Finds what has it as its id or name.</param>
    /// <param name="pageAfter">The pages of all that there are.</param>
    /// <param name="idOf">What the next page is asked for by.</param>
    /// <param name="namesOf">What a pattern is held against; the name comes first.</param>
    /// <param name="what">All that there are, for people.</param>
    /// <param name="target">The target of errors.</param>
    private protected void WriteNamed<T>(string idOrName, Func<Task<List<T>>> find, Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, string> idOf, Func<T, string[]> namesOf, string what, object? target)
    {
        if (NamePattern.Of(idOrName) is not { } pattern)
        {
            if (TryAsk(find(), idOrName, out List<T> found))
            {
                WriteObject(found, enumerateCollection: true);
            }

            return;
        }

        bool IsMatch(T item) => Array.Exists(namesOf(item), pattern.IsMatch);
        if (!NamePattern.MayBeName(idOrName))
        {
            WritePages(pageAfter, idOf, IsMatch, what, target);
            return;
        }

        // What has just this name may be on the last page, and then nothing else is meant.
        List<T> matching = [];
        List<T> named = [];
        if (TryReadPages(pageAfter, idOf, what, target, page =>
        {
            matching.AddRange(page.Where(IsMatch));
            named.AddRange(page.Where(item => namesOf(item)[0].Equals(idOrName, StringComparison.OrdinalIgnoreCase)));
        }))
        {
            WriteObject(named.Count > 0 ? CollectionLookup.OfSameCapitals(named, item => namesOf(item)[0], idOrName) : matching, enumerateCollection: true);
        }
    }

    /// <summary>Writes what is wanted of all pages, each as soon as it comes; nobody sees that there are pages.</summary>
    private protected void WritePages<T>(Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, string> idOf, Func<T, bool> isWanted, string what, object? target) =>
        TryReadPages(pageAfter, idOf, what, target, page => WriteObject(page.Where(isWanted), enumerateCollection: true));

    /// <summary>Reads all pages, with progress; false where an error was written.</summary>
    private bool TryReadPages<T>(Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, string> idOf, string what, object? target, Action<IReadOnlyList<T>> take)
    {
        string? last = null;
        int count = 0;
        bool isRead;
        while (isRead = TryAsk(pageAfter(last), target, out IReadOnlyList<T> page))
        {
            take(page);
            count += page.Count;
            if (page.Count < CollectionLookup.LargestPage)
            {
                break;
            }

            last = idOf(page[^1]);
            WriteProgress(new ProgressRecord(ActivityId, $"Getting {what}", FormattableString.Invariant($"{count} so far")));
        }

        if (count >= CollectionLookup.LargestPage)
        {
            WriteProgress(new ProgressRecord(ActivityId, $"Getting {what}", "done") { RecordType = ProgressRecordType.Completed });
        }

        return isRead;
    }
}
