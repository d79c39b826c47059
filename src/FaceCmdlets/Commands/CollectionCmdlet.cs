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

    /// <summary>Ends a change of nothing before it costs a call.</summary>
    private protected void RequireChange(string? name, string? userData)
    {
        if (name is null && userData is null)
        {
            Stop("NothingToChange", "There is nothing to change: say the new -Name or -UserData.", ErrorCategory.InvalidArgument, null, NextCommand.AgainWith(MyInvocation, "-Name NAME"));
        }
    }

    /// <summary>Writes what has this id or name, or matches where it is a pattern.</summary>
    private protected void WriteNamed<T>(string idOrName, Func<Task<List<T>>> find, Action<WildcardPattern> writeMatching)
    {
        if (WildcardPattern.ContainsWildcardCharacters(idOrName))
        {
            writeMatching(WildcardPattern.Get(idOrName, WildcardOptions.IgnoreCase));
        }
        else if (TryAsk(find(), idOrName, out List<T> found))
        {
            WriteObject(found, enumerateCollection: true);
        }
    }

    /// <summary>Writes what is wanted of all pages, each as soon as it comes; nobody sees that there are pages.</summary>
    private protected void WritePages<T>(Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, string> idOf, Func<T, bool> isWanted, string what, object? target)
    {
        string? last = null;
        int count = 0;
        while (TryAsk(pageAfter(last), target, out IReadOnlyList<T> page))
        {
            WriteObject(page.Where(isWanted), enumerateCollection: true);
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
    }
}
