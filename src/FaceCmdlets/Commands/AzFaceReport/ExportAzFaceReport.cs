using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Writes one HTML file that shows faces on their pictures, to look through, filter, sort and print.</summary>
[Cmdlet(VerbsData.Export, "AzFaceReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(PSObject))]
public sealed class ExportAzFaceReportCommand : FaceCmdlet
{
    /// <summary>Rows of one picture that are held; more of them follow in a block of their own.</summary>
    private const int MostRows = 1000;

    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<ReportRow> _rows = [];
    private PipelineWindow<(string Path, int Index, ReportRow[] Rows), ReportPicture?> _window = null!;
    private BulkProgress _progress = null!;
    private ReportWriter? _writer;
    private string _target = string.Empty;
    private int _absent;

    /// <summary>The file to write; it is overwritten, and its folder is made where it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FilePath", "LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Faces, pictures with -PerImage, matches, rows of Import-Csv, and any object with a Path; error records as well.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>What the page is called.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Face report";

    /// <summary>Width or height of a thumbnail at most, 64 to 1024 pixels.</summary>
    [Parameter]
    [ValidateRange(64, 1024)]
    public int ThumbnailSize { get; set; } = 320;

    /// <summary>Errors to list, such as -ErrorVariable of Invoke-AzFaceDetection collected.</summary>
    [Parameter]
    [ErrorRecordTransformation]
    [AllowEmptyCollection]
    [Alias("IncludeError")]
    public ErrorRecord[] ErrorRecord { get; set; } = [];

    /// <summary>Overwrites a file that is read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves a file that is there alone, with an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Hands on what came in, instead of the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _target = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem" || Directory.Exists(_target))
        {
            Stop("PathIsNoFile", $"'{Path}' is no file: name one, such as report.html.", ErrorCategory.InvalidArgument, Path);
        }

        var existing = new FileInfo(_target);
        if (existing.Exists && NoClobber)
        {
            Stop("NoClobber", $"'{_target}' exists, and -NoClobber says to leave it.", ErrorCategory.ResourceExists, Path);
        }

        if (existing is { Exists: true, IsReadOnly: true } && !Force)
        {
            Stop("FileReadOnly", $"'{_target}' is read-only: -Force overwrites it.", ErrorCategory.PermissionDenied, Path);
        }

        if (!ShouldProcess(_target, "Write report of faces"))
        {
            return;
        }

        _window = new(this, Environment.ProcessorCount, ordered: true, Write, () => { });
        _progress = new(WriteProgress, "Writing the report", "pictures");
        Written(() =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_target)!);
            _writer = ReportWriter.Create(_target, Title);
        });
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject? item in InputObject ?? [])
        {
            if (item is null)
            {
                continue;
            }

            if (_writer is not null)
            {
                Written(() => Add(item));
            }

            if (PassThru)
            {
                WriteObject(item);
            }
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (_writer is null)
        {
            return;
        }

        Written(() =>
        {
            SendRows();
            _window.Finish();
            foreach (ErrorRecord error in ErrorRecord)
            {
                _writer.Add(error);
            }

            if (Force && File.Exists(_target))
            {
                File.SetAttributes(_target, File.GetAttributes(_target) & ~FileAttributes.ReadOnly);
            }

            _writer.Complete(overwrite: !NoClobber);
        });
        _progress.Complete();
        WriteVerbose(FormattableString.Invariant($"{_known.Count} pictures, {_absent} of them without a thumbnail; '{_target}' has {new FileInfo(_target).Length / 1048576.0:0.0} MB."));
        if (!PassThru)
        {
            WriteFile(_target);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _writer?.Dispose();
    }

    private void Add(PSObject item)
    {
        switch (item.BaseObject)
        {
            case ErrorRecord error:
                _writer!.Add(error);
                return;
            case DetectedImage { Faces: [_, ..] faces }:
                Add(faces);
                return;
            case FaceCheckpoint { Faces: [_, ..] faces }:
                Add(faces);
                return;
        }

        if (new FaceRow(item).Faces?.ToArray() is [_, ..] rows)
        {
            foreach (FaceRow face in rows)
            {
                Add(PSObject.AsPSObject(face.Original));
            }
        }
        else if (ReportRow.From(item) is { } row)
        {
            Add(row);
        }
        else
        {
            WriteError(new ErrorRecord(
                new ArgumentException($"'{item}' has no Path, so that no picture is known: it is left out. Give faces of Invoke-AzFaceDetection, or objects with a property Path."),
                "PathMissing",
                ErrorCategory.InvalidArgument,
                item));
        }
    }

    private void Add(DetectedFace[] faces)
    {
        foreach (DetectedFace face in faces)
        {
            Add(ReportRow.From(PSObject.AsPSObject(face))!);
        }
    }

    private void Add(ReportRow row)
    {
        // The faces of a picture come in a row: they are held until the next picture begins.
        if (_rows.Count > 0 && (_rows[0].Path != row.Path || _rows.Count >= MostRows))
        {
            SendRows();
        }

        _rows.Add(row);
    }

    private void SendRows()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        string path = _rows[0].Path;
        ReportRow[] rows = [.. _rows];
        _rows.Clear();
        _window.MakeRoom();
        if (_known.TryGetValue(path, out int index))
        {
            _window.Add((path, index, rows), Task.FromResult<ReportPicture?>(null));
            return;
        }

        _known[path] = index = _known.Count;
        string? file = FileOf(path);
        IImageService images = ServiceLoader.Images;
        _window.Add((path, index, rows), Task.Run(() => (ReportPicture?)ReportPicture.Read(images, index, path, file, ThumbnailSize), Cancelled));
    }

    private void Write((string Path, int Index, ReportRow[] Rows) item, Task<ReportPicture?> done)
    {
        ReportPicture? picture = done.GetAwaiter().GetResult();
        if (picture is null)
        {
            _writer!.Add(item.Index, item.Rows);
            return;
        }

        _writer!.Add(picture, item.Rows);
        if (picture.Absent is not null)
        {
            _absent++;
            _progress.CountFailed();
            WriteVerbose($"'{ReportWriter.WithoutSecrets(item.Path)}' has no thumbnail. {picture.Absent}");
        }

        _progress.CountDone(picture.Name);
        _progress.Show(_window.Count, TimeSpan.Zero);
    }

    /// <summary>A picture's full path; null for what is no path of a file here.</summary>
    private string? FileOf(string path)
    {
        if (System.IO.Path.IsPathFullyQualified(path))
        {
            return path;
        }

        try
        {
            string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == "FileSystem" ? file : null;
        }
        catch (Exception e) when (e is RuntimeException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A disk that is full or a folder that may not be written ends the command; nothing is left behind.</summary>
    private void Written(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(new IOException($"'{_target}' cannot be written: {e.Message}", e), "ReportUnwritable", ErrorCategory.WriteError, Path));
        }
    }
}
