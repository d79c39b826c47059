using System.Collections.ObjectModel;
using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Get-ChildItem: -Path, -LiteralPath, -Filter, -Recurse, -File, -Directory.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Path")]
public sealed class GetChildItemCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    public string[] Path { get; set; } = ["."];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(Position = 1)]
    public string? Filter { get; set; }

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter File { get; set; }

    [Parameter]
    public SwitchParameter Directory { get; set; }

    protected override void ProcessRecord()
    {
        bool literal = ParameterSetName == "LiteralPath";
        WildcardPattern? filter = Filter is null ? null : WildcardPattern.Get(Filter, WildcardOptions.IgnoreCase);
        foreach (string path in literal ? LiteralPath : Path)
        {
            Collection<PSObject> items;
            try
            {
                items = InvokeProvider.ChildItem.Get([path], Recurse, force: true, literalPath: literal);
            }
            catch (Exception e) when (e is ItemNotFoundException or IOException)
            {
                WriteError(new ErrorRecord(e, "PathNotFound", ErrorCategory.ObjectNotFound, path));
                continue;
            }

            foreach (PSObject item in items)
            {
                bool folder = item.BaseObject is DirectoryInfo;
                string name = (item.BaseObject as FileSystemInfo)?.Name ?? string.Empty;
                if ((File && folder) || (Directory && !folder) || (filter is not null && !filter.IsMatch(name)) || name.StartsWith('.'))
                {
                    continue;
                }

                WriteObject(item);
            }
        }
    }
}
