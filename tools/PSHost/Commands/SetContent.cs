using System.Management.Automation;
using System.Text;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Set-Content: -Path, -LiteralPath, -Value, -NoNewline, -Encoding, -AsByteStream; files only.</summary>
[Cmdlet(VerbsCommon.Set, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetContentCommand : PSCmdlet
{
    private readonly List<object?> _values = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[] Value { get; set; } = [];

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = EncodingNameAttribute.Default;

    protected override void ProcessRecord() => _values.AddRange(Value ?? []);

    protected override void EndProcessing()
    {
        foreach (string file in ParameterSetName == "LiteralPath" ? LiteralPath.Select(GetUnresolvedProviderPathFromPSPath) : Path.SelectMany(Files))
        {
            if (!ShouldProcess(file))
            {
                continue;
            }

            try
            {
                Write(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(e, "GetContentWriterError", ErrorCategory.WriteError, file));
            }
        }
    }

    private void Write(string file)
    {
        if (AsByteStream)
        {
            File.WriteAllBytes(file, [.. _values.Select(value => LanguagePrimitives.ConvertTo<byte>(value))]);
            return;
        }

        string end = NoNewline ? string.Empty : Environment.NewLine;
        File.WriteAllText(file, string.Concat(_values.Select(value => LanguagePrimitives.ConvertTo<string>(value) + end)), Encoding);
    }

    private IEnumerable<string> Files(string path) =>
        WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _) : [GetUnresolvedProviderPathFromPSPath(path)];
}
