using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Says of each face whether it is the reference's person, or a person of a group.</summary>
[Cmdlet(VerbsData.Compare, "AzFace", DefaultParameterSetName = ToFace)]
[OutputType(typeof(FaceComparison))]
public sealed class CompareAzFaceCommand : RecognitionCmdlet
{
    private const string ToFace = "Face";
    private const string ToPerson = "Person";

    private BulkRun<FaceReference, (KnownFace Face, bool IsIdentical, double Confidence)> _run = null!;
    private Func<KnownFace, RequestScope, Task<(bool IsIdentical, double Confidence)>> _verify = null!;
    private KnownFace? _reference;
    private volatile bool _referenceLives;
    private FacePerson? _person;
    private bool _standard;

    /// <summary>The face to hold the others against: a face, a face id, or a picture whose largest face is meant.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ToFace)]
    [FaceReferenceTransformation]
    [ValidateNotNull]
    public FaceReference? Reference { get; set; }

    /// <summary>The id or unique name of the group that the person is in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToPerson)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference PersonGroup { get; set; } = null!;

    /// <summary>The person to hold the faces against: id or unique name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToPerson)]
    [Alias("PersonId")]
    [CollectionReferenceTransformation(typeof(FacePerson))]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference Person { get; set; } = null!;

    /// <summary>Faces, face ids, or pictures whose largest face is meant.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [FaceReferenceTransformation]
    [ValidateNotNull]
    public FaceReference? Face { get; set; }

    /// <summary>Means a small person group instead of a large one.</summary>
    [Parameter(ParameterSetName = ToPerson)]
    public SwitchParameter Standard { get; set; }

    private protected override string ForEach => ParameterSetName == ToFace ? $"Compare-AzFace {Reference!.Argument}" : $"Compare-AzFace -PersonGroup {NextCommand.Quoted(PersonGroup.IdOrName)} -Person {NextCommand.Quoted(Person.IdOrName)}{(_standard ? " -Standard" : string.Empty)}";

    private protected override FaceServiceException Advise(FaceServiceException e, object? target)
    {
        if (e.ErrorCode != "PersistedFaceNotFound" || _person is null)
        {
            return base.Advise(e, target);
        }

        string next = $"Add-AzFacePersonFace {NextCommand.Quoted(PersonGroup.IdOrName)} {NextCommand.Quoted(Person.IdOrName)} PICTURE{(_standard ? " -Standard" : string.Empty)}";
        return e.With($"Add one first: {next}", next);
    }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _standard = SizeOf(Standard, PersonGroup, Person);
        base.BeginProcessing();
        _run = new(this, ("Comparing faces", "faces"), face => face.ToString(), face => face.Target, Emit);
        BeginWork(nameof(Face));
        if (Job is null)
        {
            FindReference();
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Job is not null)
        {
            Job.Add(Face!.Original);
        }
        else if (Resolver.Begin(Face!, ForEach) is { } find)
        {
            FaceReference given = Face!;
            _run.Send(given, async scope =>
            {
                KnownFace face = await find(scope).ConfigureAwait(false);
                try
                {
                    (bool isIdentical, double confidence) = await _verify(face, scope).ConfigureAwait(false);
                    _referenceLives = true;
                    return (face, isIdentical, confidence);
                }
                catch (FaceServiceException e) when (IsFaceNotFound(e))
                {
                    throw Explain(e, given, face);
                }
            }, calls: CallsToFind(given) + 1);
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

    private FaceServiceException Explain(FaceServiceException e, FaceReference given, KnownFace face)
    {
        if (_reference is not { } reference)
        {
            return Resolver.Explain(e, [face]).Error;
        }

        reference = reference with { IsNew = reference.IsNew || _referenceLives };
        (FaceServiceException told, KnownFace? missing) = Resolver.Explain(e, [face, reference]);
        if (missing?.Id != reference.Id)
        {
            return told;
        }

        // Without the reference there is nothing to be said of any face.
        given.Target = TargetOf(reference);
        return new(told.ErrorCode, "The reference is gone. " + told.Message, told.Category, endsPipeline: true, told.Status, told.RequestId, e, told.NextCommand);
    }

    private void FindReference()
    {
        if (ParameterSetName == ToFace)
        {
            IRecognitionService recognition = Recognition;
            KnownFace reference = _reference = ResolveReference(Reference!, _run.Scope);
            _verify = (face, scope) => recognition.VerifyAsync(face.Id, reference.Id, $"{face} and {reference}", scope);
            return;
        }

        IPersonGroupService groups = Connection.Service.PersonGroupsOf(_standard);
        var lookup = new PersonGroupLookup(Connection.Service, _standard);
        FacePersonGroup found = Ask(lookup.GroupAsync(PersonGroup.IdOrName, _run.Scope), PersonGroup.IdOrName);
        DetectFor(PersonGroup.IdOrName, found.RecognitionModel);
        string group = found.PersonGroupId;
        FacePerson person = _person = Ask(lookup.PersonAsync(group, Person.IdOrName, _run.Scope), Person.IdOrName);
        _verify = (face, scope) => groups.VerifyAsync(group, person.PersonId, face.Id, $"{face} and {person.Name}", scope);
    }

    private void Emit(FaceReference given, (KnownFace Face, bool IsIdentical, double Confidence) result) => WriteObject(new FaceComparison
    {
        Path = result.Face.Path,
        FaceNumber = result.Face.FaceNumber,
        IsIdentical = result.IsIdentical,
        Confidence = result.Confidence,
        ReferencePath = _reference?.Path,
        Left = result.Face.Rectangle?.Left,
        Top = result.Face.Rectangle?.Top,
        Width = result.Face.Rectangle?.Width,
        Height = result.Face.Rectangle?.Height,
        FaceId = result.Face.Id,
        ReferenceFaceId = _reference?.Id,
        Person = _person?.Name,
        PersonId = _person?.PersonId,
        PersonGroupId = _person?.PersonGroupId,
        Standard = _person?.Standard,
    });
}
