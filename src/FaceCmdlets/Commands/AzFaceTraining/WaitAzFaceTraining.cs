using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Waits until a training has succeeded. One that failed is final: it is an error with the service's message.</summary>
[Cmdlet(VerbsLifecycle.Wait, "AzFaceTraining")]
[OutputType(typeof(FaceTraining))]
public sealed class WaitAzFaceTrainingCommand : PersonGroupCmdlet
{
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
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Unlimited), PersonGroup, out FacePersonGroup group)
            && TrainingWait.ForSuccess(this, Groups, group.PersonGroupId, PersonGroup, Timeout ?? TrainingWait.Longest, Unlimited) is { } training)
        {
            WriteObject(training);
        }
    }
}
