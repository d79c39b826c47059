using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets person groups.</summary>
[Cmdlet(VerbsCommon.Get, "AzFacePersonGroup")]
[OutputType(typeof(FacePersonGroup))]
public sealed class GetAzFacePersonGroupCommand : PersonGroupCmdlet
{
    /// <summary>Id or name; wildcards are expanded. All groups where it is left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup), Several = true)]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [SupportsWildcards]
    public FaceCollectionReference[]? PersonGroup { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (FaceCollectionReference one in PersonGroup ?? [new("*")])
        {
            if (!TrySize(out bool standard, one))
            {
                continue;
            }

            IPersonGroupService groups = GroupsOf(standard);
            WriteNamed(
                one.IdOrName,
                () => LookupOf(standard).GroupsAsync(one.IdOrName, Unlimited),
                after => groups.GetPageAsync(after, Unlimited),
                group => group.PersonGroupId,
                group => [group.Name, group.PersonGroupId],
                "person groups",
                one.IdOrName);
        }
    }
}
