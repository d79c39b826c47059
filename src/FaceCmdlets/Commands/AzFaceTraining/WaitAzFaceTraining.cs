using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Waits until a training has succeeded. One that failed is final: it is an error with the service's message.</summary>
[Cmdlet(VerbsLifecycle.Wait, "AzFaceTraining")]
[OutputType(typeof(FaceTraining))]
public sealed class WaitAzFaceTrainingCommand : PersonGroupCmdlet
{
    private const int ActivityId = 7302;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

    /// <summary>How long to wait: a number is seconds. 30 minutes, as long as the largest groups take, where it is left out.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryAsk(Lookup.GroupAsync(PersonGroup, Unlimited), PersonGroup, out FacePersonGroup group))
        {
            return;
        }

        TimeSpan patience = Timeout ?? TimeSpan.FromMinutes(30), pause = TimeSpan.FromMilliseconds(100);
        long start = Stopwatch.GetTimestamp();
        while (TryAsk(Groups.GetTrainingAsync(group.PersonGroupId, Unlimited), PersonGroup, out FaceTraining training))
        {
            if (training.Status == FaceTrainingStatus.Succeeded)
            {
                WriteObject(training);
                break;
            }

            if (training.Status == FaceTrainingStatus.Failed)
            {
                WriteError(new ErrorRecord(new InvalidOperationException($"The training of {group.PersonGroupId} failed: {training.Message ?? "the service does not say why"}. Add faces to its persons, then Start-AzFaceTraining."), "TrainingFailed", ErrorCategory.InvalidResult, PersonGroup));
                break;
            }

            TimeSpan waited = Stopwatch.GetElapsedTime(start);
            if (waited > patience)
            {
                WriteError(new ErrorRecord(new TimeoutException(FormattableString.Invariant($"The training of {group.PersonGroupId} is still {training.Status} after {waited.TotalSeconds:0} s. Wait again, or longer with -Timeout.")), "TrainingTimeout", ErrorCategory.OperationTimeout, PersonGroup));
                break;
            }

            WriteProgress(new ProgressRecord(ActivityId, $"Training {group.PersonGroupId}", FormattableString.Invariant($"{training.Status} for {waited.TotalSeconds:0} s")));
            if (Cancelled.WaitHandle.WaitOne(pause))
            {
                throw new PipelineStoppedException();
            }

            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        WriteProgress(new ProgressRecord(ActivityId, $"Training {group.PersonGroupId}", "done") { RecordType = ProgressRecordType.Completed });
    }
}
