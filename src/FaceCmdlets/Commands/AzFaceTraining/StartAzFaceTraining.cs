using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Begins the training of a person group or a large face list: only trained faces are found.</summary>
[Cmdlet(VerbsLifecycle.Start, "AzFaceTraining", SupportsShouldProcess = true, DefaultParameterSetName = OfPersonGroup)]
[OutputType(typeof(PersonGroupTraining), typeof(FaceListTraining))]
public sealed class StartAzFaceTrainingCommand : TrainingCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindCollection(out ITrainableCollection trainable, out string id, out string kind)
            && ShouldProcess(id, $"Train {kind}")
            && TryDo(StartAsync(trainable, id), Given)
            && TryAsk(Training(trainable, id), Given, out FaceTraining training))
        {
            WriteObject(training);
        }
    }

    private async Task StartAsync(ITrainableCollection trainable, string id) => await trainable.StartTrainingAsync(id, Unlimited).ConfigureAwait(false);
}
