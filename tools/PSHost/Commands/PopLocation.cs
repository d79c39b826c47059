using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Pop-Location: -StackName.</summary>
[Cmdlet(VerbsCommon.Pop, "Location")]
public sealed class PopLocationCommand : PSCmdlet
{
    [Parameter]
    public string StackName { get; set; } = string.Empty;

    protected override void ProcessRecord() => SessionState.Path.PopLocation(StackName);
}
