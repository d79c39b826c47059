using System.Diagnostics;
using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>Waits for the end of a collection's training, with progress. A training that failed is final.</summary>
internal static class TrainingWait
{
    /// <summary>As long as the largest collections take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private const int ActivityId = 7302;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Waits until it has succeeded; null where an error was written, which has this target. A budget that ends is thrown.</summary>
    public static FaceTraining? ForSuccess(ConnectedCmdlet command, ITrainableCollection trainable, string id, object target, TimeSpan patience, RequestScope scope)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(100);
        long start = Stopwatch.GetTimestamp();
        try
        {
            while (true)
            {
                FaceTraining training = command.Wait(AskAsync(trainable, id, scope));
                if (training.Status == FaceTrainingStatus.Succeeded)
                {
                    return training;
                }

                if (training.Status == FaceTrainingStatus.Failed)
                {
                    command.WriteError(Failure(training, id, target));
                    return null;
                }

                TimeSpan waited = Stopwatch.GetElapsedTime(start);
                if (waited >= patience)
                {
                    command.WriteError(FaceCmdlet.NewError(new TimeoutException(FormattableString.Invariant($"The training of {id} is still {training.Status} after {waited.TotalSeconds:0} s. Wait again, or longer with Wait-AzFaceTraining -Timeout.")), "TrainingTimeout", ErrorCategory.OperationTimeout, target, $"Wait-AzFaceTraining {(training is FaceListTraining ? "-FaceList " : string.Empty)}{NextCommand.Quoted(id)}{(training.Standard ? " -Standard" : string.Empty)}"));
                    return null;
                }

                command.WriteProgress(new ProgressRecord(ActivityId, $"Training {id}", FormattableString.Invariant($"{training.Status} for {waited.TotalSeconds:0} s")));
                TimeSpan left = patience - waited;
                if (command.Cancelled.WaitHandle.WaitOne(pause < left ? pause : left))
                {
                    throw new PipelineStoppedException();
                }

                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (FaceServiceException e) when (e.ErrorCode != FaceServiceException.MaxCallsReached)
        {
            command.Report(e, target);
            return null;
        }
        finally
        {
            if (!command.Cancelled.IsCancellationRequested)
            {
                command.WriteProgress(new ProgressRecord(ActivityId, $"Training {id}", "done") { RecordType = ProgressRecordType.Completed });
            }
        }
    }

    /// <summary>Nearly always it is faces that are missing; where the message is about something else, another training may succeed.</summary>
    private static ErrorRecord Failure(FaceTraining training, string id, object target)
    {
        bool isList = training is FaceListTraining;
        bool lacksFaces = training.Message is not { Length: > 0 } message || message.Contains("face", StringComparison.OrdinalIgnoreCase) || message.Contains("person", StringComparison.OrdinalIgnoreCase);
        (string advice, string next) = lacksFaces
            ? ("Add faces, then Start-AzFaceTraining.", NextCommand.AddFaces(id, isList, training.Standard))
            : ("Start-AzFaceTraining begins another.", NextCommand.Train(id, isList, training.Standard));
        return FaceCmdlet.NewError(new InvalidOperationException($"The training of {id} failed: {training.Message?.TrimEnd('.') ?? "the service does not say why"}. {advice}"), "TrainingFailed", ErrorCategory.InvalidResult, target, next);
    }

    /// <summary>What throws at once is an error as well.</summary>
    private static async Task<FaceTraining> AskAsync(ITrainableCollection trainable, string id, RequestScope scope) => await trainable.GetTrainingAsync(id, scope).ConfigureAwait(false);
}
