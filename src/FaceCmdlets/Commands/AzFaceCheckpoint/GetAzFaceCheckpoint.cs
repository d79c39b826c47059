using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Reads a checkpoint: the pictures that Invoke-AzFaceDetection -CheckpointPath has finished.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceCheckpoint")]
[OutputType(typeof(FaceCheckpoint))]
public sealed class GetAzFaceCheckpointCommand : FaceCmdlet
{
    /// <summary>The journal's file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "CheckpointPath")]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (string path in Path!)
        {
            try
            {
                foreach (FaceCheckpoint entry in CheckpointJournal.Read(GetUnresolvedProviderPathFromPSPath(path)))
                {
                    Cancelled.ThrowIfCancellationRequested();
                    WriteObject(entry);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(e, "CheckpointUnreadable", e is FileNotFoundException or DirectoryNotFoundException ? ErrorCategory.ObjectNotFound : ErrorCategory.ReadError, path));
            }
        }
    }
}
