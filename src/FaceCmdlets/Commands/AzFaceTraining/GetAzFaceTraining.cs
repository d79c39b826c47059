using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Says how far the last training of a person group is.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceTraining")]
[OutputType(typeof(FaceTraining))]
public sealed class GetAzFaceTrainingCommand : PersonGroupCmdlet
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
            && TryAsk(Groups.GetTrainingAsync(group.PersonGroupId, Unlimited), PersonGroup, out FaceTraining training))
        {
            WriteObject(training);
        }
    }
}
