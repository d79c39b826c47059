using System.Globalization;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>
/// Takes a face's FaceRectangle, four numbers, and the text "left, top, width, height" of a table, where an empty cell says nothing.
/// Anything else is an error: left out, it would mean another face.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TargetFaceTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData) switch
    {
        null or "" => null,
        FaceRectangle { Left: var left, Top: var top, Width: var width, Height: var height } => (int[])[left, top, width, height],
        System.Collections.IDictionary table when new FaceRow(PSObject.AsPSObject(table)).ToRectangle() is { } rectangle => rectangle,
        PSObject table when new FaceRow(table).ToRectangle() is { } rectangle => rectangle,
        string text when FromText(text) is { } rectangle => rectangle,
        not string and var given when LanguagePrimitives.TryConvertTo(given, out int[] numbers) && numbers.Length == 4 => numbers,
        var other => throw new ArgumentTransformationMetadataException($"'{(other is System.Collections.IEnumerable and not string ? LanguagePrimitives.ConvertTo<string>(other) : other)}' is not left, top, width, height in pixels."),
    };

    private static int[]? FromText(string text)
    {
        int[] numbers = [.. text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        return numbers is [>= 0, >= 0, > 0, > 0] ? numbers : null;
    }
}
