using System.Management.Automation;
using Microsoft.VisualBasic.FileIO;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Import-Csv: -Path. The first line names the columns; every cell is text.</summary>
[Cmdlet(VerbsData.Import, "Csv")]
public sealed class ImportCsvCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    public string Path { get; set; } = string.Empty;

    protected override void EndProcessing()
    {
        using var parser = new TextFieldParser(GetUnresolvedProviderPathFromPSPath(Path)) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        string[] columns = parser.ReadFields() ?? [];
        while (parser.ReadFields() is { } cells)
        {
            var row = new PSObject();
            for (int i = 0; i < columns.Length; i++)
            {
                row.Properties.Add(new PSNoteProperty(columns[i], i < cells.Length ? cells[i] : null));
            }

            WriteObject(row);
        }
    }
}
