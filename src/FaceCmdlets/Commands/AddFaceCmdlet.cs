using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet that adds the faces of pictures to something that the service keeps. The service adds to one thing one face after the other.</summary>
public abstract class AddFaceCmdlet : CollectionCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string ByUri = "Uri";
    private const string ByInputObject = "InputObject";

    private readonly ContentPictures _contents = new();
    private BulkProgress _progress = null!;
    private bool _isOwnerTyped;
    private bool _isPictureTyped;
    private bool _isUserDataTyped;

    /// <summary>Pictures with one face each; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [PathTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Picture files, taken as they are: [ ] * ? have no meaning.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>Addresses of pictures, which the service itself downloads: it must be able to reach them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByUri)]
    [Alias("Url")]
    [ValidateNotNullOrEmpty]
    public Uri[]? Uri { get; set; }

    /// <summary>A picture as byte[] or Stream, or a row of a table with Path, Left, Top, Width and Height of a face.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInputObject)]
    [FacePictureTransformation]
    [ValidateNotNull]
    public ImageContent? InputObject { get; set; }

    /// <summary>Where the face is, for pictures with several: left, top, width, height in pixels. A face of Invoke-AzFaceDetection on the pipeline brings it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FaceRectangle")]
    [TargetFaceTransformation]
    public int[]? TargetFace { get; set; }

    /// <summary>Whatever you want to keep with the face, up to 1 KB.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTextLength(0, 1024)]
    public string? UserData { get; set; }

    /// <summary>The network that finds the face; detection_03 is the newest and the default.</summary>
    [Parameter]
    [ValidateSet(DetectionModels.Detection01, DetectionModels.Detection02, DetectionModels.Detection03)]
    public string DetectionModel { get; set; } = DetectionModels.Detection03;

    /// <summary>Sends pictures as they are, whatever the service may say to that.</summary>
    [Parameter]
    public SwitchParameter NoPreparation { get; set; }

    private protected override FaceServiceException Advise(FaceServiceException e, object? target)
    {
        bool none = e.Message.Contains("No face detected", StringComparison.Ordinal);
        if (e.ErrorCode != "InvalidImage" || !(none || e.Message.Contains("more than 1 face", StringComparison.Ordinal)))
        {
            return base.Advise(e, target);
        }

        string? path = target is string file && !ContentPictures.IsName(file) ? file : null;
        if ((TargetFace ?? InputObject?.Face) is { } face)
        {
            string? list = path is not null ? $"Invoke-AzFaceDetection {NextCommand.Quoted(path)}" : target is Uri address ? $"Invoke-AzFaceDetection -Uri {NextCommand.Quoted(address.OriginalString)}" : null;
            return new(e.ErrorCode, $"'{target}' has {(none ? "no face" : "more than one face")} in -TargetFace {string.Join(',', face)} (left, top, width, height in pixels).{(list is null ? string.Empty : $" {list} says where its faces are.")}", e.Category, e.EndsPipeline, e.Status, e.RequestId, e, list);
        }

        return path is null ? base.Advise(e, target)
            : none ? e.With("Test-AzFacePhoto says what is wrong with it.", $"Test-AzFacePhoto {NextCommand.Quoted(path)}")
            : e.With("Of several, the pipeline brings the one that is meant: Invoke-AzFaceDetection emits the largest first.", $"Invoke-AzFaceDetection {NextCommand.Quoted(path)} | Select-Object -First 1 | {MyInvocation.MyCommand.Name} {OwnerArguments}");
    }

    /// <summary>What names the owner on a command line.</summary>
    private protected abstract string OwnerArguments { get; }

    /// <summary>What the faces are added to, for people.</summary>
    private protected abstract string Owner { get; }

    /// <summary>What names the owner.</summary>
    private protected abstract FaceCollectionReference[] OwnerNames { get; }

    /// <summary>Whether the command line names the owner: one for all pictures.</summary>
    private protected virtual bool NamesOwner => true;

    /// <summary>What is kept with the owner, which is not what to keep with a face.</summary>
    private protected virtual string? OwnerUserData => null;

    /// <summary>Whether the owner is a small collection. A picture of the pipeline does not say so of an owner that the command line names.</summary>
    private protected bool IsOwnerStandard { get; private set; }

    /// <summary>What to keep with the face that is added.</summary>
    private protected string? FaceUserData { get; private set; }

    private protected override void OnTheWay()
    {
        base.OnTheWay();
        _progress.Show(1, Connection.Service.WaitingForQuota);
    }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _progress = new(WriteProgress, "Adding faces", "pictures");
        _isOwnerTyped = NamesOwner;
        _isPictureTyped = Path is not null || LiteralPath is not null || Uri is not null || InputObject is not null;
        _isUserDataTyped = UserData is not null;
        if (_isOwnerTyped)
        {
            try
            {
                // One owner, many pictures: looked up once, and without it nothing makes sense.
                IsOwnerStandard = FaceCollectionReference.IsStandard(MyInvocation, Standard, OwnerNames);
                FindOwner();
            }
            catch (FaceServiceException e)
            {
                ThrowTerminatingError(ToErrorRecord(e, Owner));
            }
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!_isOwnerTyped && !TryFindOwner())
        {
            return;
        }

        // A person on the pipeline has user data of its own.
        FaceUserData = !_isUserDataTyped && _isPictureTyped && UserData == OwnerUserData ? null : UserData;
        IEnumerable<PictureSource> pictures = ParameterSetName switch
        {
            ByPath => Path!.SelectMany(path => PictureFiles.Resolve(this, path, wildcards: true)),
            ByLiteralPath => LiteralPath!.SelectMany(path => PictureFiles.Resolve(this, path, wildcards: false)),
            ByUri => Uri!.SelectMany(uri => PictureAddress.Resolve(this, uri)),
            _ when InputObject!.Path is { } path => PictureFiles.Resolve(this, path, wildcards: true),
            _ => _contents.Take(InputObject!) is { } whole ? [whole] : [],
        };
        if (!MyInvocation.ExpectingInput)
        {
            // All of them are here already, so that the progress bar can say how far it is.
            List<PictureSource> all = [.. pictures];
            _progress.Total = all.Count;
            pictures = all;
        }

        foreach (PictureSource picture in pictures)
        {
            Add(picture, TargetFace ?? InputObject?.Face);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (_contents.Rest() is { } rest)
        {
            Add(rest, TargetFace);
        }

        _progress.Complete();
    }

    /// <summary>Finds what the parameters name, where it is not what they named before.</summary>
    private protected abstract void FindOwner();

    private protected abstract Task<Guid> AddAsync(PictureSource picture, int[]? face);

    /// <summary>What is emitted for an added face.</summary>
    private protected abstract object Added(PictureSource picture, Guid id);

    private bool TryFindOwner()
    {
        try
        {
            IsOwnerStandard = FaceCollectionReference.IsStandard(MyInvocation, Standard, OwnerNames);
            FindOwner();
            return true;
        }
        catch (FaceServiceException e)
        {
            Report(e, Owner);
            return false;
        }
    }

    private void Add(PictureSource picture, int[]? face)
    {
        picture.NoPreparation = NoPreparation;
        if (!ShouldProcess(picture.Name, $"Add face to {Owner}"))
        {
            return;
        }

        bool isAdded = TryAsk(AddAsync(picture, face), picture.Target, out Guid id);
        _progress.CountDone(picture.Name);
        if (isAdded)
        {
            WriteObject(Added(picture, id));
        }
        else
        {
            _progress.CountFailed();
        }
    }
}
