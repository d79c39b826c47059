using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Get-Item: -Path, -LiteralPath, -Force.</summary>
[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : PathCommand
{
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void Process(string path) => WriteObject(InvokeProvider.Item.Get([path], Force, Literal), enumerateCollection: true);
}
