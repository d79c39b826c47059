using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A recognition cmdlet whose questions are about several faces.</summary>
public abstract class RecognitionSetCmdlet : RecognitionCmdlet
{
    private readonly List<KnownFace> _faces = [];
    private BulkRun<FaceReference, KnownFace> _run = null!;

    /// <summary>Faces, face ids, or pictures whose largest face is meant.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [FaceReferenceTransformation]
    [ValidateNotNull]
    public FaceReference? Face { get; set; }

    /// <summary>The faces with their ids, each id once, in input order.</summary>
    private protected IReadOnlyList<KnownFace> Faces => [.. _faces.DistinctBy(face => face.Id)];

    private protected RequestScope Scope => _run.Scope;

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _run = new(this, ("Finding face ids", "faces"), face => face.ToString(), face => face.Target, (_, face) => Arrive(face));
        BeginWork(nameof(Face));
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Job is not null)
        {
            Job.Add(Face!.Original);
        }
        else if (Face!.Id is not null)
        {
            if (Resolver.Known(Face) is { } known)
            {
                _run.AddDone(Face, known);
            }
        }
        else if (Resolver.Begin(Face, ForEach) is { } find)
        {
            _run.Send(Face, find);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (Job is not null)
        {
            EmitJob();
            return;
        }

        _run.Finish();
        Answer();
        TellStory();
    }

    /// <summary>Takes a face, in input order. Without more, they are kept until all are there.</summary>
    private protected virtual void Arrive(KnownFace face) => _faces.Add(face);

    /// <summary>Asks the question about <see cref="Faces"/> and writes what came of it.</summary>
    private protected abstract void Answer();
}
