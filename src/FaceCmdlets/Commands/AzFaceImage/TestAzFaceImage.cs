using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Says what would be done to pictures before they are sent, and why. Needs no connection and makes no call.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AzFaceImage", DefaultParameterSetName = ByPath)]
[OutputType(typeof(FaceImageTest))]
public sealed class TestAzFaceImageCommand : FaceCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string ByInputObject = "InputObject";

    private readonly ContentPictures _contents = new();
    private PipelineWindow<PictureSource, FaceImageTest> _window = null!;
    private IImageService _images = null!;

    /// <summary>Picture files; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [PathTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Picture files, taken as they are: [ ] * ? have no meaning.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>A picture as byte[] or Stream.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInputObject)]
    [ImageContentTransformation]
    [ValidateNotNull]
    public ImageContent? InputObject { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _images = ServiceLoader.Images;
        _window = new(this, Environment.ProcessorCount, ordered: true, Emit, () => { });
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ByInputObject:
                if (_contents.Take(InputObject!) is { } whole)
                {
                    Begin(whole);
                }

                break;
            default:
                foreach (string path in Path ?? LiteralPath!)
                {
                    foreach (PictureSource picture in PictureFiles.Resolve(this, path, wildcards: ParameterSetName == ByPath))
                    {
                        Begin(picture);
                    }
                }

                break;
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (_contents.Rest() is { } rest)
        {
            Begin(rest);
        }

        _window.Finish();
    }

    private void Begin(PictureSource picture)
    {
        IImageService images = _images;
        _window.MakeRoom();
        _window.Add(picture, Task.Run(() => images.TestAsync(picture, Cancelled)));
    }

    private void Emit(PictureSource picture, Task<FaceImageTest> done)
    {
        try
        {
            WriteObject(done.GetAwaiter().GetResult());
        }
        catch (FaceServiceException e)
        {
            WriteError(ToErrorRecord(e, picture.Target));
        }
    }
}
