using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Test-Path: -Path, -LiteralPath, -PathType.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
public sealed class TestPathCommand : PathCommand
{
    public enum Kind
    {
        Any,
        Container,
        Leaf,
    }

    [Parameter]
    [Alias("Type")]
    public Kind PathType { get; set; }

    protected override void Process(string path) => WriteObject(Exists(path));

    private bool Exists(string path)
    {
        try
        {
            return InvokeProvider.Item.Exists(path, force: true, Literal) && (PathType == Kind.Any || IsContainer(path) == (PathType == Kind.Container));
        }
        catch (Exception e) when (e is System.Management.Automation.DriveNotFoundException or ItemNotFoundException or ProviderNotFoundException)
        {
            return false;
        }
    }

    private bool IsContainer(string path) => InvokeProvider.Item.IsContainer(path) || (Literal && Directory.Exists(GetUnresolvedProviderPathFromPSPath(path)));
}
