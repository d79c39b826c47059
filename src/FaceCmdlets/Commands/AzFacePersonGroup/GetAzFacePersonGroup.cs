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
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [SupportsWildcards]
    public string? PersonGroup { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (PersonGroup is { } one && !WildcardPattern.ContainsWildcardCharacters(one))
        {
            if (TryAsk(Lookup.GroupAsync(one, Unlimited), one, out FacePersonGroup group))
            {
                WriteObject(group);
            }

            return;
        }

        WildcardPattern pattern = WildcardPattern.Get(PersonGroup ?? "*", WildcardOptions.IgnoreCase);
        IPersonGroupService groups = Groups;
        WritePages(after => groups.GetPageAsync(after, Unlimited), group => group.PersonGroupId, group => pattern.IsMatch(group.PersonGroupId) || pattern.IsMatch(group.Name), "person groups", PersonGroup);
    }
}
