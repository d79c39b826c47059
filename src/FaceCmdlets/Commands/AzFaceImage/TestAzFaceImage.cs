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
    private readonly List<byte> _pieces = [];
    private IImageService _images = null!;
    private int _objects;

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
            case ByInputObject when InputObject!.Piece is { } piece:
                _pieces.Add(piece);
                break;
            case ByInputObject when InputObject!.Bytes is { } bytes:
                Begin(PictureSource.FromBytes(bytes, NextName()));
                break;
            case ByInputObject:
                Begin(PictureSource.FromStream(InputObject!.Stream!, NextName()));
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
        if (_pieces.Count > 0)
        {
            Begin(PictureSource.FromBytes([.. _pieces], NextName()));
        }

        while (_window.Count > 0)
        {
            HandOn(Patience);
        }
    }

    private string NextName() => FormattableString.Invariant($"InputObject[{_objects++}]");

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
