using System.Diagnostics;
using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>Waits for the end of a group's training, with progress. A training that failed is final.</summary>
internal static class TrainingWait
{
    /// <summary>As long as the largest groups take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private const int ActivityId = 7302;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Waits until it has succeeded; null where an error was written, which has this target.</summary>
    public static FaceTraining? ForSuccess(ConnectedCmdlet command, IPersonGroupService groups, string group, object target, TimeSpan patience, RequestScope scope)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(100);
        long start = Stopwatch.GetTimestamp();
        try
        {
            while (true)
            {
                FaceTraining training = command.Wait(groups.GetTrainingAsync(group, scope));
                if (training.Status == FaceTrainingStatus.Succeeded)
                {
                    return training;
                }

                if (training.Status == FaceTrainingStatus.Failed)
                {
                    command.WriteError(new ErrorRecord(new InvalidOperationException($"The training of {group} failed: {training.Message ?? "the service does not say why"}. Add faces to its persons, then Start-AzFaceTraining."), "TrainingFailed", ErrorCategory.InvalidResult, target));
                    return null;
                }

                TimeSpan waited = Stopwatch.GetElapsedTime(start);
                if (waited > patience)
                {
                    command.WriteError(new ErrorRecord(new TimeoutException(FormattableString.Invariant($"The training of {group} is still {training.Status} after {waited.TotalSeconds:0} s. Wait again, or longer with Wait-AzFaceTraining -Timeout.")), "TrainingTimeout", ErrorCategory.OperationTimeout, target));
                    return null;
                }

                command.WriteProgress(new ProgressRecord(ActivityId, $"Training {group}", FormattableString.Invariant($"{training.Status} for {waited.TotalSeconds:0} s")));
                if (command.Cancelled.WaitHandle.WaitOne(pause))
                {
                    throw new PipelineStoppedException();
                }

                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (FaceServiceException e)
        {
            ErrorRecord error = FaceCmdlet.ToErrorRecord(e, target);
            if (e.EndsPipeline)
            {
                command.ThrowTerminatingError(error);
            }

            command.WriteError(error);
            return null;
        }
        finally
        {
            if (!command.Cancelled.IsCancellationRequested)
            {
                command.WriteProgress(new ProgressRecord(ActivityId, $"Training {group}", "done") { RecordType = ProgressRecordType.Completed });
            }
        }
    }
}
