using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet that asks the service about each picture of its input.</summary>
public abstract class PictureCmdlet : BulkCmdlet
{
    private protected const string ByPath = "Path";
    private protected const string ByLiteralPath = "LiteralPath";
    private protected const string ByInputObject = "InputObject";

    private readonly ContentPictures _contents = new();

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

    /// <summary>What works on the pictures.</summary>
    private protected abstract IBulkRun Run { get; }

    /// <summary>Gives a picture to <see cref="Run"/>.</summary>
    private protected abstract void Ask(PictureSource picture);

    /// <summary>The pictures of one object of the pipeline, or of the command line.</summary>
    private protected virtual IEnumerable<PictureSource> Pictures() => ParameterSetName switch
    {
        ByPath => Path!.SelectMany(path => PictureFiles.Resolve(this, path, wildcards: true)),
        ByLiteralPath => LiteralPath!.SelectMany(path => PictureFiles.Resolve(this, path, wildcards: false)),
        _ => _contents.Take(InputObject!) is { } whole ? [whole] : [],
    };

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        IEnumerable<PictureSource> pictures = Pictures();
        if (!MyInvocation.ExpectingInput)
        {
            // All of them are here already, so that the progress bar can say how far it is.
            List<PictureSource> all = [.. pictures];
            Run.Expect(all.Count);
            pictures = all;
        }

        foreach (PictureSource picture in pictures)
        {
            Send(picture);
        }

        if (Job is null)
        {
            Run.HandOn();
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (_contents.Rest() is { } rest)
        {
            Send(rest);
        }

        if (Job is not null)
        {
            EmitJob();
        }
        else
        {
            Run.Finish();
        }
    }

    private void Send(PictureSource picture)
    {
        if (Job is not null)
        {
            Job.Add(picture.ToPipelineObject(), Cancelled);
        }
        else
        {
            Ask(picture);
        }
    }
}
