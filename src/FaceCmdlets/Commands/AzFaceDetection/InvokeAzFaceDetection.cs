using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Finds the faces in pictures and emits one object a face, or with -PerImage one a picture.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AzFaceDetection", DefaultParameterSetName = ByPath)]
[OutputType(typeof(DetectedFace), typeof(DetectedImage))]
public sealed class InvokeAzFaceDetectionCommand : PictureCmdlet
{
    private const string ByUri = "Uri";
    private const string BySessionImage = "SessionImage";

    private BulkRun<PictureSource, IReadOnlyList<DetectedFace>> _run = null!;
    private DetectionRequest _request = null!;
    private IFaceService _service = null!;
    private int _known;
    private CheckpointJournal? _journal;
    private string _requestText = string.Empty;

    /// <summary>Addresses of pictures, which the service itself downloads: it must be able to reach them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByUri)]
    [Alias("Url")]
    [ValidateNotNullOrEmpty]
    public Uri[]? Uri { get; set; }

    /// <summary>Pictures that liveness sessions kept at the service, by their ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BySessionImage)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SessionImageCompleter))]
    public string[]? SessionImageId { get; set; }

    /// <summary>What to measure on each face.</summary>
    [Parameter(Position = 1)]
    [FaceAttributeTransformation]
    public FaceAttribute[] Attribute { get; set; } = [];

    /// <summary>Adds 27 points of each face, as FaceLandmarks.</summary>
    [Parameter]
    public SwitchParameter Landmarks { get; set; }

    /// <summary>Adds ids for recognition. The resource needs Microsoft's approval: https://aka.ms/facerecognition.</summary>
    [Parameter]
    public SwitchParameter ReturnFaceId { get; set; }

    /// <summary>How long an id lives: 1 minute to 24 hours (the default). A number is seconds.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? FaceIdTimeToLive { get; set; }

    /// <summary>The network that finds faces. Without it, the newest that measures every attribute asked for.</summary>
    [Parameter]
    [ValidateSet(DetectionModels.Detection01, DetectionModels.Detection02, DetectionModels.Detection03)]
    public string? DetectionModel { get; set; }

    /// <summary>The network behind face ids and QualityForRecognition; recognition_04 is the newest and the default.</summary>
    [Parameter]
    [ValidateSet("recognition_01", "recognition_02", "recognition_03", "recognition_04")]
    public string RecognitionModel { get; set; } = "recognition_04";

    /// <summary>Emits one object a picture, with FaceCount and Faces, also for pictures without a face.</summary>
    [Parameter]
    public SwitchParameter PerImage { get; set; }

    /// <summary>Sends pictures as they are, whatever the service may say to that.</summary>
    [Parameter]
    public SwitchParameter NoPreparation { get; set; }

    /// <summary>A journal of finished pictures: the same command again skips what is in it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>Emits the results of skipped pictures as well, from the journal.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override string AfterBudget => CheckpointPath is null
        ? "The same command with a higher -MaxCalls sends them, and the others again; with -CheckpointPath FILE it would go on instead."
        : "The same command with a higher -MaxCalls goes on with them.";

    private protected override IBulkRun Run => _run;

    private protected override FaceServiceException Advise(FaceServiceException e, object? target)
    {
        if (e.ErrorCode != FaceServiceException.UnsupportedFeature || !ReturnFaceId)
        {
            return e;
        }

        string picture = target is string path ? NextCommand.Quoted(path) : target is Uri uri ? $"-Uri {NextCommand.Quoted(uri.OriginalString)}" : "PICTURE";
        return e.With("Leave out -ReturnFaceId to detect without.", $"Invoke-AzFaceDetection {picture}");
    }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        FaceAttribute[] attributes = [.. Attribute.Distinct()];
        if (DetectionModels.Misfit(DetectionModel, RecognitionModel, Landmarks, attributes) is { } misfit)
        {
            string? next = DetectionModel is not null && DetectionModels.NewestWith(attributes) is not null ? $"Invoke-AzFaceDetection PICTURE -Attribute {string.Join(", ", attributes)}" : null;
            Stop("AttributeNotSupported", misfit, ErrorCategory.InvalidArgument, DetectionModel, next);
        }

        if (FaceIdTimeToLive is { TotalSeconds: < 60 or > 86400 })
        {
            Stop("InvalidTimeToLive", "-FaceIdTimeToLive is from 60 seconds to 24 hours.", ErrorCategory.InvalidArgument, FaceIdTimeToLive);
        }

