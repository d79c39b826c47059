using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Write-Error: a message.</summary>
[Cmdlet(VerbsCommunications.Write, "Error")]
public sealed class WriteErrorCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string Message { get; set; } = string.Empty;

    protected override void ProcessRecord() => WriteError(new ErrorRecord(new InvalidOperationException(Message), "WriteError", ErrorCategory.NotSpecified, null));
}
