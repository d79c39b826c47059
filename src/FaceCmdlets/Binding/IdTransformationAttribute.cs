using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>
/// Takes an object for its id where an id or a name is wanted, and keeps other objects of the pipeline from becoming the
/// text of themselves: their properties are what is meant, and the binder goes on to them where a cast is invalid.
/// </summary>
/// <param name="accepted">The objects that the parameter is about.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdTransformationAttribute(Type accepted) : ArgumentTransformationAttribute
{
    /// <summary>Whether the parameter takes several.</summary>
    public bool Several { get; init; }

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData) switch
    {
        string or ValueType => inputData,
        IList all when Several && all.Count > 0 => all.Cast<object>().Select(one => Transform(engineIntrinsics, one)).ToArray(),
        FacePersonGroup group when accepted == typeof(FacePersonGroup) => group.PersonGroupId,
        FacePerson person when accepted == typeof(FacePerson) => person.PersonId.ToString(),
        FaceLivenessSession session when accepted == typeof(FaceLivenessSession) => session.SessionId,
        FaceList list when accepted == typeof(FaceList) => list.FaceListId,
        IList { Count: > 1 } all => throw new ArgumentTransformationMetadataException($"It takes one, and these are {all.Count}: the pipeline brings several one after the other."),
        var other => throw new ArgumentTransformationMetadataException($"'{other}' is neither an id nor a name.", new PSInvalidCastException("The object is no id.")),
    };
}
