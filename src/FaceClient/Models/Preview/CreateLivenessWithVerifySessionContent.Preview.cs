namespace Azure.AI.Vision.Face;

/// <remarks>The member of v1.3-preview.1 is an addition: no published version of the package Azure.AI.Vision.Face has it.</remarks>
public partial class CreateLivenessWithVerifySessionContent
{
    /// <summary>How many tries the person has: 1 to 3. Null leaves it to the service, whose default is 1. Of v1.3-preview.1; the published package has no such member.</summary>
    public int? NumberOfClientAttemptsAllowed { get; set; }
}
