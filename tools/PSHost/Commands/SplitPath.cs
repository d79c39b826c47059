using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Split-Path: -Parent, -Leaf, -LeafBase, -Extension, -IsAbsolute, -Resolve.</summary>
[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = "Parent")]
public sealed class SplitPathCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LiteralPath", "LP")]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "Parent")]
    public SwitchParameter Parent { get; set; }

    [Parameter(ParameterSetName = "Leaf", Mandatory = true)]
    public SwitchParameter Leaf { get; set; }

    [Parameter(ParameterSetName = "LeafBase", Mandatory = true)]
    public SwitchParameter LeafBase { get; set; }

    [Parameter(ParameterSetName = "Extension", Mandatory = true)]
    public SwitchParameter Extension { get; set; }

    [Parameter(ParameterSetName = "IsAbsolute", Mandatory = true)]
    public SwitchParameter IsAbsolute { get; set; }

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Resolve ? Path.SelectMany(given => SessionState.Path.GetResolvedPSPathFromPSPath(given)).Select(info => info.Path) : Path)
        {
            WriteObject(ParameterSetName switch
            {
                "Leaf" => SessionState.Path.ParseChildName(path),
                "LeafBase" => System.IO.Path.GetFileNameWithoutExtension(path),
                "Extension" => System.IO.Path.GetExtension(path),
                "IsAbsolute" => SessionState.Path.IsPSAbsolute(path, out _),
                _ => SessionState.Path.ParseParent(path, string.Empty),
            });
        }
    }
}
