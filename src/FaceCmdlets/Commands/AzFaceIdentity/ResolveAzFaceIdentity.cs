using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Finds out who faces are, among the persons of a trained group.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "AzFaceIdentity")]
[OutputType(typeof(FaceIdentity))]
public sealed class ResolveAzFaceIdentityCommand : RecognitionSetCmdlet
{
    /// <summary>The service's limit for one question (REST API v1.2).</summary>
    private const int FacesOfAQuestion = 10;

    private readonly Dictionary<Guid, string?> _names = [];
    private readonly HashSet<Guid> _asked = [];
    private readonly List<KnownFace> _waiting = [];
    private string _group = string.Empty;
    private bool _standard;
    private readonly HashSet<Guid> _notNamed = [];
    private int _notAsked;

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference PersonGroup { get; set; } = null!;

    /// <summary>How many persons a face may be, likeliest first; 1 where it is left out.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int MaxCandidates { get; set; } = 1;

    /// <summary>Who is less likely is left out, 0 to 1; the service's own threshold where it is left out.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double? ConfidenceThreshold { get; set; }

    /// <summary>Means a small person group instead of a large one.</summary>
    [Parameter]
    public SwitchParameter Standard { get; set; }

    private protected override string ForEach => $"Resolve-AzFaceIdentity {NextCommand.Quoted(PersonGroup.IdOrName)}{(_standard ? " -Standard" : string.Empty)}";

    private IPersonGroupService Groups => Connection.Service.PersonGroupsOf(_standard);

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _standard = SizeOf(Standard, PersonGroup);
        base.BeginProcessing();
        if (Job is null)
        {
            FacePersonGroup group = Ask(new PersonGroupLookup(Connection.Service, _standard).GroupAsync(PersonGroup.IdOrName, Scope), PersonGroup.IdOrName);
            DetectFor(PersonGroup.IdOrName, group.RecognitionModel);
            _group = group.PersonGroupId;
        }
    }

    /// <summary>The name of the likeliest person.</summary>
    private protected override int CallsAfterwards => 1;

    private protected override int CallsKeptBack(int coming) => _waiting.Count + QuestionsFor(_waiting.Count + coming);

    private protected override void Finish()
    {
        Run.Complete();
        Answer();
        List<string> left = [];
        if (_notAsked > 0)
        {
            left.Add(FormattableString.Invariant($"of {_notAsked} faces nobody was asked who they are"));
        }

        if (_notNamed.Count > 0)
        {
            left.Add(FormattableString.Invariant($"{_notNamed.Count} names were not asked for (PersonId says who it is)"));
        }

        Run.WarnOfBudget(left);
    }

    private protected override void Arrive(KnownFace face)
    {
        if (!_asked.Add(face.Id))
        {
            return;
        }

        _waiting.Add(face);
        if (_waiting.Count == FacesOfAQuestion)
        {
            Answer();
        }
    }

    private protected override void Answer()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        KnownFace[] faces = [.. _waiting];
        _waiting.Clear();
        Identify(faces);
    }

    private string AboutIn(KnownFace[] faces) => faces is [var only] ? $"{only} in {PersonGroup}" : FormattableString.Invariant($"{faces.Length} faces in {PersonGroup}");

    /// <summary>Whether another face may fare better in the same question.</summary>
    private static bool IsOfOneFace(FaceServiceException e) => IsFaceNotFound(e) || IsModelMismatch(e);

    private static int QuestionsFor(int faces) => (faces + FacesOfAQuestion - 1) / FacesOfAQuestion;

    /// <summary>Asks about no more faces at a time than there are calls left for their names: the first are answered whole.</summary>
    private void Identify(KnownFace[] faces)
    {
        if (Run.Spare - 1 is { } names && names < faces.Length)
        {
            if (names <= 0)
            {
                _notAsked += faces.Length;
                return;
            }

            Identify(faces[..(int)names]);
            Identify(faces[(int)names..]);
            return;
        }

        Dictionary<Guid, IReadOnlyList<(Guid Person, double Confidence)>> answers;
        try
        {
            answers = Wait(Groups.IdentifyAsync(_group, [.. faces.Select(face => face.Id)], MaxCandidates, ConfidenceThreshold, AboutIn(faces), Scope)).ToDictionary(answer => answer.FaceId, answer => answer.Candidates);
        }
        catch (FaceServiceException e) when (IsOfOneFace(e) && faces.Length > 1)
        {
            // One id that has expired or is of another model spoils the question for all ten: each for itself, then.
            foreach (KnownFace face in faces)
            {
                Identify([face]);
            }

            return;
        }
        catch (FaceServiceException e) when (e.ErrorCode == FaceServiceException.MaxCallsReached)
        {
            _notAsked += faces.Length;
            return;
        }
        catch (FaceServiceException e)
        {
            // What is wrong with the group or the question is so for every other face as well.
            if (e.EndsPipeline || (!IsOfOneFace(e) && e.Status is >= 400 and < 500 and not (408 or 429)))
            {
                ThrowTerminatingError(ToErrorRecord(e, TargetOf(faces[0])));
            }

            // What the service refused or did not answer is each face's error; those of the next question may fare better.
            foreach (KnownFace face in faces)
            {
                WriteError(ToErrorRecord(IsFaceNotFound(e) ? Resolver.Explain(e, faces).Error : e, TargetOf(face)));
            }

            return;
        }

        // Whoever is likeliest comes first: for the others there may be no calls left.
        foreach (KnownFace face in faces)
        {
            if (answers.TryGetValue(face.Id, out IReadOnlyList<(Guid Person, double Confidence)>? found) && found.Count > 0)
            {
                NameOf(found[0].Person, isLikeliest: true);
            }
        }

        foreach (KnownFace face in faces)
        {
            Emit(face, answers.TryGetValue(face.Id, out IReadOnlyList<(Guid Person, double Confidence)>? found) ? found : []);
        }
    }

    private void Emit(KnownFace face, IReadOnlyList<(Guid Person, double Confidence)> candidates)
    {
        if (candidates.Count == 0)
        {
            Emit(face, 0, null, null, null);
        }

        for (int i = 0; i < candidates.Count; i++)
        {
            Emit(face, i + 1, candidates[i].Person, NameOf(candidates[i].Person, i == 0), candidates[i].Confidence);
        }
    }

    /// <summary>The person's name; null where no call is left to ask for it.</summary>
    private string? NameOf(Guid person, bool isLikeliest)
    {
        if (_names.TryGetValue(person, out string? name))
        {
            return name;
        }

        if (!isLikeliest && Run.Spare <= 0)
        {
            _notNamed.Add(person);
            return null;
        }

        try
        {
            return _names[person] = Wait(Groups.GetPersonAsync(_group, person, Scope)).Name;
        }
        catch (FaceServiceException e) when (e.ErrorCode == FaceServiceException.MaxCallsReached)
        {
            _notNamed.Add(person);
            return null;
        }
        catch (FaceServiceException e)
        {
            // Who it is is known all the same.
            Report(e, person);
            return _names[person] = null;
        }
    }

    private void Emit(KnownFace face, int rank, Guid? person, string? name, double? confidence) => WriteObject(new FaceIdentity
    {
        Path = face.Path,
        FaceNumber = face.FaceNumber,
        Name = name,
        Confidence = confidence,
        Rank = rank,
        PersonId = person,
        PersonGroupId = _group,
        Standard = _standard,
        Left = face.Rectangle?.Left,
        Top = face.Rectangle?.Top,
        Width = face.Rectangle?.Width,
        Height = face.Rectangle?.Height,
        FaceId = face.Id,
    });
}
