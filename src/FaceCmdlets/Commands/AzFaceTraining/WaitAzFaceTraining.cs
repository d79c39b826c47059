using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Waits until a training has succeeded. One that failed is final: it is an error with the service's message.</summary>
[Cmdlet(VerbsLifecycle.Wait, "AzFaceTraining", DefaultParameterSetName = OfPersonGroup)]
[OutputType(typeof(PersonGroupTraining), typeof(FaceListTraining))]
public sealed class WaitAzFaceTrainingCommand : TrainingCmdlet
{
    /// <summary>How long to wait: a number is seconds, and -1 has no limit. 30 minutes, as long as the largest groups take, where it is left out.</summary>
    [Parameter]
    [TimeSpanTransformation]
    [ValidateTimeout]
    public TimeSpan? Timeout { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindCollection(out ITrainableCollection trainable, out string id, out _)
            && TrainingWait.ForSuccess(this, trainable, id, Given, Timeout is { } timeout ? ValidateTimeoutAttribute.Patience(timeout) : TrainingWait.Longest, Unlimited) is { } training)
        {
            WriteObject(training);
        }
    }
}
