using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Write-Host: text, -NoNewline, -ForegroundColor.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    protected override void ProcessRecord()
    {
        string text = LanguagePrimitives.ConvertTo<string>(Object) ?? string.Empty;
        WriteInformation(new HostInformationMessage { Message = text, NoNewLine = NoNewline, ForegroundColor = ForegroundColor }, ["PSHOST"]);
    }
}