        WarnOfIdle(nameof(PassThru), nameof(CheckpointPath), PassThru && CheckpointPath is null);
        WarnOfIdle(nameof(FaceIdTimeToLive), nameof(ReturnFaceId), FaceIdTimeToLive is not null && !ReturnFaceId);
        _service = Connection.Service;
        _request = new DetectionRequest
        {
            DetectionModel = DetectionModel ?? DetectionModels.NewestWith(attributes)!,
            RecognitionModel = RecognitionModel,
            ReturnFaceId = ReturnFaceId,
            FaceIdTimeToLive = FaceIdTimeToLive,
            Landmarks = Landmarks,
            Attributes = attributes,
        };
        WriteVerbose($"Detecting with {_request.DetectionModel}, {_request.RecognitionModel} at {Connection.Endpoint}.");
        _run = new(this, ("Detecting faces", "pictures"), picture => picture.Name, picture => picture.Target, Emit);
        BeginWork(nameof(Path), nameof(LiteralPath), nameof(Uri), nameof(InputObject), nameof(SessionImageId));
        if (Job is null)
        {
            OpenJournal();
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_known > 0)
        {
            WriteVerbose($"{_known} pictures were done already, as {CheckpointPath} says.");
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        try
        {
            _journal?.RememberCalls(_run.Calls.Total);
        }
        catch (IOException)
        {
            // A full disk: what is done is in the journal, only the budget of the next run is larger.
        }
        finally
        {
            _journal?.Dispose();
        }
    }

    private protected override IEnumerable<PictureSource> Pictures() => ParameterSetName switch
    {
        ByUri => Uri!.SelectMany(uri => PictureAddress.Resolve(this, uri)),
        BySessionImage => SessionImageId!.Select(PictureSource.FromSessionImage),
        _ => base.Pictures(),
    };

    private protected override void Ask(PictureSource picture)
    {
        picture.NoPreparation = NoPreparation;
        if (!IsDone(picture))
        {
            _run.Send(picture, scope => _service.DetectAsync(picture, _request, scope));
        }
    }

    private void WarnOfIdle(string parameter, string needed, bool isIdle)
    {
        // A job says it itself.
        if (isIdle && !AsJob)
        {
            WriteWarning($"-{parameter} does nothing without -{needed}.");
        }
    }

    private void OpenJournal()
    {
        if (CheckpointPath is null)
        {
            return;
        }

        // A picture that was asked about differently is not done.
        _requestText = string.Join(' ', [_request.DetectionModel, _request.RecognitionModel, .. _request.Attributes.Order().Select(attribute => attribute.ToString()), .. Landmarks ? ["Landmarks"] : (string[])[], .. ReturnFaceId ? [FaceIdTimeToLive is { } time ? FormattableString.Invariant($"FaceId:{time.TotalSeconds}") : "FaceId"] : (string[])[], .. NoPreparation ? ["NoPreparation"] : (string[])[]]);
        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(CheckpointPath, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            Stop("NotAFile", $"'{CheckpointPath}' is in the provider {provider.Name}; a checkpoint is a file.", ErrorCategory.InvalidArgument, CheckpointPath);
        }

        if (Directory.Exists(file))
        {
            Stop("CheckpointUnusable", $"The checkpoint '{CheckpointPath}' is a folder: name a file in it.", ErrorCategory.InvalidArgument, CheckpointPath);
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            _journal = CheckpointJournal.Open(file);
            _run.Remember(_journal.Calls);
        }
        catch (InvalidDataException e)
        {
            Stop("CheckpointUnusable", e.Message, ErrorCategory.InvalidData, CheckpointPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bool taken = e.GetType() == typeof(IOException) && File.Exists(file);
            Stop("CheckpointUnusable", $"The checkpoint '{file}' cannot be opened: {(taken ? "another command, or a job, writes it, and one at a time may. Get-AzFaceCheckpoint shows how far that is." : e.Message)}", ErrorCategory.OpenError, CheckpointPath, taken ? $"Get-AzFaceCheckpoint {NextCommand.Quoted(file)}" : null);
        }
    }

    /// <summary>Whether the journal has the picture; with -PassThru its faces take their place in the order.</summary>
    private bool IsDone(PictureSource picture)
    {
        if (_journal is null)
        {
            return false;
        }

        if (_journal.Find(picture, _requestText) is not { } known || (PassThru && HasExpiredIds(known)))
        {
            picture.Stamp = CheckpointJournal.Stamp(picture);
            return false;
        }

        _known++;
        if (PassThru)
        {
            _run.AddDone(picture, known.Faces);
        }

        return true;
    }

    /// <summary>What is emitted once more should have ids that serve.</summary>
    private static bool HasExpiredIds(FaceCheckpoint known) => known.Faces.Any(face => face.FaceIdExpires <= DateTimeOffset.Now);

    private void Emit(PictureSource picture, IReadOnlyList<DetectedFace> faces)
    {
        if (_journal is not null && picture.Stamp is { } stamp)
        {
            // First remembered, then handed on: what is handed on twice can be told, what is lost cannot.
            _journal.Add(picture, _requestText, stamp, faces, _run.Calls.Total);
        }

        if (PerImage)
        {
            WriteObject(new DetectedImage(picture.Name, faces));
        }
        else
        {
            WriteObject(faces, enumerateCollection: true);
        }
    }
}
