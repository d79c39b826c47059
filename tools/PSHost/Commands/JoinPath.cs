using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Join-Path: -Path, -ChildPath, -AdditionalChildPath, -Resolve.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
public sealed class JoinPathCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true)]
    [AllowEmptyString]
    public string ChildPath { get; set; } = string.Empty;

    [Parameter(Position = 2, ValueFromRemainingArguments = true)]
    [AllowEmptyCollection]
    public string[] AdditionalChildPath { get; set; } = [];

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            string joined = AdditionalChildPath.Prepend(ChildPath).Aggregate(path, SessionState.Path.Combine);
            if (Resolve)
            {
                WriteObject(SessionState.Path.GetResolvedPSPathFromPSPath(joined).Select(info => info.Path), enumerateCollection: true);
            }
            else
            {
                WriteObject(joined);
            }
        }
    }
}
