using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>
/// Keeps a row of a table (Import-Csv, [pscustomobject], a hashtable) and what this module emits from becoming the text of itself: its properties Path
/// or Url are what is meant. The binder goes on to them where a cast is invalid. A file that has [ ] in its name stays that file.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PathTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the parameter takes wildcards, so that those in the name of a file have to be escaped.</summary>
    public bool Wildcards { get; init; } = true;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        // The validation says it.
        null => null,
        IDictionary table => throw NoPath(table),
        var item when item is PSCustomObject || item.GetType().Assembly == typeof(DetectedFace).Assembly => throw NoPath(),
        FileInfo file when NameOf(file) is { } name => name,
        IList several and not byte[] when several.OfType<object>().Any(item => NameOf(item) is not null) => (object[])[.. several.OfType<object>().Select(item => NameOf(item) ?? item)],
        _ => inputData,
    };

    private static ArgumentTransformationMetadataException NoPath(IDictionary? row = null)
    {
        if (row is not null)
        {
            KeyedRow.ShowKeys(row);
        }

        return new("An object without the property Path, FullName or Url is no picture.", new PSInvalidCastException("The object is no path."));
    }

    /// <summary>The path of a file that a pattern could be read from; null for everything else, which converts by itself.</summary>
    private string? NameOf(object item) => Wildcards && (item is PSObject wrapped ? wrapped.BaseObject : item) is FileInfo file && WildcardPattern.ContainsWildcardCharacters(file.FullName) ? WildcardPattern.Escape(file.FullName) : null;
}
