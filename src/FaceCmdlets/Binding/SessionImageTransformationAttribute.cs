using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Takes a session or an attempt for its picture: one without must not become the text of itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SessionImageTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        FaceLivenessSession session => session.SessionImageId ?? string.Empty,
        FaceLivenessAttempt attempt => attempt.SessionImageId ?? string.Empty,
        _ => inputData,
    };
}
