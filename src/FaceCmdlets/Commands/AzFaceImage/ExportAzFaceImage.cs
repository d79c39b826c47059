using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Draws faces into their pictures, cuts them out, or makes them unrecognisable; the originals stay as they are.</summary>
[Cmdlet(VerbsData.Export, "AzFaceImage", DefaultParameterSetName = ByAnnotating, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportAzFaceImageCommand : FaceCmdlet
{
    private const string ByAnnotating = "Annotate";
    private const string ByCropping = "Crop";
    private const string ByRedacting = "Redact";

    /// <summary>What has come of each picture so far; a few numbers a face, no pixels.</summary>
    private readonly Dictionary<string, ExportedPicture> _known = new(PathNames.Comparer);

    private readonly HashSet<string> _inFlight = new(PathNames.Comparer);
    private readonly List<ExportedPicture> _putOff = [];
    private IImageExport _export = null!;
    private OutputNames _names = null!;
    private ExistingFiles _existing = null!;
    private PipelineWindow<Work, string?> _window = null!;
    private BulkProgress _progress = null!;
    private ExportTemplates _templates = null!;
    private string _folder = string.Empty;
    private bool _folderIsThere;
    private AnnotationStyle _annotation = null!;
    private CropShape _shape = null!;
    private RedactionStyle _redaction = null!;
    private ExportedPicture? _current;
    private bool _allAreKnown;
    private int _withoutLandmarks;
    private int _withoutPose;
    private int _rewritten;

    /// <summary>Where the new pictures go; it is made where it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string OutputDirectory { get; set; } = string.Empty;

    /// <summary>Faces of Invoke-AzFaceDetection, or objects with Path, Left, Top, Width and Height.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    public PSObject[]? Face { get; set; }

    /// <summary>Draws boxes, landmarks, axes of the head and labels.</summary>
    [Parameter(ParameterSetName = ByAnnotating)]
    public SwitchParameter Annotate { get; set; }

    /// <summary>Writes each face as a picture of its own.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCropping)]
    public SwitchParameter Crop { get; set; }

    /// <summary>Makes faces unrecognisable: Blur, Pixelate or Fill.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByRedacting)]
    public FaceRedaction Redact { get; set; }

    /// <summary>What to draw. Without it, all that there is of each face.</summary>
    [Parameter(ParameterSetName = ByAnnotating)]
    public FaceDrawing[]? Draw { get; set; }

    /// <summary>The label, with properties of the face in braces: '{FaceNumber} {Yaw:0}°'.</summary>
    [Parameter(ParameterSetName = ByAnnotating)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FaceTemplateCompleter))]
    [PSDefaultValue(Value = "{FaceNumber}")]
    public string Label { get; set; } = "{FaceNumber}";

    /// <summary>The colour of what is drawn, or of Fill: a name or #RRGGBB.</summary>
    [Parameter(ParameterSetName = ByAnnotating)]
    [Parameter(ParameterSetName = ByRedacting)]
    [ArgumentCompleter(typeof(ColorName))]
    [ValidateNotNullOrEmpty]
    public string? Color { get; set; }

    /// <summary>What of the picture around a face belongs to it, on each side, as a part of the face's width and height.</summary>
    [Parameter(ParameterSetName = ByCropping)]
    [Parameter(ParameterSetName = ByRedacting)]
    [ValidateRange(0.0, 5.0)]
    [PSDefaultValue(Value = 0.3)]
    public double Margin { get; set; } = 0.3;

    /// <summary>Cuts squares.</summary>
    [Parameter(ParameterSetName = ByCropping)]
    public SwitchParameter Square { get; set; }

    /// <summary>Scales each face to so many pixels: 256 (its longer side) or 200x300.</summary>
    [Parameter(ParameterSetName = ByCropping)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PhotoShapeCompleter))]
    public string? Size { get; set; }

    /// <summary>Names of the new files, without extension, with properties of the face in braces.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FaceTemplateCompleter))]
    public string? NameTemplate { get; set; }

    /// <summary>The format to write; Same, the default, is the picture's own.</summary>
    [Parameter]
    [PSDefaultValue(Value = FaceImageFormat.Same)]
    public FaceImageFormat Format { get; set; }

    /// <summary>1 to 100, for JPEG and WebP; 95 is the default.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [PSDefaultValue(Value = 95)]
    public int Quality { get; set; } = 95;

    /// <summary>Replaces files that exist: a picture's own original, and what is no picture of the command.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>How many pictures are worked on at a time; one a processor is the default.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [PSDefaultValue(Help = "the number of processors")]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    private bool DrawsLandmarks => ParameterSetName == ByAnnotating && Draws(FaceDrawing.Landmarks);

    private bool DrawsPose => ParameterSetName == ByAnnotating && Draws(FaceDrawing.Pose);

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        string name = NameTemplate ?? ParameterSetName switch { ByCropping => "{Name}-{FaceNumber}", ByRedacting => "{Name}-redacted", _ => "{Name}-annotated" };
        bool labels = ParameterSetName == ByAnnotating && Draws(FaceDrawing.Label);
        _templates = OrStop(() => new ExportTemplates(name, labels ? Label : null));
        _annotation = new(ParseColor(Color ?? "#1DE9B6"), Draws(FaceDrawing.Box), DrawsLandmarks, DrawsPose, labels);
        _redaction = new(Redact, Margin, ParseColor(Color ?? "Black"));
        _shape = ParseShape();
        _folder = OutputFolder(OutputDirectory);
        _names = new(_folder);
        _export = ServiceLoader.Images.Export;
        _existing = new(_folder, _export);
        _window = new(this, ThrottleLimit, ordered: true, HandOn, ShowProgress);
        _progress = new(WriteProgress, "Exporting pictures", "pictures");
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject item in Face!)
        {
            switch (item.BaseObject)
            {
                case DetectedImage image:
                    Add(image.Path, image.Faces.Select(RowOf), image);
                    break;
                case FaceCheckpoint done:
                    Add(done.Path, done.Faces.Select(RowOf), done);
                    break;
                default:
                    AddRow(new FaceRow(item));
                    break;
            }
        }

        _window.HandOn();
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        Send();
        _allAreKnown = true;
        foreach (ExportedPicture picture in _putOff)
        {
            _current = picture;
            Send();
        }

        _window.Finish();
        _progress.Complete();
        WriteVerbose(FormattableString.Invariant($"{_known.Count} pictures, to {_folder}."));
        if (Draw is not null && _withoutLandmarks > 0)
        {
            WriteWarning(FormattableString.Invariant($"{_withoutLandmarks} {(_withoutLandmarks == 1 ? "face has" : "faces have")} no landmarks to draw: ask for them with Invoke-AzFaceDetection -Landmarks. Of what was saved, JSON and Clixml have them, CSV has not."));
        }

        if (Draw is not null && _withoutPose > 0)
        {
            WriteWarning(FormattableString.Invariant($"{_withoutPose} {(_withoutPose == 1 ? "face has" : "faces have")} no pose to draw, that is, no Pitch, Roll and Yaw that are numbers: ask for it with Invoke-AzFaceDetection -Attribute HeadPose."));
        }

        if (_rewritten > 0)
        {
            string what = _rewritten == 1
                ? "A picture came again after others, and was written again, with all of its faces."
                : FormattableString.Invariant($"Pictures came again after others, {_rewritten} times, and were written again, with all of their faces.");
            WriteWarning($"{what} 'Sort-Object Path' before this command spares that.");
        }
    }

    private bool Draws(FaceDrawing what) => Draw is null || Draw.Contains(what);

    /// <summary>What goes wrong with a template goes wrong with every face.</summary>
    private T OrStop<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, null));
            throw;
        }
    }

    private int ParseColor(string text)
    {
        if (!ColorName.TryParse(text, out int argb))
        {
            Stop("InvalidColor", $"'{text}' is no colour: write a name such as Orange, or #RRGGBB.", ErrorCategory.InvalidArgument, text);
        }

        return argb;
    }

    private CropShape ParseShape()
    {
        try
        {
            return CropShape.Parse(Size, Margin, Square);
        }
        catch (FormatException e)
        {
            Stop("InvalidSize", e.Message, ErrorCategory.InvalidArgument, Size);
            throw;
        }
    }

    private static FaceRow RowOf(DetectedFace face) => new(PSObject.AsPSObject(face));

    private void AddRow(FaceRow row)
    {
        if (row.Faces is { } faces && row.Path is { Length: > 0 } path)
        {
            Add(path, faces, row.Original);
        }
        else
        {
            Add(row);
        }
    }

    private void Add(string path, IEnumerable<FaceRow> faces, object target)
    {
        if (FindPicture(path, target) is not { } picture)
        {
            return;
        }

        picture.IsToWrite = true;
        foreach (FaceRow face in faces)
        {
            Add(face);
        }
    }

    private void Add(FaceRow row)
    {
        if (row.Path is not { Length: > 0 } path)
        {
            Fail("PathMissing", $"'{row.Original}' has no property Path and is no face: pipe what Invoke-AzFaceDetection emits, or rows with Path, Left, Top, Width and Height.", ErrorCategory.InvalidArgument, row.Original);
            return;
        }

        if (FindPicture(path, row.Original) is not { } picture)
        {
            return;
        }

        if (row.ToFace(DrawsPose, DrawsLandmarks) is not { } face)
        {
            // A picture whose faces are not all known must not pass for a redacted one.
            picture.IsBroken = true;
            string outcome = ParameterSetName != ByRedacting ? "." : Withdraw(picture) is { Length: > 0 } withdrawn ? $".{withdrawn}" : $": '{path}' is not written.";
            Fail("RectangleMissing", $"'{row.Original}' has no Left, Top, Width and Height that are numbers{outcome} Pipe what Invoke-AzFaceDetection emits, or its rows from Import-Csv.", ErrorCategory.InvalidData, row.Original);
            return;
        }

        _withoutLandmarks += DrawsLandmarks && face.Points is null ? 1 : 0;
        _withoutPose += DrawsPose && face.Pose is null ? 1 : 0;
        int number = row.Number ?? picture.Count + 1;
        picture.Count++;
        picture.IsToWrite = true;
        face = face with { Label = OrStop(() => _templates.LabelOf(row, path, number)) };
        if (ParameterSetName == ByCropping)
        {
            picture.ToCrop.Add((face, OrStop(() => _templates.NameOf(row, path, number)), null));
        }
        else
        {
            picture.Name ??= OrStop(() => _templates.NameOf(row, path, number));
            picture.Faces.Add(face);
        }
    }

    /// <summary>The picture that the next faces belong to; what was collected for another is sent. Null after an error.</summary>
    private ExportedPicture? FindPicture(string given, object target)
    {
        if (RowPath.Read(SessionState.Path, given, out string? problem) is not { } path)
        {
            Fail("NotAFile", problem!, ErrorCategory.InvalidArgument, target);
            return null;
        }

        string real = _existing.RealPath(path);
        if (PathNames.Comparer.Equals(_current?.RealPath, real))
        {
            return _current;
        }

        Send();
        if (!_known.TryGetValue(real, out ExportedPicture? known))
        {
            _known.Add(real, known = new(path, real));
            _existing.Note(path);
        }

        return _current = known;
    }

    /// <summary>Sends what was collected for one picture.</summary>
    private void Send()
    {
        ExportedPicture? picture = _current;
        _current = null;
        if (picture is null || !picture.IsToWrite || (picture.IsBroken && ParameterSetName == ByRedacting))
        {
            return;
        }

        WaitFor(picture);
        picture.IsToWrite = false;
        if (FormatOf(picture) is { } format && Plan(picture, format) is { } work)
        {
            MakeFolder();
            _window.MakeRoom();
            _inFlight.Add(picture.Path);
            IImageExport export = _export;
            ImageEncoding encoding = new(format, Quality);
            CancellationToken cancelled = Cancelled;
            _window.Add(work, Task.Run(() => export.Write(work.Request, encoding, cancelled), cancelled));
        }

        if (!picture.IsToWrite)
        {
            // More faces of it would become more files.
            picture.ToCrop.Clear();
        }
    }

    private FaceImageFormat? FormatOf(ExportedPicture picture)
    {
        try
        {
            Span<byte> start = stackalloc byte[32];
            using FileStream file = new(picture.Path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
            int count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            FaceImageFormat own = _export.FormatOf(start[..count]);
            return Format != FaceImageFormat.Same ? Format : own != FaceImageFormat.Same ? own : FaceImageFormat.Jpeg;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            Fail("PathNotFound", $"'{picture.Path}' does not exist.{Withdraw(picture)}", ErrorCategory.ObjectNotFound, picture.Path);
        }
        catch (UnauthorizedAccessException e)
        {
            Fail("FileUnreadable", $"'{picture.Path}' may not be read by this user, or is a folder: {e.Message}{Withdraw(picture)}", ErrorCategory.PermissionDenied, picture.Path);
        }
        catch (IOException e)
        {
            Fail("FileUnreadable", $"'{picture.Path}' cannot be read: {e.Message} Close what holds it, then try again.{Withdraw(picture)}", ErrorCategory.ReadError, picture.Path);
        }

        return null;
    }

    /// <summary>What to write, and where to; null where nothing is to be written, or not yet.</summary>
    private Work? Plan(ExportedPicture picture, FaceImageFormat format)
    {
        string extension = format switch
        {
            FaceImageFormat.Png => ".png",
            FaceImageFormat.Webp => ".webp",
            _ when Path.GetExtension(picture.Path) is var own && own.ToUpperInvariant() is ".JPG" or ".JPEG" => own,
            _ => ".jpg",
        };
        if (ParameterSetName == ByCropping)
        {
            List<(PictureFace Face, string Output, ExistingFile There)> crops = [];
            for (int i = 0; i < picture.ToCrop.Count; i++)
            {
                (PictureFace face, string name, string? path) = picture.ToCrop[i];
                path ??= _names.Next(name, extension);
                picture.ToCrop[i] = (face, name, path);
                crops.Add((face, path, WhatIsAt(path, picture)));
            }

            if (crops.Exists(crop => crop.There == ExistingFile.NotYetKnown))
            {
                PutOff(picture);
                return null;
            }

            List<(PictureFace, OutputFile)> files = [.. crops.Where(crop => MayWrite(picture, crop.Output, crop.There, "Crop a face of")).Select(crop => (crop.Face, new OutputFile(crop.Output, crop.There == ExistingFile.Replaceable)))];
            return files.Count == 0 ? null : new(picture, new CropRequest(picture.Path, files, _shape), [.. files.Select(file => file.Item2.Path)]);
        }

        string output = picture.Output ??= NameOf(picture, extension);
        // What this command wrote of it before is not in the way.
        ExistingFile there = picture.IsWritten ? ExistingFile.None : WhatIsAt(output, picture);
        if (there == ExistingFile.NotYetKnown)
        {
            PutOff(picture);
            return null;
        }

        string verb = FormattableString.Invariant($"{(ParameterSetName == ByRedacting ? "Redact" : "Annotate")} {picture.Faces.Count} {(picture.Faces.Count == 1 ? "face" : "faces")} of");
        if (!MayWrite(picture, output, there, verb))
        {
            return null;
        }

        var file = new OutputFile(output, picture.IsWritten || there != ExistingFile.None, _existing.IsOriginal(picture.Path, output));
        // Its own copy: more faces may come while it is being written.
        PictureFace[] faces = [.. picture.Faces];
        return new(picture, ParameterSetName == ByRedacting ? new RedactRequest(picture.Path, file, faces, _redaction) : new AnnotateRequest(picture.Path, file, faces, _annotation), [output]);
    }

    /// <summary>Without -Force nothing is replaced, and nothing has to wait.</summary>
    private ExistingFile WhatIsAt(string output, ExportedPicture picture) => _existing.At(picture.Path, output, _allAreKnown || !Force);

    private string NameOf(ExportedPicture picture, string extension)
    {
        string name = picture.Name ?? OrStop(() => _templates.NameOf(picture.Path));
        string next = _names.Next(name, extension), plain = _names.Plain(name, extension);
        // In place a picture has its own name, also where another asked for it before, in vain.
        return _existing.IsOriginal(picture.Path, plain) ? plain : next;
    }

    private void PutOff(ExportedPicture picture)
    {
        picture.IsToWrite = true;
        if (!picture.IsPutOff)
        {
            picture.IsPutOff = true;
            _putOff.Add(picture);
        }
    }

    private bool MayWrite(ExportedPicture picture, string output, ExistingFile there, string verb)
    {
        (string what, bool withForce) = there switch
        {
            ExistingFile.Original => ("is the original", ParameterSetName != ByCropping),
            ExistingFile.Link => ("is a link to the original, which would stay as it is", false),
            ExistingFile.OtherPicture => ("is another picture of this command, which it never replaces", false),
            ExistingFile.AmongPictures => ("is in a folder that pictures of this command come from, and was not made by this module: it may be one of them", false),
            _ => ("exists", true),
        };
        if (there != ExistingFile.None && !(Force && withForce))
        {
            Fail("FileExists", $"'{output}' {what}. Choose another -OutputDirectory or -NameTemplate{(withForce ? "; -Force replaces it." : ".")}", ErrorCategory.ResourceExists, output);
            return false;
        }

        return ShouldProcess(output, $"{verb} {picture.Path}");
    }

    private void MakeFolder()
    {
        if (_folderIsThere)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(_folder);
            _folderIsThere = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Stop("OutputDirectoryUnusable", $"The folder '{_folder}' cannot be made: {e.Message}", ErrorCategory.WriteError, OutputDirectory);
        }
    }

    /// <summary>Waits until nothing of a picture is being written.</summary>
    private void WaitFor(ExportedPicture picture)
    {
        while (_inFlight.Contains(picture.Path))
        {
            _window.Wait();
        }
    }

    private void ShowProgress() => _progress.Show(_window.Count, TimeSpan.Zero);

    /// <summary>Emits what was written; it comes in the order of the input.</summary>
    private void HandOn(Work work, Task<string?> done)
    {
        _inFlight.Remove(work.Request.Path);
        _progress.CountDone(work.Request.Path);
        ShowProgress();
        try
        {
            if (done.GetAwaiter().GetResult() is { } warning)
            {
                WriteWarning(warning);
            }
        }
        catch (FaceServiceException e)
        {
            _progress.CountFailed();
            if (e.EndsPipeline)
            {
                _progress.Complete();
            }

            string withdrawn = Withdraw(work.Picture);
            Report(withdrawn.Length > 0 ? e.With(withdrawn.TrimStart(), e.NextCommand) : e, work.Request.Path);
            return;
        }

        _rewritten += work.Picture.IsWritten && ParameterSetName != ByCropping ? 1 : 0;
        work.Picture.IsWritten = true;
        if (work.Picture.IsBroken && ParameterSetName == ByRedacting)
        {
            // It is about to be withdrawn.
            return;
        }

        work.Picture.IsEmitted = true;
        foreach (string output in work.Outputs)
        {
            WriteFile(output);
        }
    }

    /// <summary>
    /// Takes back what was made of a picture before its last face could not be hidden. Says so in a sentence after a space; nothing where
    /// there is nothing to take back.
    /// </summary>
    private string Withdraw(ExportedPicture picture)
    {
        if (ParameterSetName != ByRedacting || picture.Output is not { } output)
        {
            return string.Empty;
        }

        WaitFor(picture);
        if (!picture.IsWritten)
        {
            return string.Empty;
        }

        if (_existing.IsOriginal(picture.Path, output))
        {
            return $" '{output}' took the place of the original before that, and is not redacted as a whole: detect and redact it again.";
        }

        try
        {
            File.Delete(output);
            picture.IsWritten = false;
            return $" '{output}', which was made{(picture.IsEmitted ? " and emitted" : string.Empty)} before that, is removed again.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $" '{output}', which was made before that, is not redacted as a whole and cannot be removed: {e.Message} Remove it.";
        }
    }

    private void Fail(string id, string message, ErrorCategory category, object target) =>
        WriteError(new ErrorRecord(new IOException(message), id, category, target));

    /// <summary>What is to be written of one picture.</summary>
    private readonly record struct Work(ExportedPicture Picture, ExportRequest Request, string[] Outputs);
}
