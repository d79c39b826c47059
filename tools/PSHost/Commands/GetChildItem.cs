using System.Collections.ObjectModel;
using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Get-ChildItem: -Path, -LiteralPath, -Filter, -Include, -Exclude, -Recurse, -Depth, -File, -Directory, -Name, -Force.</summary>
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
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    [Alias("s")]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public uint? Depth { get; set; }

    [Parameter]
    [Alias("af")]
    public SwitchParameter File { get; set; }

    [Parameter]
    [Alias("ad")]
    public SwitchParameter Directory { get; set; }

    [Parameter]
    public SwitchParameter Name { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        bool literal = ParameterSetName == "LiteralPath";
        foreach (string path in literal ? LiteralPath : Path)
        {
            try
            {
                string root = literal ? GetUnresolvedProviderPathFromPSPath(path) : path;
                foreach (PSObject item in Items(path, literal).Where(Wanted))
                {
                    WriteObject(Name ? RelativeName(root, item) : item);
                }
            }
            catch (Exception e) when (e is ItemNotFoundException or ProviderInvocationException or IOException or UnauthorizedAccessException or SessionStateException)
            {
                WriteError(e is IContainsErrorRecord { ErrorRecord: { } record } ? new ErrorRecord(record, e) : new ErrorRecord(e, "PathNotFound", ErrorCategory.ObjectNotFound, path));
            }
        }
    }

    private static bool MatchesAny(string[] patterns, string name) =>
        patterns.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name));

    /// <summary>A pattern whose last part is a file's name and -Recurse: that name in every folder below, as in pwsh.</summary>
    private Collection<PSObject> Items(string path, bool literal)
    {
        if (Depth is { } depth)
        {
            return InvokeProvider.ChildItem.Get([path], recurse: true, depth, Force, literal);
        }

        return InvokeProvider.ChildItem.Get([path], Recurse, Force, literal);
    }

    private bool Wanted(PSObject item)
    {
        bool folder = item.Properties["PSIsContainer"]?.Value is true;
        string name = item.Properties["PSChildName"]?.Value as string ?? string.Empty;
        return !(File && folder)
            && !(Directory && !folder)
            && (Filter is null || MatchesAny([Filter], name))
            && (Include.Length == 0 || MatchesAny(Include, name))
            && !MatchesAny(Exclude, name);
    }

    private object? RelativeName(string root, PSObject item) =>
        item.BaseObject is FileSystemInfo file && Recurse && System.IO.Directory.Exists(GetUnresolvedProviderPathFromPSPath(root))
            ? System.IO.Path.GetRelativePath(GetUnresolvedProviderPathFromPSPath(root), file.FullName)
            : item.Properties["PSChildName"]?.Value;
}
