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
    private string _group = string.Empty;

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("PersonGroupId")]
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

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Job is null)
        {
            _group = Ask(new PersonGroupLookup(Connection.Service.PersonGroups).GroupAsync(PersonGroup, Scope), PersonGroup).PersonGroupId;
        }
    }

    private protected override void Answer()
    {
        IPersonGroupService groups = Connection.Service.PersonGroups;
        foreach (KnownFace[] part in Faces.Chunk(FacesOfAQuestion))
        {
            var answers = Ask(groups.IdentifyAsync(_group, [.. part.Select(face => face.Id)], MaxCandidates, ConfidenceThreshold, Scope), part[0].Path ?? (object)part[0].Id)
                .ToDictionary(answer => answer.FaceId, answer => answer.Candidates);
            foreach (KnownFace face in part)
            {
                IReadOnlyList<(Guid Person, double Confidence)> candidates = answers.TryGetValue(face.Id, out IReadOnlyList<(Guid Person, double Confidence)>? found) ? found : [];
                if (candidates.Count == 0)
                {
                    Emit(face, 0, null, null, null);
                }

                for (int i = 0; i < candidates.Count; i++)
                {
                    Emit(face, i + 1, candidates[i].Person, NameOf(groups, candidates[i].Person), candidates[i].Confidence);
                }
            }
        }
    }

    private string NameOf(IPersonGroupService groups, Guid person)
    {
        if (!_names.TryGetValue(person, out string? name))
        {
            _names[person] = name = Ask(groups.GetPersonAsync(_group, person, Scope), person).Name;
        }

        return name;
    }

    private void Emit(KnownFace face, int rank, Guid? person, string? name, double? confidence) => WriteObject(new FaceIdentity
    {
        Path = face.Path,
        FaceNumber = face.Face?.FaceNumber,
        Name = name,
        Confidence = confidence,
        Rank = rank,
        PersonId = person,
        PersonGroupId = _group,
        FaceId = face.Id,
    });
}
