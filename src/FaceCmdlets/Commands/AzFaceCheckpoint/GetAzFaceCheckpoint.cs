using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Reads a checkpoint: the pictures that Invoke-AzFaceDetection -CheckpointPath has finished.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceCheckpoint", DefaultParameterSetName = ByPath)]
[OutputType(typeof(FaceCheckpoint))]
public sealed class GetAzFaceCheckpointCommand : FaceCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    /// <summary>Journal files; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [Alias("CheckpointPath")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Journal files, taken as they are: [ ] * ? have no meaning.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        IEnumerable<string> files = ParameterSetName == ByPath ? Path!.SelectMany(Expand) : LiteralPath!.Select(GetUnresolvedProviderPathFromPSPath);
        foreach (string file in files)
        {
            try
            {
                foreach (FaceCheckpoint entry in CheckpointJournal.Read(file))
                {
                    Cancelled.ThrowIfCancellationRequested();
                    WriteObject(entry);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(e, "CheckpointUnreadable", e is FileNotFoundException or DirectoryNotFoundException ? ErrorCategory.ObjectNotFound : ErrorCategory.ReadError, file));
            }
        }
    }

    private IEnumerable<string> Expand(string path) =>
        WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _) : [GetUnresolvedProviderPathFromPSPath(path)];
}
