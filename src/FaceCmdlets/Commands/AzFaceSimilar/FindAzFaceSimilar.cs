using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Finds the faces that are most similar to a reference among the given ones, or to each of the given ones in a face list.</summary>
[Cmdlet(VerbsCommon.Find, "AzFaceSimilar", DefaultParameterSetName = AmongFaces)]
[OutputType(typeof(SimilarFace))]
public sealed class FindAzFaceSimilarCommand : RecognitionSetCmdlet
{
    private const string AmongFaces = "Faces";
    private const string InFaceList = "FaceList";

    /// <summary>The service's limit for one question (REST API v1.2).</summary>
    private const int MostFaces = 1000;

    private readonly Dictionary<Guid, string?> _userData = [];
    private readonly HashSet<Guid> _notAsked = [];
    private BulkRun<FaceReference, (KnownFace Face, IReadOnlyList<(Guid PersistedFaceId, double Confidence)> Found)> _listRun = null!;
    private KnownFace _reference = null!;
    private string _list = string.Empty;
    private bool _standard;
    private bool _isListRead;

    /// <summary>The face to look for: a face, a face id, or a picture whose largest face is meant.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AmongFaces)]
    [FaceReferenceTransformation]
    [ValidateNotNull]
    public FaceReference? Reference { get; set; }

    /// <summary>The id or unique name of the face list to look in, for each of the given faces.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InFaceList)]
    [Alias("FaceListId")]
    [CollectionReferenceTransformation(typeof(FaceList))]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference FaceList { get; set; } = null!;

    /// <summary>Means a small face list instead of a large one.</summary>
    [Parameter(ParameterSetName = InFaceList)]
    public SwitchParameter Standard { get; set; }

    /// <summary>MatchPerson (the default) leaves out other people; MatchFace ranks them as well.</summary>
    [Parameter]
    public SimilarityMode Mode { get; set; }

    /// <summary>How many at most; 20 is the service's default.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int MaxCandidates { get; set; } = 20;

    private protected override string ForEach => ParameterSetName == AmongFaces ? $"Find-AzFaceSimilar {Reference!.Argument}" : $"Find-AzFaceSimilar -FaceList {NextCommand.Quoted(FaceList.IdOrName)}{(_standard ? " -Standard" : string.Empty)}";

    private IFaceListService Lists => Connection.Service.FaceListsOf(_standard);

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _standard = SizeOf(Standard, FaceList);
        base.BeginProcessing();
        if (Job is not null)
        {
            return;
        }

        if (ParameterSetName == InFaceList)
        {
            _listRun = new(this, ("Finding similar faces", "faces"), face => face.ToString(), face => face.Target, EmitFromList);
            FaceList list = Ask(new FaceListLookup(Connection.Service, _standard).ListAsync(FaceList.IdOrName, _listRun.Scope), FaceList.IdOrName);
            DetectFor(FaceList.IdOrName, list.RecognitionModel);
            _list = list.FaceListId;
        }
        else
        {
            _reference = ResolveReference(Reference!, Scope);
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Job is not null || ParameterSetName == AmongFaces)
        {
            base.ProcessRecord();
        }
        else if (Resolver.Begin(Face!, ForEach) is { } find)
        {
            IFaceListService lists = Lists;
            _listRun.Send(Face!, async scope =>
            {
                KnownFace face = await find(scope).ConfigureAwait(false);
                try
                {
                    return (face, await lists.FindSimilarAsync(_list, face.Id, MaxCandidates, Mode, $"{face} in {FaceList}", scope).ConfigureAwait(false));
                }
                catch (FaceServiceException e) when (IsFaceNotFound(e))
                {
                    throw Resolver.Explain(e, [face]).Error;
                }
            }, calls: CallsToFind(Face!) + 1, afterwards: _isListRead ? 0 : 1);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (Job is not null || ParameterSetName == AmongFaces)
        {
            base.EndProcessing();
        }
        else
        {
            _listRun.Complete();
            _listRun.WarnOfBudget(_notAsked.Count > 0 ? [FormattableString.Invariant($"the UserData of {_notAsked.Count} faces was not asked for (PersistedFaceId says which)")] : []);
        }
    }

    private protected override int CallsKeptBack(int coming) => (FaceCount + coming + MostFaces - 1) / MostFaces;

    private protected override void Answer()
    {
        Dictionary<Guid, KnownFace> known = Faces.ToDictionary(face => face.Id);
        List<(Guid Id, double Confidence)> found = [];
        // More than the service takes at once are asked about in parts; the best of all parts are the best of all.
        foreach (Guid[] part in known.Keys.Chunk(MostFaces))
        {
            found.AddRange(Ask(Recognition.FindSimilarAsync(_reference.Id, part, MaxCandidates, Mode, FormattableString.Invariant($"{_reference} among {part.Length} faces"), Scope), Reference!.Target, [_reference, .. part.Select(id => known[id])]));
        }

        int rank = 0;
        foreach ((Guid id, double confidence) in found.OrderByDescending(face => face.Confidence).Take(MaxCandidates))
        {
            KnownFace face = known[id];
            WriteObject(new SimilarFace
            {
                Path = face.Path,
                FaceNumber = face.FaceNumber,
                Confidence = confidence,
                Rank = ++rank,
                ReferencePath = _reference.Path,
                ReferenceFaceNumber = _reference.FaceNumber,
                Left = face.Rectangle?.Left,
                Top = face.Rectangle?.Top,
                Width = face.Rectangle?.Width,
                Height = face.Rectangle?.Height,
                FaceId = id,
                ReferenceFaceId = _reference.Id,
            });
        }
    }

    private void EmitFromList(FaceReference given, (KnownFace Face, IReadOnlyList<(Guid PersistedFaceId, double Confidence)> Found) result)
    {
        int rank = 0;
        foreach ((Guid id, double confidence) in result.Found)
        {
            WriteObject(new SimilarFace
            {
                Confidence = confidence,
                Rank = ++rank,
                ReferencePath = result.Face.Path,
                ReferenceFaceNumber = result.Face.FaceNumber,
                ReferenceFaceId = result.Face.Id,
                PersistedFaceId = id,
                UserData = UserDataOf(id),
                FaceListId = _list,
                Standard = _standard,
            });
        }
    }

    /// <summary>What was kept with a face of the list: the only thing that says whose face it is. Asked for once a face; of a small list, all at once.</summary>
    private string? UserDataOf(Guid id)
    {
        if (_userData.TryGetValue(id, out string? known))
        {
            return known;
        }

        if (_isListRead)
        {
            return null;
        }

        // Those under way need theirs to be asked about at all.
        if (_listRun.Spare <= 0)
        {
            _notAsked.Add(id);
            return null;
        }

        if (_standard)
        {
            _isListRead = true;
            foreach (FaceListFace face in Ask(Lists.GetFacePageAsync(_list, null, _listRun.Scope), _list))
            {
                _userData[face.PersistedFaceId] = face.UserData;
            }

            return _userData.GetValueOrDefault(id);
        }

        try
        {
            return _userData[id] = Wait(Lists.GetFaceAsync(_list, id, _listRun.Scope)).UserData;
        }
        catch (FaceServiceException e) when (e.ErrorCode == FaceServiceException.MaxCallsReached)
        {
            _notAsked.Add(id);
            return null;
        }
        catch (FaceServiceException e) when (!e.EndsPipeline)
        {
            // Deleted since the last training: still found, but nothing is kept with it any more.
            WriteVerbose(e.Message);
            return _userData[id] = null;
        }
    }
}
