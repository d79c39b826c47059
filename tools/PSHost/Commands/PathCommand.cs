using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>What cmdlets over items have in common: -Path with wildcards, -LiteralPath without, one error for each path that fails.</summary>
public abstract class PathCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    protected bool Literal => ParameterSetName == "LiteralPath";

    protected override void ProcessRecord()
    {
        foreach (string path in Literal ? LiteralPath : Path)
        {
            try
            {
                Process(path);
            }
            catch (Exception e) when (e is RuntimeException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
            {
                if (e is PipelineStoppedException)
                {
                    throw;
                }

                WriteError(e is IContainsErrorRecord { ErrorRecord: { } record } ? new ErrorRecord(record, e) : new ErrorRecord(e, e.GetType().Name, ErrorCategory.NotSpecified, path));
            }
        }
    }

    protected abstract void Process(string path);

    /// <summary>The provider's own paths: those that a wildcard matches, or the one that is meant literally.</summary>
    protected IEnumerable<string> ProviderPaths(string path)
    {
        if (!Literal)
        {
            return GetResolvedProviderPathFromPSPath(path, out _);
        }

        string literal = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out _, out _);
        return InvokeProvider.Item.Exists(path, force: true, literalPath: true)
            ? [literal]
            : throw new ItemNotFoundException($"Cannot find path '{literal}' because it does not exist.");
    }
}
