using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Gets how a liveness session stands and what came of it; with -Wait, once there is something.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceLivenessSession", DefaultParameterSetName = "Now")]
[OutputType(typeof(FaceLivenessSession))]
public sealed class GetAzFaceLivenessSessionCommand : LivenessSessionCmdlet
{
    private const string Waiting = "Wait";
    private const int ActivityId = 7304;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Waits until there is a result, or no further attempt.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Waiting)]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait: a number is seconds, and -1 has no limit. 10 minutes, as long as a token lives, where it is left out.</summary>
    [Parameter(ParameterSetName = Waiting)]
    [TimeSpanTransformation]
    [ValidateTimeout]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        ILivenessService liveness = Liveness;
        TimeSpan pause = TimeSpan.FromMilliseconds(200);
        TimeSpan patience = ValidateTimeoutAttribute.Patience(Timeout);
        long start = Stopwatch.GetTimestamp();
        FaceLivenessKind? kind = Kind;
        while (TryAsk(kind is { } known ? liveness.GetAsync(SessionId, known, Unlimited) : AsEitherKindAsync(either => liveness.GetAsync(SessionId, either, Unlimited)), SessionId, out FaceLivenessSession session))
        {
            if (!Wait || session.IsOver)
            {
                FaceSession.Current.Remember(session);
                WriteObject(session);
                break;
            }

            kind = session.Kind;
            TimeSpan waited = Stopwatch.GetElapsedTime(start);
            if (waited >= patience)
            {
                WriteError(new ErrorRecord(new TimeoutException(FormattableString.Invariant($"The session {SessionId} is still {session.Status} after {waited.TotalSeconds:0} s. Wait again, or longer with -Timeout.")), "SessionTimeout", ErrorCategory.OperationTimeout, SessionId));
                break;
            }

            WriteProgress(new ProgressRecord(ActivityId, $"Waiting for session {SessionId}", FormattableString.Invariant($"{session.Status} for {waited.TotalSeconds:0} s, {session.AttemptCount} attempts")));
            TimeSpan left = patience - waited;
            if (Cancelled.WaitHandle.WaitOne(pause < left ? pause : left))
            {
                throw new PipelineStoppedException();
            }

            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        if (Wait)
        {
            WriteProgress(new ProgressRecord(ActivityId, $"Waiting for session {SessionId}", "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
