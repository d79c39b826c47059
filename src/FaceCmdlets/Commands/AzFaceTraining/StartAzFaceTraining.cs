using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Begins the training of a person group: only trained faces are found.</summary>
[Cmdlet(VerbsLifecycle.Start, "AzFaceTraining", SupportsShouldProcess = true)]
[OutputType(typeof(FaceTraining))]
public sealed class StartAzFaceTrainingCommand : PersonGroupCmdlet
{
    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TryAsk(Lookup.GroupAsync(PersonGroup, Unlimited), PersonGroup, out FacePersonGroup group)
            && ShouldProcess(group.PersonGroupId, "Train")
            && TryDo(Groups.StartTrainingAsync(group.PersonGroupId, Unlimited), PersonGroup)
            && TryAsk(Groups.GetTrainingAsync(group.PersonGroupId, Unlimited), PersonGroup, out FaceTraining training))
        {
            WriteObject(training);
        }
    }
}
