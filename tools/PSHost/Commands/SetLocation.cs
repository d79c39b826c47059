using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Set-Location: a path.</summary>
[Cmdlet(VerbsCommon.Set, "Location")]
public sealed class SetLocationCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    public string Path { get; set; } = string.Empty;

    protected override void ProcessRecord() => SessionState.Path.SetLocation(Path);
}
