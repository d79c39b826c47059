using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes a parameter that is either, and no switch.</summary>
internal sealed class BooleanCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from value in (string[])["$true", "$false"]
        where CompletionFromService.Begins(value, wordToComplete) || CompletionFromService.Begins(value[1..], wordToComplete)
        select new CompletionResult(value);
}
