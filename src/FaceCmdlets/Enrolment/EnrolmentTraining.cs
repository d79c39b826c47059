using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>The training of a group that people are imported into: the service takes no faces while it runs, and finds only those that it has seen.</summary>
/// <param name="command">The command that waits.</param>
/// <param name="groups">Where the group is.</param>
/// <param name="group">Its id.</param>
/// <param name="target">The target of errors.</param>
/// <param name="scope">What goes along with the requests.</param>
internal sealed class EnrolmentTraining(ConnectedCmdlet command, IPersonGroupService groups, string group, object target, RequestScope scope)
{
    private FaceTraining? _last;

    /// <summary>Whether the service was asked already; that takes a call.</summary>
    public bool IsRead { get; private set; }

    public bool IsUnderWay => _last is { Status: FaceTrainingStatus.Running or FaceTrainingStatus.NotStarted };

    /// <summary>When it began, as <see cref="FaceOrigin"/> has it; 0 where there was none.</summary>
    private long Began => _last?.Created.ToUnixTimeMilliseconds() ?? 0;

    /// <summary>Of a group that would only be made there is none.</summary>
    public void KnowThatThereIsNone() => IsRead = true;

    /// <summary>Waits for the end of one that is under way.</summary>
    /// <returns>When the last one began, for the faces that are added now.</returns>
    public long BeforeAdding()
    {
        Read();
        if (IsUnderWay)
        {
            command.WriteVerbose($"{group} is in training: nothing can be added before its end.");
            TrainingWait.ForSuccess(command, groups, group, target, TrainingWait.Longest, scope);
            IsRead = false;
            Read();
        }

        return Began;
    }

    /// <summary>Whether there are faces that the last one did not see.</summary>
    public bool IsMissing(GroupEnrolment enrolment, bool hadFaces)
    {
        Read();
        return _last is null ? hadFaces : _last.Status == FaceTrainingStatus.Failed || (!IsUnderWay && enrolment.HasFaceAfter(Began));
    }

    /// <summary>Starts one, and waits for its end.</summary>
    public void Run()
    {
        command.Wait(StartAsync());
        WaitForEnd();
    }

    /// <summary>Waits for the end of the one that is under way; a failure is an error.</summary>
    public void WaitForEnd()
    {
        if (TrainingWait.ForSuccess(command, groups, group, target, TrainingWait.Longest, scope) is { } training)
        {
            command.WriteVerbose(FormattableString.Invariant($"{group} is trained, since {training.LastAction:u}."));
        }
    }

    private void Read()
    {
        if (IsRead)
        {
            return;
        }

        try
        {
            _last = command.Wait(groups.GetTrainingAsync(group, scope));
        }
        catch (FaceServiceException e) when (e.ErrorCode.EndsWith("NotTrained", StringComparison.Ordinal))
        {
            _last = null;
        }

        IsRead = true;
    }

    private async Task<bool> StartAsync()
    {
        await groups.StartTrainingAsync(group, scope).ConfigureAwait(false);
        return true;
    }
}
