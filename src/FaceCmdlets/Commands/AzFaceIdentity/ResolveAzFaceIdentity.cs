using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Finds out who faces are, among the persons of a trained group.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "AzFaceIdentity")]
[OutputType(typeof(FaceIdentity))]
public sealed class ResolveAzFaceIdentityCommand : RecognitionSetCmdlet
{
    /// <summary>The service's limit for one question (REST API v1.2).</summary>
    private const int FacesOfAQuestion = 10;

    private readonly Dictionary<Guid, string> _names = [];
    private readonly HashSet<Guid> _asked = [];
    private readonly List<KnownFace> _waiting = [];
    private string _group = string.Empty;

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("PersonGroupId")]
    [IdTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

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

    private protected override string ForEach => $"Resolve-AzFaceIdentity {NextCommand.Quoted(PersonGroup)}{(Standard ? " -Standard" : string.Empty)}";

    private IPersonGroupService Groups => Connection.Service.PersonGroupsOf(Standard);

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Job is null)
        {
            _group = Ask(new PersonGroupLookup(Groups).GroupAsync(PersonGroup, Scope), PersonGroup).PersonGroupId;
        }
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

    private void Identify(KnownFace[] faces)
    {
        Dictionary<Guid, IReadOnlyList<(Guid Person, double Confidence)>> answers;
        try
        {
            answers = Wait(Groups.IdentifyAsync(_group, [.. faces.Select(face => face.Id)], MaxCandidates, ConfidenceThreshold, Scope)).ToDictionary(answer => answer.FaceId, answer => answer.Candidates);
        }
        catch (FaceServiceException e) when (IsFaceNotFound(e) && faces.Length > 1)
        {
            // One id that has expired spoils the question for all ten: each for itself, then.
            foreach (KnownFace face in faces)
            {
                Identify([face]);
            }

            return;
        }
        catch (FaceServiceException e)
        {
            if (!IsFaceNotFound(e))
            {
                ThrowTerminatingError(ToErrorRecord(e, TargetOf(faces[0])));
            }

            WriteError(ToErrorRecord(FaceIdResolver.Explain(e, faces).Error, TargetOf(faces[0])));
            return;
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
            Emit(face, i + 1, candidates[i].Person, NameOf(candidates[i].Person), candidates[i].Confidence);
        }
    }

    private string NameOf(Guid person)
    {
        if (!_names.TryGetValue(person, out string? name))
        {
            _names[person] = name = Ask(Groups.GetPersonAsync(_group, person, Scope), person).Name;
        }

        return name;
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
        Left = face.Rectangle?.Left,
        Top = face.Rectangle?.Top,
        Width = face.Rectangle?.Width,
        Height = face.Rectangle?.Height,
        FaceId = face.Id,
    });
}
