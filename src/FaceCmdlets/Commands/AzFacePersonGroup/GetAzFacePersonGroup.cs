using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets large person groups.</summary>
[Cmdlet(VerbsCommon.Get, "AzFacePersonGroup")]
[OutputType(typeof(FacePersonGroup))]
public sealed class GetAzFacePersonGroupCommand : PersonGroupCmdlet
{
    /// <summary>Id or name; wildcards are expanded. All groups where it is left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [SupportsWildcards]
    public string? PersonGroup { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryAsk(Lookup.GroupsAsync(PersonGroup, Unlimited), PersonGroup, out IReadOnlyList<FacePersonGroup> groups))
        {
            WriteObject(groups, enumerateCollection: true);
        }
    }
}
