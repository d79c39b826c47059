using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes the rules of Test-AzFacePhoto that are a word. No ValidateSet does: it would refuse $null, which lifts a rule.</summary>
internal sealed class PhotoWordCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        PhotoRules.WordsOf(parameterName)
            .Where(word => CompletionFromService.Begins(word, wordToComplete))
            .Select(word => new CompletionResult(word));
}
