using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes ids of face lists, from the session's connection; nothing where that takes long.</summary>
internal sealed class FaceListCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionFromService.Ask(fakeBoundParameters, (service, scope) => service.FaceListsOf(CompletionFromService.IsStandard(fakeBoundParameters)).GetPageAsync(null, scope))
            .Where(list => CompletionFromService.Begins(list.FaceListId, wordToComplete) || CompletionFromService.Begins(list.Name, wordToComplete))
            .Select(list => new CompletionResult(NextCommand.Quoted(list.FaceListId), list.FaceListId, CompletionResultType.ParameterValue, list.Name is { Length: > 0 } name ? name : list.FaceListId));
}
