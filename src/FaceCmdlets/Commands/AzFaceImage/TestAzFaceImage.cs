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

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly TaskWindow<PictureSource, FaceImageTest> _window = new(Environment.ProcessorCount, ordered: true);
    private readonly ContentPictures _contents = new();
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
    protected override void BeginProcessing() => _images = ServiceLoader.Images;

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

        while (_window.Count > 0)
        {
            HandOn(Patience);
        }
    }

    private void Begin(PictureSource picture)
    {
        IImageService images = _images;
        _window.Add(picture, Task.Run(() => images.TestAsync(picture, Cancelled)));
        do
        {
            HandOn(_window.IsFull ? Patience : TimeSpan.Zero);
        }
        while (_window.IsFull);
    }

    private void HandOn(TimeSpan patience)
    {
        try
        {
            while (_window.TryTake(patience, Cancelled, out PictureSource picture, out Task<FaceImageTest> done))
            {
                patience = TimeSpan.Zero;
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
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
