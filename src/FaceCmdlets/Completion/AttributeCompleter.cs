using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -Attribute with what the chosen detection model measures, or all.</summary>
internal sealed class AttributeCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        IEnumerable<FaceAttribute> offered = fakeBoundParameters["DetectionModel"] is string model ? DetectionModels.AttributesOf(model) : Enum.GetValues<FaceAttribute>();
        return offered
            .Where(attribute => attribute.ToString().StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            .Select(attribute => attribute.ToString())
            .Order(StringComparer.Ordinal)
            .Select(name => new CompletionResult(name));
    }
}
