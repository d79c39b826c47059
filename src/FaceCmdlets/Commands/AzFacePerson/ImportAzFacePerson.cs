using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Enrols people from a folder or a table into a person group; what is there already stays as it is.</summary>
[Cmdlet(VerbsData.Import, "AzFacePerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByPath)]
[OutputType(typeof(FaceImportResult))]
public sealed class ImportAzFacePersonCommand : BulkCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string ByInputObject = "InputObject";

    /// <summary>To find it, and that nobody is in it.</summary>
    private const int CallsOfAnEmptyGroup = 2;

    private readonly HashSet<EnrolledPerson> _complained = [];
    private readonly HashSet<EnrolledPerson> _read = [];
    private BulkRun<EnrolmentItem, EnrolmentOutcome> _run = null!;
    private PipelineWindow<(EnrolmentItem Item, int Calls), PictureJudgement?> _judging = null!;
    private EnrolmentSource _source = null!;
    private GroupEnrolment _enrolment = null!;
    private FacePersonGroup _group = null!;
    private bool _standard;
    private IPersonGroupService _groups = null!;
    private bool _groupHasFaces;
    private EnrolmentTraining _training = null!;
    private int _items;
    private int _changes;
    private int _judgingCalls;
    private int _callsToBegin;
    private int _inVain;
    private EnrolledPerson? _firstLeft;

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference PersonGroup { get; set; } = null!;

    /// <summary>Folders with a sub-folder a person, and CSV files with the columns Name and Path; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The same, taken as they are: [ ] * ? have no meaning.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath)]
    [Alias("LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>Rows with Name (or Person) and Path, persons' folders, and CSV files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInputObject)]
    [ValidateNotNull]
    public PSObject[]? InputObject { get; set; }

    /// <summary>A face of less quality for recognition is not added; High where it is left out.</summary>
    [Parameter]
    public RecognitionQuality MinimumQuality { get; set; } = RecognitionQuality.High;

    /// <summary>Makes the group where there is none.</summary>
    [Parameter]
    public SwitchParameter CreateGroup { get; set; }

    /// <summary>The network of the group that is made, for ever; recognition_04 is the newest and the default.</summary>
    [Parameter]
    [ValidateSet("recognition_01", "recognition_02", "recognition_03", "recognition_04")]
    public string RecognitionModel { get; set; } = "recognition_04";

    /// <summary>Leaves the training to you: only trained faces are found.</summary>
    [Parameter]
    public SwitchParameter NoTraining { get; set; }

    /// <summary>Means a small person group instead of a large one.</summary>
    [Parameter]
    public SwitchParameter Standard { get; set; }

    internal override string AfterBudget => CallsToGoOn <= MaxCalls
        ? "The same command again goes on with them."
        : FormattableString.Invariant($"The same command again would not get any further: looking again at what it did takes {CallsToGoOn - CallsOfFirstLeft} calls, and the next picture {CallsOfFirstLeft}. Go on with -MaxCalls {CallsToGoOn} or more.");

    /// <summary>Calls that the next run takes to get to the first picture that this one left, and to add it: nothing but the service remembers what was done.</summary>
    private int CallsToGoOn => _callsToBegin + _read.Append(_firstLeft).OfType<EnrolledPerson>().Distinct().Sum(person => person.Faces.Count) + _changes + _inVain + CallsOfFirstLeft;

    /// <summary>Looking at the picture, the training, the face, and the person where it is new.</summary>
    private int CallsOfFirstLeft => _firstLeft is { Id: null } ? 4 : 3;

    private IPersonGroupService Groups => Connection.Service.PersonGroupsOf(_standard);

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _standard = SizeOf(Standard, PersonGroup);
        BeginWork(nameof(InputObject));
        if (Job is not null)
        {
            return;
        }

        _source = new EnrolmentSource(this, PersonGroup.IdOrName, _standard);
        _groups = Groups;
        _run = new(this, ("Importing people", "pictures"), item => item.Picture.Name, item => item.Picture.Target, Emit, EmitNotSent);
        _judging = new(this, ThrottleLimit, ordered: true, Settle, HandOnAdded);
        bool exists = FindGroup();
        List<FacePerson> persons = exists ? Ask(CollectionLookup.AllAsync(after => _groups.GetPersonPageAsync(_group.PersonGroupId, after, _run.Scope), person => person.PersonId.ToString())) : [];
        _groupHasFaces = persons.Any(person => person.FaceCount > 0);
        _enrolment = new GroupEnrolment(Connection.Service, _groups, _group, persons, MinimumQuality, ThrottleLimit, _run.Scope);
        _training = new EnrolmentTraining(this, _groups, _group.PersonGroupId, PersonGroup.IdOrName, _run.Scope);
        if (!exists)
        {
            _training.KnowThatThereIsNone();
        }

        // The next run need not make the group.
        _callsToBegin = Math.Min(_run.Calls.Made, persons.Count == 0 ? CallsOfAnEmptyGroup : int.MaxValue);
        WriteVerbose($"Importing into {_group.PersonGroupId} ({_group.RecognitionModel}), which has {persons.Count} persons.");
        CheckModel();
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject item in InputObject ?? [])
        {
            if (Job is not null)
            {
                Job.Add(item);
            }
            else
            {
                TakeAll(_source.RowsOf(item));
            }
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

        if ((Path ?? LiteralPath) is { } paths)
        {
            // All of them are here already, so that the progress bar can say how far it is.
            List<EnrolmentRow> rows = [.. paths.SelectMany(path => _source.RowsOf(path, ParameterSetName == ByPath))];
            _run.Expect(rows.Count);
            TakeAll(rows);
        }

        _judging.Finish();
        _run.Finish();
        Train();
        TellStory();
    }

    /// <summary>Finds the group, or makes it; false where it would only be made.</summary>
    private bool FindGroup()
    {
        try
        {
            _group = Wait(new PersonGroupLookup(Connection.Service, _standard) { LooksElsewhere = !CreateGroup }.GroupAsync(PersonGroup.IdOrName, _run.Scope));
            return true;
        }
        catch (FaceServiceException e) when (e.ErrorCode == "PersonGroupNotFound")
        {
            if (!CreateGroup)
            {
                Stop(e.ErrorCode, $"{e.Message} Here, -CreateGroup makes one that is missing.", e.Category, PersonGroup.IdOrName, e.NextCommand);
            }
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, PersonGroup.IdOrName));
        }

        if (!CollectionLookup.CanBeId(PersonGroup.IdOrName))
        {
            Stop("InvalidPersonGroupId", $"'{PersonGroup.IdOrName}' is no id: it takes up to 64 of a-z (no capitals), 0-9, - and _. A group with a name besides is made with New-AzFacePersonGroup.", ErrorCategory.InvalidArgument, PersonGroup.IdOrName);
        }

        _group = new FacePersonGroup { PersonGroupId = PersonGroup.IdOrName, Name = PersonGroup.IdOrName, RecognitionModel = RecognitionModel, Standard = _standard };
        if (ShouldDo($"Create {LookupWords.SizeOf(_standard)} person group", PersonGroup.IdOrName, out bool isTrial))
        {
            Ask(CreateAsync());
            return true;
        }

        if (!isTrial)
        {
            Stop("PersonGroupNotFound", $"There is no person group '{PersonGroup.IdOrName}', and it was not to be made.", ErrorCategory.ObjectNotFound, PersonGroup.IdOrName);
        }

        return false;

        async Task<bool> CreateAsync()
        {
            await _groups.CreateAsync(PersonGroup.IdOrName, PersonGroup.IdOrName, null, RecognitionModel, _run.Scope).ConfigureAwait(false);
            return true;
        }
    }

    private void CheckModel()
    {
        bool given = MyInvocation.BoundParameters.ContainsKey(nameof(RecognitionModel));
        if (given && _group.RecognitionModel != RecognitionModel)
        {
            Stop("RecognitionModelDiffers", $"{_group.PersonGroupId} has {_group.RecognitionModel}, for ever. Leave out -RecognitionModel, which is for a group that is made, or import into another group.", ErrorCategory.InvalidArgument, RecognitionModel);
        }

        if (!GroupEnrolment.MeasuresQualityIn(_group))
        {
            WriteWarning($"{_group.PersonGroupId} has {_group.RecognitionModel}, for which the service does not measure quality: pictures are only checked for a face.");
        }
    }

    /// <summary>Waits for an answer that nothing goes on without.</summary>
    private T Ask<T>(Task<T> question)
    {
        try
        {
            return Wait(question);
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, PersonGroup.IdOrName));
            throw;
        }
    }

    /// <summary>Asks whether to do it.</summary>
    /// <param name="action">What, as -WhatIf and -Confirm say it.</param>
    /// <param name="target">To what.</param>
    /// <param name="isTrial">Whether it is -WhatIf that says no.</param>
    private bool ShouldDo(string action, string target, out bool isTrial)
    {
        string description = $"Performing the operation \"{action}\" on target \"{target}\".";
        bool yes = ShouldProcess(description, description, "Confirm", out ShouldProcessReason reason);
        isTrial = reason == ShouldProcessReason.WhatIf;
        return yes;
    }

    private void TakeAll(IEnumerable<EnrolmentRow> rows)
    {
        foreach (EnrolmentRow row in rows)
        {
            Take(row);
            _judging.HandOn();
            HandOnAdded();
        }
    }

    private void Take(EnrolmentRow row)
    {
        EnrolledPerson? person = row.Skip is null ? _enrolment.PersonOf(row.Name!) : null;
        var item = new EnrolmentItem(_items++, row, person, PictureSource.FromFile(row.Path!), row.Target);
        if (person?.Complaint is { } complaint && _complained.Add(person))
        {
            WriteError(new ErrorRecord(new ArgumentException(complaint), "PersonNotUnique", ErrorCategory.InvalidArgument, row.Name));
        }

        // A picture is looked at where there are calls for all that may follow: so many are left for those that came before.
        bool asks = person is { Complaint: null };
        while (_judging.IsFull || (asks && _firstLeft is null && !HasRoom(person!) && _judging.Count + _run.UnderWay > 0))
        {
            _judging.Wait();
            if (_judging.Count == 0)
            {
                _run.WaitForNext();
            }
        }

        if (!asks)
        {
            _judging.Add((item, 0), Task.FromResult<PictureJudgement?>(null));
            return;
        }

        bool mayDetect = _firstLeft is null && HasRoom(person!);
        int calls = mayDetect ? CallsFor(person!) : 0;
        if (mayDetect)
        {
            _read.Add(person!);
        }

        // What is known of a person costs nothing to say, whatever is left.
        _judgingCalls += calls;
        _judging.Add((item, calls), mayDetect || (_read.Contains(person!) && person!.Faces.Count > 0)
            ? Task.Run(async () => (PictureJudgement?)await _enrolment.JudgeAsync(item, mayDetect).ConfigureAwait(false))
            : Task.FromException<PictureJudgement?>(CallCount.Spent()));
        if (!mayDetect)
        {
            _firstLeft ??= person;
        }
    }

    /// <summary>Calls that a picture takes at most: reading the person's faces once, looking at the picture, making the person, adding the face.</summary>
    private int CallsFor(EnrolledPerson person) => (_read.Contains(person) ? 0 : person.Faces.Count) + (person.Id is null ? 3 : 2);

    /// <summary>Whether all of them are left, and one for the training, which is read before the first face is added.</summary>
    private bool HasRoom(EnrolledPerson person) =>
        _run.Calls.Left is not { } left || _run.Reserved + _judgingCalls + CallsFor(person) + (_training.IsRead ? 0 : 1) <= left;

    private void HandOnAdded()
    {
        _run.HandOn();
        _run.ShowProgress(_judging.Count);
    }

    /// <summary>Decides on a picture that was looked at; they come in the order of the input.</summary>
    private void Settle((EnrolmentItem Item, int Calls) taken, Task<PictureJudgement?> done)
    {
        EnrolmentItem item = taken.Item;
        _judgingCalls -= taken.Calls;
        PictureJudgement? judged;
        try
        {
            judged = done.GetAwaiter().GetResult();
        }
        catch (FaceServiceException e)
        {
            Fail(item, e);
            return;
        }

        EnrolmentVerdict verdict = judged is not null ? _enrolment.Decide(item, judged)
            : item.Row.Skip is { } skip ? new(FaceImportAction.Skipped, skip.Reason, skip.Message)
            : new(FaceImportAction.NotAdded, "PersonNotUnique", item.Person!.Complaint);
        if (verdict.Action != FaceImportAction.Added)
        {
            _inVain += judged?.Faces is null ? 0 : 1;
            _run.AddDone(item, new EnrolmentOutcome(Result(item, verdict, judged?.Known)));
        }
        else if (ShouldDo(item.Person!.Id is null ? $"Add face to {item.Person.Name}, who is new" : $"Add face to {item.Person.Name}", item.Picture.Name, out bool isTrial))
        {
            Add(item, judged!.Digest, verdict);
        }
        else
        {
            _changes += isTrial ? 1 : 0;
            _run.AddDone(item, new EnrolmentOutcome(Result(item, isTrial ? verdict with { Action = FaceImportAction.WouldAdd } : verdict with { Action = FaceImportAction.Skipped, Reason = "Declined", Message = "You said no." })));
        }
    }

    private void Add(EnrolmentItem item, ContentDigest digest, EnrolmentVerdict verdict)
    {
        long training;
        try
        {
            training = _training.BeforeAdding();
        }
        catch (FaceServiceException e)
        {
            Fail(item, e);
            return;
        }

        _run.Send(item, async _ =>
        {
            try
            {
                return new EnrolmentOutcome(Result(item, verdict, await _enrolment.AddAsync(item, digest, verdict.Face!, training).ConfigureAwait(false)));
            }
            catch (FaceServiceException e) when (!EndsWork(e))
            {
                return Failed(item, e);
            }
        }, calls: item.Person!.Id is null ? 2 : 1);
    }

    private void Fail(EnrolmentItem item, FaceServiceException e)
    {
        if (EndsWork(e))
        {
            _run.Send(item, _ => Task.FromException<EnrolmentOutcome>(e), calls: 0);
        }
        else
        {
            _run.AddDone(item, Failed(item, e));
        }
    }

    /// <summary>Whether it is no matter of one picture.</summary>
    private static bool EndsWork(FaceServiceException e) => e.EndsPipeline || e.ErrorCode == FaceServiceException.MaxCallsReached;

    private EnrolmentOutcome Failed(EnrolmentItem item, FaceServiceException e) =>
        new(Result(item, new EnrolmentVerdict(FaceImportAction.NotAdded, e.ErrorCode, e.Message)), e);

    private FaceImportResult Result(EnrolmentItem item, EnrolmentVerdict verdict, Guid? face = null) => new()
    {
        Person = item.Person?.Name ?? item.Row.Name,
        Path = item.Picture.Name,
        Action = verdict.Action,
        Reason = verdict.Reason,
        Message = verdict.Message,
        Quality = GroupEnrolment.QualityOf(verdict.Face),
        PersistedFaceId = face,
        PersonId = item.Person?.Id,
        PersonGroupId = _group.PersonGroupId,
        Standard = _standard,
        UserData = item.Row.UserData,
        TargetFace = item.Row.TargetFace,
    };

    private void Emit(EnrolmentItem item, EnrolmentOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            _run.CountFailed();
            WriteError(ToErrorRecord(failure, item.Picture.Target));
        }

        _changes += outcome.Result.Action == FaceImportAction.Added ? 1 : 0;
        WriteObject(outcome.Result);
    }

    private void EmitNotSent(EnrolmentItem item)
    {
        _firstLeft ??= item.Person;
        WriteObject(Result(item, new EnrolmentVerdict(FaceImportAction.NotAdded, FaceServiceException.MaxCallsReached, $"-MaxCalls {MaxCalls} was reached before it.")));
    }

    /// <summary>Trains where that changes what is found: after changes, and where an earlier run was cut before its training.</summary>
    private void Train()
    {
        string group = _group.PersonGroupId;
        try
        {
            if (NoTraining)
            {
                WriteVerbose($"{group} is not trained, as -NoTraining says. Start-AzFaceTraining {group} does it.");
            }
            else if (_changes > 0 || _training.IsMissing(_enrolment, _groupHasFaces))
            {
                if (ShouldDo($"Train {LookupWords.SizeOf(_standard)} person group", group, out _))
                {
                    _training.Run();
                }
            }
            else
            {
                WriteVerbose($"Nothing was added to {group}: no training is needed.");
                if (_training.IsUnderWay)
                {
                    _training.WaitForEnd();
                }
            }
        }
        catch (FaceServiceException e) when (e.ErrorCode == FaceServiceException.MaxCallsReached)
        {
            WriteWarning($"-MaxCalls is reached before {group} is trained. The same command again goes on and sees to it; so does Start-AzFaceTraining {group}.");
        }
        catch (FaceServiceException e)
        {
            WriteError(ToErrorRecord(e, PersonGroup.IdOrName));
        }
    }
}
