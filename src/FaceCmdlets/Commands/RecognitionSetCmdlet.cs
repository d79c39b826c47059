using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A recognition cmdlet whose questions are about several faces.</summary>
public abstract class RecognitionSetCmdlet : RecognitionCmdlet
{
    private readonly List<KnownFace> _faces = [];

    /// <summary>Faces, face ids, or pictures whose largest face is meant.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [FaceReferenceTransformation]
    [ValidateNotNull]
    public FaceReference? Face { get; set; }

    /// <summary>The faces with their ids, each id once, in input order.</summary>
    private protected IReadOnlyList<KnownFace> Faces => [.. _faces.DistinctBy(face => face.Id)];

    /// <summary>How many faces there are so far, each id as often as it came.</summary>
    private protected int FaceCount => _faces.Count;

    private protected BulkRun<FaceReference, KnownFace> Run { get; private set; } = null!;

    private protected RequestScope Scope => Run.Scope;

    /// <summary>Calls that writing what comes of a face takes, besides the question.</summary>
    private protected virtual int CallsAfterwards => 0;

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Run = new(this, ("Finding face ids", "faces"), face => face.ToString(), face => face.Target, (_, face) => Arrive(face)) { KeptBack = CallsKeptBack };
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
                Run.AddDone(Face, known);
            }
        }
        else if (Resolver.Begin(Face, ForEach) is { } find)
        {
            Run.Send(Face, find, afterwards: CallsAfterwards);
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

        Finish();
        TellStory();
    }

    /// <summary>Calls that are kept for the question.</summary>
    /// <param name="coming">Faces that are under way to it.</param>
    private protected virtual int CallsKeptBack(int coming) => 1;

    /// <summary>Waits for the faces and asks.</summary>
    private protected virtual void Finish()
    {
        Run.Finish();
        Answer();
    }

    /// <summary>Takes a face, in input order. Without more, they are kept until all are there.</summary>
    private protected virtual void Arrive(KnownFace face) => _faces.Add(face);

    /// <summary>Asks the question about <see cref="Faces"/> and writes what came of it.</summary>
    private protected abstract void Answer();
}
