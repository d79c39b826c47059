namespace FaceCmdlets;

/// <summary>Settings of a Face resource, which hold for all who use it.</summary>
public sealed class FaceSetting
{
    internal FaceSetting()
    {
    }

    /// <summary>The resource's endpoint.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Whether liveness sessions are watched for abuse; of v1.3-preview.1.</summary>
    public required bool LivenessAbuseMonitoring { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Endpoint}: liveness sessions are {(LivenessAbuseMonitoring ? string.Empty : "not ")}watched for abuse";
}
