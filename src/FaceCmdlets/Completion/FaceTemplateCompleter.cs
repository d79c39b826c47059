using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes the placeholder that is being typed in a text such as '{FaceNumber} {Ya': the properties of a face.</summary>
internal sealed class FaceTemplateCompleter : IArgumentCompleter
{
    /// <summary>What there is besides the properties of a face.</summary>
    private static readonly string[] Others = ["Name", "Folder", "Person"];

    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        int open = word.LastIndexOf('{');
        bool isInside = open >= 0 && word.IndexOf('}', open) < 0;
        (string before, string begun) = isInside ? (word[..open], word[(open + 1)..]) : (word, string.Empty);
        return Names()
            .Where(name => name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(name => CompletionFromService.Quoted($"{before}{{{name}}}", name));
    }

    /// <summary>What can stand in a text: one value each, and not the face's deeper parts.</summary>
    private static IEnumerable<string> Names() =>
        Others.Concat(typeof(DetectedFace).GetProperties()
            .Where(property => !property.IsDefined(typeof(HiddenAttribute), true) && (property.PropertyType == typeof(string) || property.PropertyType.IsValueType))
            .Select(property => property.Name)
            .Order(StringComparer.Ordinal)).Distinct();
}
