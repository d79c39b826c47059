using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>
/// Keeps an object of the pipeline from becoming the text of itself where an id or a name is wanted: its properties are
/// what is meant. The binder goes on to them where a cast is invalid.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData) switch
    {
        string or Guid or ValueType => inputData,
        FacePersonGroup group => group.PersonGroupId,
        FacePerson person => person.PersonId.ToString(),
        FaceList list => list.FaceListId,
        _ => throw new ArgumentTransformationMetadataException("The object is neither an id nor a name.", new PSInvalidCastException("The object is no id.")),
    };
}
