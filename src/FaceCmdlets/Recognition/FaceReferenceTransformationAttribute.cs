using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Lets a parameter take faces, face ids and pictures alike.</summary>
internal sealed class FaceReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FaceReference.From(inputData) ?? throw new ArgumentTransformationMetadataException(
            $"'{inputData}' is no face: give a face of Invoke-AzFaceDetection -ReturnFaceId, a face id, or the path of a picture.",
            new PSInvalidCastException());
}
