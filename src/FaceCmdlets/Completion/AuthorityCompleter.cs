using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -Authority with those of Microsoft's clouds.</summary>
internal sealed class AuthorityCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return FaceCloud.All
            .Where(cloud => cloud.Authority.AbsoluteUri.StartsWith(word, StringComparison.OrdinalIgnoreCase) || cloud.Authority.Host.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(cloud => new CompletionResult(cloud.Authority.GetLeftPart(UriPartial.Authority), cloud.Authority.Host, CompletionResultType.ParameterValue, cloud.Name));
    }
}
