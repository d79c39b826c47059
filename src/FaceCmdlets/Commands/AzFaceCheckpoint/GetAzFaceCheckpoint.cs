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
        foreach (string file in (Path ?? LiteralPath!).SelectMany(path => Expand(path, ParameterSetName == ByPath && PictureFiles.IsPattern(this, path))))
        {
            if (Directory.Exists(file))
            {
                WriteError(new ErrorRecord(new IOException($"'{file}' is a folder: name a checkpoint in it."), "CheckpointUnreadable", ErrorCategory.InvalidArgument, file));
                continue;
            }

            try
            {
                foreach (FaceCheckpoint entry in CheckpointJournal.Read(file))
                {
                    Cancelled.ThrowIfCancellationRequested();
                    WriteObject(entry);
                }
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                bool isMissing = e is FileNotFoundException or DirectoryNotFoundException;
                ErrorCategory category = e is InvalidDataException ? ErrorCategory.InvalidData : isMissing ? ErrorCategory.ObjectNotFound : ErrorCategory.ReadError;
                Exception told = e is InvalidDataException ? e : new IOException(isMissing ? $"There is no checkpoint '{file}': Invoke-AzFaceDetection -CheckpointPath makes one." : $"The checkpoint '{file}' cannot be read: {e.Message}", e);
                WriteError(NewError(told, "CheckpointUnreadable", category, file, isMissing ? $"Invoke-AzFaceDetection PICTURE -CheckpointPath {NextCommand.Quoted(file)}" : null));
            }
        }
    }

    private IEnumerable<string> Expand(string path, bool isPattern)
    {
        ProviderInfo provider;
        IReadOnlyList<string> files;
        try
        {
            files = isPattern ? GetResolvedProviderPathFromPSPath(path, out provider) : [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)];
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            WriteError(new ErrorRecord(e, "PathNotFound", ErrorCategory.ObjectNotFound, path));
            return [];
        }

        if (provider.Name == "FileSystem")
        {
            return files;
        }

        WriteError(new ErrorRecord(new IOException($"'{path}' is in the provider {provider.Name}; a checkpoint is a file."), "NotAFile", ErrorCategory.InvalidArgument, path));
        return [];
    }
}
