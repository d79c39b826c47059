using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Lets a parameter take faces, face ids and pictures alike.</summary>
internal sealed class FaceReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    // No PSInvalidCastException inside: no other parameter takes the object, and without one the engine shows what is said here.
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FaceReference.From(inputData) ?? throw new ArgumentTransformationMetadataException(
            (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is System.Collections.IList { Count: not 1 }
                ? "Several faces go by the pipeline: $faces | COMMAND, or 'a.jpg', 'b.jpg' | COMMAND."
                : $"'{inputData}' is no face: give a face of Invoke-AzFaceDetection -ReturnFaceId, a face id, the path of a picture, or an object with one of these as FaceId, Path or FullName.");
}
