using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on collections that the service keeps: large ones, or the small ones with -Standard.</summary>
public abstract class CollectionCmdlet : ConnectedCmdlet
{
    private const int ActivityId = 7303;

    /// <summary>As many as the service puts on a page where it is not told otherwise (REST API v1.2).</summary>
    private const int LargestPage = 1000;

    /// <summary>Means the small collections (PersonGroup, FaceList) instead of the large ones.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter Standard { get; set; }

    /// <summary>Writes what is wanted of all pages, each as soon as it comes; nobody sees that there are pages.</summary>
    private protected void WritePages<T>(Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, string> idOf, Func<T, bool> isWanted, string what, object? target)
    {
        string? last = null;
        int count = 0;
        while (TryAsk(pageAfter(last), target, out IReadOnlyList<T> page))
        {
            WriteObject(page.Where(isWanted), enumerateCollection: true);
            count += page.Count;
            if (page.Count < LargestPage)
            {
                break;
            }

            last = idOf(page[^1]);
            WriteProgress(new ProgressRecord(ActivityId, $"Getting {what}", FormattableString.Invariant($"{count} so far")));
        }

        if (count >= LargestPage)
        {
            WriteProgress(new ProgressRecord(ActivityId, $"Getting {what}", "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
