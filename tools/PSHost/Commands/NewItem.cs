using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>New-Item: -Path, -Name, -ItemType, -Value, -Force.</summary>
[Cmdlet(VerbsCommon.New, "Item", SupportsShouldProcess = true)]
public sealed class NewItemCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = ["."];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Type")]
    public string? ItemType { get; set; }

    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Target")]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            if (!ShouldProcess(Name is null ? path : $"{path}/{Name}", "New-Item"))
            {
                continue;
            }

            try
            {
                WriteObject(InvokeProvider.Item.New([path], Name, ItemType, Value, Force), enumerateCollection: true);
            }
            catch (RuntimeException e) when (e is not PipelineStoppedException)
            {
                WriteError(new ErrorRecord(e.ErrorRecord, e));
            }
        }
    }
}
