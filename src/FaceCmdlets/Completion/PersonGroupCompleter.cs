using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes ids of person groups, from the session's connection; nothing where that takes long.</summary>
internal sealed class PersonGroupCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionFromService.Ask(fakeBoundParameters, (service, scope) => service.PersonGroupsOf(CompletionFromService.IsStandard(fakeBoundParameters)).GetPageAsync(null, scope))
            .Where(group => CompletionFromService.Begins(group.PersonGroupId, wordToComplete) || CompletionFromService.Begins(group.Name, wordToComplete))
            .Select(group => new CompletionResult(NextCommand.Quoted(group.PersonGroupId), group.PersonGroupId, CompletionResultType.ParameterValue, group.Name is { Length: > 0 } name ? name : group.PersonGroupId));
}
