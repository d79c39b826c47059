using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Takes the content of a picture, and a row of a table that says where in which picture a face is; leaves the rest to other parameters.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FacePictureTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly ImageContentTransformationAttribute Content = new();

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (given is not (PSCustomObject or IDictionary))
        {
            return Content.Transform(engineIntrinsics, inputData);
        }

        if (given is IDictionary table)
        {
            KeyedRow.ShowKeys(table);
        }

        var row = new FaceRow(PSObject.AsPSObject(inputData));
        if (row.Path is not { Length: > 0 } path || !FaceRow.RectangleNames.Any(name => row.Value(name) is not (null or "")))
        {
            return inputData;
        }

        return row.ToRectangle() is { } face
            ? new ImageContent(path, face)
            : throw new ArgumentTransformationMetadataException($"The row of '{path}' does not say where the face is: {string.Join(", ", FaceRow.RectangleNames)} are numbers of pixels.");
    }
}
