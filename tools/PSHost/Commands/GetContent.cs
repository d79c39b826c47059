using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Provider;
using System.Text;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Get-Content: -Path, -LiteralPath, -Raw, -AsByteStream, -TotalCount, -Tail, -Encoding.</summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContentCommand : PathCommand
{
    [Parameter]
    public SwitchParameter Raw { get; set; }

    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    [Parameter]
    [Alias("First", "Head")]
    public int TotalCount { get; set; } = int.MaxValue;

    [Parameter]
    [Alias("Last")]
    public int? Tail { get; set; }

    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = EncodingNameAttribute.Default;

    protected override void Process(string path)
    {
        PathInfo[] found = [.. SessionState.Path.GetResolvedPSPathFromPSPath(Literal ? WildcardPattern.Escape(path) : path)];
        foreach (PathInfo info in found)
        {
            if (info.Provider.Name == "FileSystem")
            {
                Read(info.ProviderPath);
            }
            else
            {
                foreach (IContentReader reader in InvokeProvider.Content.GetReader([info.Path], force: false, literalPath: true))
                {
                    WriteObject(reader.Read(-1), enumerateCollection: true);
                    reader.Close();
                }
            }
        }
    }

    private void Read(string file)
    {
        if (AsByteStream)
        {
            byte[] bytes = File.ReadAllBytes(file);
            WriteObject(bytes, enumerateCollection: !Raw);
        }
        else if (Raw)
        {
            WriteObject(File.ReadAllText(file, Encoding));
        }
        else
        {
            IEnumerable lines = Tail is { } last ? File.ReadLines(file, Encoding).TakeLast(last) : File.ReadLines(file, Encoding).Take(TotalCount);
            foreach (string line in lines)
            {
                WriteObject(line);
            }
        }
    }
}
