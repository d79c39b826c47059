using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Says of each face whether it is the reference's person.</summary>
[Cmdlet(VerbsData.Compare, "AzFace")]
[OutputType(typeof(FaceComparison))]
public sealed class CompareAzFaceCommand : RecognitionCmdlet
{
    private BulkRun<FaceReference, (KnownFace Face, bool IsIdentical, double Confidence)> _run = null!;
    private KnownFace _reference = null!;

    /// <summary>The face to hold the others against: a face, a face id, or a picture whose largest face is meant.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [FaceReferenceTransformation]
    [ValidateNotNull]
    public FaceReference? Reference { get; set; }

    /// <summary>Faces, face ids, or pictures whose largest face is meant.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [FaceReferenceTransformation]
    [ValidateNotNull]
    public FaceReference? Face { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _run = new(this, ("Comparing faces", "faces"), face => face.ToString(), face => face.Original, Emit);
        BeginWork(nameof(Face));
        if (Job is null)
        {
            _reference = ResolveReference(Reference!);
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Job is not null)
        {
            Job.Add(Face!.Original);
        }
        else if (Resolver.Begin(Face!) is { } find)
        {
            IRecognitionService recognition = Recognition;
            _run.Send(Face!, async scope =>
            {
                KnownFace face = await find(scope).ConfigureAwait(false);
                (bool isIdentical, double confidence) = await recognition.VerifyAsync(face.Id, _reference.Id, scope).ConfigureAwait(false);
                return (face, isIdentical, confidence);
            });
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (Job is not null)
        {
            EmitJob();
        }
        else
        {
            _run.Finish();
        }
    }

    private void Emit(FaceReference given, (KnownFace Face, bool IsIdentical, double Confidence) result) => WriteObject(new FaceComparison
    {
        Path = result.Face.Path,
        FaceNumber = result.Face.Face?.FaceNumber,
        IsIdentical = result.IsIdentical,
        Confidence = result.Confidence,
        ReferencePath = _reference.Path,
        FaceId = result.Face.Id,
        ReferenceFaceId = _reference.Id,
    });
}
