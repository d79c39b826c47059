using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Push-Location: -Path, -LiteralPath, -StackName.</summary>
[Cmdlet(VerbsCommon.Push, "Location", DefaultParameterSetName = "Path")]
public sealed class PushLocationCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    public string? Path { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string? LiteralPath { get; set; }

    [Parameter]
    public string StackName { get; set; } = string.Empty;

    protected override void ProcessRecord()
    {
        SessionState.Path.PushCurrentLocation(StackName);
        if ((LiteralPath is null ? Path : WildcardPattern.Escape(LiteralPath)) is { } path)
        {
            SessionState.Path.SetLocation(path);
        }
    }
}
