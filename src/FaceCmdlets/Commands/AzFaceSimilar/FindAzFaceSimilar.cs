using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Finds the faces that are most similar to a reference, best first.</summary>
[Cmdlet(VerbsCommon.Find, "AzFaceSimilar")]
[OutputType(typeof(SimilarFace))]
public sealed class FindAzFaceSimilarCommand : RecognitionSetCmdlet
{
    /// <summary>The service's limit for one question (REST API v1.2).</summary>
    private const int MostFaces = 1000;

    private KnownFace _reference = null!;

    /// <summary>The face to look for: a face, a face id, or a picture whose largest face is meant.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [FaceReferenceTransformation]
    [ValidateNotNull]
    public FaceReference? Reference { get; set; }

    /// <summary>MatchPerson (the default) leaves out other people; MatchFace ranks them as well.</summary>
    [Parameter]
    public SimilarityMode Mode { get; set; }

    /// <summary>How many at most; 20 is the service's default.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int MaxCandidates { get; set; } = 20;

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Job is null)
        {
            _reference = ResolveReference(Reference!);
        }
    }

    private protected override void Answer()
    {
        Dictionary<Guid, KnownFace> known = Faces.ToDictionary(face => face.Id);
        List<(Guid Id, double Confidence)> found = [];
        // More than the service takes at once are asked about in parts; the best of all parts are the best of all.
        foreach (Guid[] part in known.Keys.Chunk(MostFaces))
        {
            found.AddRange(Ask(Recognition.FindSimilarAsync(_reference.Id, part, MaxCandidates, Mode, Scope), Reference!.Original));
        }

        foreach ((Guid id, double confidence) in found.OrderByDescending(face => face.Confidence).Take(MaxCandidates))
        {
            KnownFace face = known[id];
            WriteObject(new SimilarFace
            {
                Path = face.Path,
                FaceNumber = face.Face?.FaceNumber,
                Confidence = confidence,
                ReferencePath = _reference.Path,
                FaceId = id,
                ReferenceFaceId = _reference.Id,
            });
        }
    }
}
