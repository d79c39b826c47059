using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Resolve-Path: -Path, -LiteralPath, -Relative.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
public sealed class ResolvePathCommand : PathCommand
{
    [Parameter]
    public SwitchParameter Relative { get; set; }

    protected override void Process(string path)
    {
        IEnumerable<PathInfo> found = SessionState.Path.GetResolvedPSPathFromPSPath(Literal ? WildcardPattern.Escape(path) : path);
        WriteObject(Relative ? found.Select(info => RelativeTo(info.ProviderPath)) : found, enumerateCollection: true);
    }

    private string RelativeTo(string path)
    {
        string relative = System.IO.Path.GetRelativePath(SessionState.Path.CurrentFileSystemLocation.ProviderPath, path);
        return relative.StartsWith('.') ? relative : System.IO.Path.Combine(".", relative);
    }
}
