using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Says how far the last training of a person group or a large face list is.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceTraining", DefaultParameterSetName = OfPersonGroup)]
[OutputType(typeof(PersonGroupTraining), typeof(FaceListTraining))]
public sealed class GetAzFaceTrainingCommand : TrainingCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryFindCollection(out ITrainableCollection trainable, out string id, out _)
            && TryAsk(Training(trainable, id), Given, out FaceTraining training))
        {
            WriteObject(training);
        }
    }
}
