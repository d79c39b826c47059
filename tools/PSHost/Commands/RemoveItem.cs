using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Remove-Item: -Path, -LiteralPath, -Recurse, -Force.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItemCommand : PathCommand
{
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void Process(string path)
    {
        if (ShouldProcess(path))
        {
            InvokeProvider.Item.Remove([path], Recurse, Force, Literal);
        }
    }
}
