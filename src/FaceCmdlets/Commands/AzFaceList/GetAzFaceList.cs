using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets face lists.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceList")]
[OutputType(typeof(FaceList))]
public sealed class GetAzFaceListCommand : FaceListCmdlet
{
    /// <summary>Id or name; wildcards are expanded. All lists where it is left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FaceListId")]
    [CollectionReferenceTransformation(typeof(FaceList), Several = true)]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [SupportsWildcards]
    public FaceCollectionReference[]? FaceList { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (FaceCollectionReference one in FaceList ?? [new("*")])
        {
            if (!TrySize(out bool standard, one))
            {
                continue;
            }

            IFaceListService lists = ListsOf(standard);
            WriteNamed(
                one.IdOrName,
                () => LookupOf(standard).ListsAsync(one.IdOrName, Unlimited),
                after => lists.GetPageAsync(after, Unlimited),
                list => list.FaceListId,
                list => [list.Name, list.FaceListId],
                "face lists",
                one.IdOrName);
        }
    }
}
