using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -AspectRatio and -Size of Test-AzFacePhoto, and -Size of Export-AzFaceImage, with shapes that are often asked for; any other may be typed.</summary>
internal sealed class PhotoShapeCompleter : IArgumentCompleter
{
    private static readonly (string Value, string Tip)[] Ratios =
    [
        ("1:1", "Square: profile pictures, passports of the USA and India"),
        ("3:4", "Badges"),
        ("4:5", "Portraits"),
        ("35x45", "Passports of the EU, the United Kingdom and most others (ICAO 9303)"),
        ("50x70", "Passports of Canada"),
    ];

    private static readonly (string Value, string Tip)[] Sizes =
    [
        ("648x648", "The largest profile picture of Microsoft 365"),
        ("96x96", "thumbnailPhoto of Active Directory"),
        ("300x400", "A badge, 3:4"),
        ("413x531", "35 x 45 mm at 300 dots an inch"),
        ("600x600", "2 x 2 inches at 300 dots an inch"),
    ];

    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        (parameterName == "AspectRatio" ? Ratios : Sizes)
            .Where(shape => !fakeBoundParameters.Contains("Square") || (shape.Value.Split('x') is [var width, var height] && width == height))
            .Where(shape => CompletionFromService.Begins(shape.Value, wordToComplete))
            .Select(shape => new CompletionResult(shape.Value, shape.Value, CompletionResultType.ParameterValue, shape.Tip));
}
