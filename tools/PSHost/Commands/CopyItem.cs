using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Copy-Item: -Path, -LiteralPath, -Destination, -Recurse, -Force.</summary>
[Cmdlet(VerbsCommon.Copy, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class CopyItemCommand : PathCommand
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Destination { get; set; } = ".";

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Process(string path)
    {
        if (!ShouldProcess(path, $"Copy to {Destination}"))
        {
            return;
        }

        IEnumerable<PSObject> copies = InvokeProvider.Item.Copy([path], Destination, Recurse, CopyContainers.CopyTargetContainer, Force, Literal);
        if (PassThru)
        {
            WriteObject(copies, enumerateCollection: true);
        }
    }
}
