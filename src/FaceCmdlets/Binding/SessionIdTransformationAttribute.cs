using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Takes a liveness session for its id, and keeps other objects of the pipeline from becoming the text of themselves: the binder goes on to their properties.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SessionIdTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData) switch
    {
        string or ValueType => inputData,
        FaceLivenessSession session => session.SessionId,
        System.Collections.IList { Count: > 1 } all => throw new ArgumentTransformationMetadataException($"It takes one, and these are {all.Count}: the pipeline brings several one after the other."),
        var other => throw new ArgumentTransformationMetadataException($"'{other}' is neither an id nor a name.", new PSInvalidCastException("The object is no id.")),
    };
}
