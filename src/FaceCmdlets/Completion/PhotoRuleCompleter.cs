using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -Rule with the ready sets, then with .psd1 files and the folders on the way to them.</summary>
internal sealed class PhotoRuleCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = wordToComplete ?? string.Empty;
        return PhotoRules.SetNames
            .Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name))
            .Concat(CompletionCompleters.CompleteFilename(word).Where(file => file.ResultType == CompletionResultType.ProviderContainer || file.ListItemText.EndsWith(".psd1", StringComparison.OrdinalIgnoreCase)));
    }
}
