using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Says of what older samples ask for that it is gone, and of a picture that it is in the wrong place; what is an attribute stays as it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FaceAttributeTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>What the service no longer tells anybody (Microsoft Learn, "Face detection and attributes", January 2026).</summary>
    private static readonly string[] Retired = ["Age", "Smile", "Gender", "Emotion", "FacialHair", "Hair", "Makeup"];

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        object?[] items = [.. (given is IEnumerable several and not string ? several.Cast<object?>() : [given]).SelectMany(Parts)];
        foreach (object? item in items)
        {
            if (item?.ToString() is not { } text)
            {
                continue;
            }

            if (Array.Find(Retired, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } retired)
            {
                throw new ArgumentTransformationMetadataException($"{retired} is retired: Microsoft took it out of the service. There are {string.Join(", ", Enum.GetNames<FaceAttribute>().Order(StringComparer.Ordinal))}.");
            }

            if (PictureFiles.HasPictureName(text))
            {
                throw new ArgumentTransformationMetadataException($"'{text}' is a picture, and no attribute. Between pictures stands a comma: Invoke-AzFaceDetection a.jpg, b.jpg.");
            }
        }

        return given is null ? inputData : items;
    }

    /// <summary>A cell of a table has several in one text, which would be read as flags: one attribute out of two.</summary>
    private static object?[] Parts(object? item) =>
        item is string text && text.Contains(',', StringComparison.Ordinal) ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [item];
}
