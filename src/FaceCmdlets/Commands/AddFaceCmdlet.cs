using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet that adds the faces of pictures to something that the service keeps. The service adds to one thing one face after the other.</summary>
public abstract class AddFaceCmdlet : CollectionCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string ByUri = "Uri";

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
    [Parameter(Mandatory = true, ParameterSetName = ByUri)]
    [Alias("Url")]
    [ValidateNotNullOrEmpty]
    public Uri[]? Uri { get; set; }

    /// <summary>Where the face is, for pictures with several: left, top, width, height in pixels. A face of Invoke-AzFaceDetection on the pipeline brings it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FaceRectangle")]
    [TargetFaceTransformation]
    [ValidateCount(4, 4)]
    public int[]? TargetFace { get; set; }

    /// <summary>Whatever you want to keep with the face, up to 1 KB.</summary>
    [Parameter]
    [ValidateLength(0, 1024)]
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
        if (e.ErrorCode != "InvalidImage" || !e.Message.Contains("face", StringComparison.Ordinal) || target is not string path || TargetFace is not null)
        {
            return base.Advise(e, target);
        }

        return e.Message.Contains("No face", StringComparison.OrdinalIgnoreCase)
            ? e.With("Test-AzFacePhoto says what is wrong with it.", $"Test-AzFacePhoto {NextCommand.Quoted(path)}")
            : e.With("Of several, the pipeline brings the one that is meant: Invoke-AzFaceDetection emits the largest first.", $"Invoke-AzFaceDetection {NextCommand.Quoted(path)} | Select-Object -First 1 | {MyInvocation.MyCommand.Name} {OwnerArguments}");
    }

    /// <summary>What names the owner on a command line.</summary>
    private protected abstract string OwnerArguments { get; }

    /// <summary>What the faces are added to, for people.</summary>
    private protected abstract string Owner { get; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        try
        {
            // One owner, many pictures: looked up once, and without it nothing makes sense.
            FindOwner();
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, Owner));
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        IEnumerable<PictureSource> pictures = ParameterSetName switch
        {
            ByPath => Path!.SelectMany(path => PictureFiles.Resolve(this, path, wildcards: true)),
            ByLiteralPath => LiteralPath!.SelectMany(path => PictureFiles.Resolve(this, path, wildcards: false)),
            _ => Uri!.Select(PictureSource.FromUri),
        };
        foreach (PictureSource picture in pictures)
        {
            picture.NoPreparation = NoPreparation;
            if (ShouldProcess(picture.Name, $"Add face to {Owner}") && TryAsk(AddAsync(picture), picture.Target, out Guid id))
            {
                WriteObject(Added(picture, id));
            }
        }
    }

    /// <summary>Finds what the parameters name.</summary>
    private protected abstract void FindOwner();

    private protected abstract Task<Guid> AddAsync(PictureSource picture);

    /// <summary>What is emitted for an added face.</summary>
    private protected abstract object Added(PictureSource picture, Guid id);
}
