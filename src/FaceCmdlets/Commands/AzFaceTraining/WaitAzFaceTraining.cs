using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Waits until a training has succeeded. One that failed is final: it is an error with the service's message.</summary>
[Cmdlet(VerbsLifecycle.Wait, "AzFaceTraining", DefaultParameterSetName = OfPersonGroup)]
[OutputType(typeof(PersonGroupTraining), typeof(FaceListTraining))]
public sealed class WaitAzFaceTrainingCommand : TrainingCmdlet
{
    private const int ActivityId = 7302;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait: a number is seconds. 30 minutes, as long as the largest groups take, where it is left out.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryFindCollection(out ITrainableCollection trainable, out string id))
        {
            return;
        }

        TimeSpan patience = Timeout ?? TimeSpan.FromMinutes(30), pause = TimeSpan.FromMilliseconds(100);
        long start = Stopwatch.GetTimestamp();
        while (TryAsk(Training(trainable, id), Given, out FaceTraining training))
        {
            if (training.Status == FaceTrainingStatus.Succeeded)
            {
                WriteObject(training);
                break;
            }

            if (training.Status == FaceTrainingStatus.Failed)
            {
                WriteError(new ErrorRecord(new InvalidOperationException($"The training of {id} failed: {training.Message ?? "the service does not say why"}. Add faces, then Start-AzFaceTraining."), "TrainingFailed", ErrorCategory.InvalidResult, Given));
                break;
            }

            TimeSpan waited = Stopwatch.GetElapsedTime(start);
            if (waited > patience)
            {
                WriteError(new ErrorRecord(new TimeoutException(FormattableString.Invariant($"The training of {id} is still {training.Status} after {waited.TotalSeconds:0} s. Wait again, or longer with -Timeout.")), "TrainingTimeout", ErrorCategory.OperationTimeout, Given));
                break;
            }

            WriteProgress(new ProgressRecord(ActivityId, $"Training {id}", FormattableString.Invariant($"{training.Status} for {waited.TotalSeconds:0} s")));
            if (Cancelled.WaitHandle.WaitOne(pause))
            {
                throw new PipelineStoppedException();
            }

            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        WriteProgress(new ProgressRecord(ActivityId, $"Training {id}", "done") { RecordType = ProgressRecordType.Completed });
    }
}
