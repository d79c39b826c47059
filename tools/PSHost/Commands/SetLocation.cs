using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Set-Location: -Path, -LiteralPath, -PassThru; home where no path is given.</summary>
[Cmdlet(VerbsCommon.Set, "Location", DefaultParameterSetName = "Path")]
public sealed class SetLocationCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    public string Path { get; set; } = "~";

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string? LiteralPath { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        PathInfo location = LiteralPath is null ? SessionState.Path.SetLocation(Path) : SessionState.Path.SetLocation(WildcardPattern.Escape(LiteralPath));
        if (PassThru)
        {
            WriteObject(location);
        }
    }
}
