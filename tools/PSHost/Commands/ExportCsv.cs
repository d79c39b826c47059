using System.Globalization;
using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Export-Csv: -Path, -NoTypeInformation (always so). Columns are those of the first object.</summary>
[Cmdlet(VerbsData.Export, "Csv")]
public sealed class ExportCsvCommand : PSCmdlet, IDisposable
{
    private StreamWriter? _writer;
    private string[]? _columns;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, Mandatory = true)]
    public string Path { get; set; } = string.Empty;

    [Parameter]
    public SwitchParameter NoTypeInformation { get; set; }

    public void Dispose() => _writer?.Dispose();

    protected override void BeginProcessing() => _writer = new StreamWriter(GetUnresolvedProviderPathFromPSPath(Path));

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        if (_columns is null)
        {
            _columns = [.. InputObject.Properties.Select(property => property.Name)];
            _writer!.WriteLine(string.Join(',', _columns.Select(Quote)));
        }

        _writer!.WriteLine(string.Join(',', _columns.Select(name => InputObject.Properties[name]?.Value is { } value ? Quote(Convert.ToString((value as PSObject)?.BaseObject ?? value, CultureInfo.InvariantCulture) ?? string.Empty) : string.Empty)));
    }

    protected override void EndProcessing() => _writer!.Dispose();

    private static string Quote(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
