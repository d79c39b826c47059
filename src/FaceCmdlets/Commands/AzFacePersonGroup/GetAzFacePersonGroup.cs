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
    [IdTransformation(typeof(FacePersonGroup), Several = true)]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [SupportsWildcards]
    public string[]? PersonGroup { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        IPersonGroupService groups = Groups;
        foreach (string one in PersonGroup ?? ["*"])
        {
            WriteNamed(
                one,
                () => Lookup.GroupsAsync(one, Unlimited),
                after => groups.GetPageAsync(after, Unlimited),
                group => group.PersonGroupId,
                group => [group.Name, group.PersonGroupId],
                "person groups",
                one);
        }
    }
}
