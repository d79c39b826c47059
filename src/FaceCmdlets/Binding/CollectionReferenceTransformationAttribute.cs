using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>
/// Takes an object where an id or a name is wanted, with what it knows of its size, and keeps other objects of the pipeline from becoming the
/// text of themselves: their properties are what is meant, and the binder goes on to them where a cast is invalid.
/// </summary>
/// <param name="accepted">The objects that the parameter is about.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CollectionReferenceTransformationAttribute(Type accepted) : ArgumentTransformationAttribute
{
    /// <summary>Whether the parameter takes several.</summary>
    public bool Several { get; init; }

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData) switch
    {
        FaceCollectionReference reference => reference,
        string { Length: > 0 } text => new FaceCollectionReference(text),
        "" => throw new ArgumentTransformationMetadataException("An empty text is neither an id nor a name."),
        // A number as it was typed: 007 is not 7.
        ValueType => new FaceCollectionReference(LanguagePrimitives.ConvertTo<string>(inputData)),
        IList all when Several && all.Count > 0 => all.Cast<object>().Select(one => Transform(engineIntrinsics, one)).SelectMany(one => one as FaceCollectionReference[] ?? [(FaceCollectionReference)one]).ToArray(),
        FacePersonGroup group when accepted == typeof(FacePersonGroup) => new FaceCollectionReference(group.PersonGroupId, group.Standard),
        FacePerson person when accepted == typeof(FacePerson) => new FaceCollectionReference(person.PersonId.ToString(), person.Standard),
        FaceList list when accepted == typeof(FaceList) => new FaceCollectionReference(list.FaceListId, list.Standard),
        IList { Count: 1 } one => Transform(engineIntrinsics, one[0]!),
        IList { Count: > 1 } all => throw new ArgumentTransformationMetadataException($"It takes one, and these are {all.Count}: the pipeline brings several one after the other."),
        var other => throw new ArgumentTransformationMetadataException($"'{other}' is neither an id nor a name.", new PSInvalidCastException("The object is no id.")),
    };
}
