using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes names of the persons of the group that was given.</summary>
internal sealed class PersonCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        fakeBoundParameters["PersonGroup"] is not string group ? [] : CompletionFromService.Ask((groups, scope) => new PersonGroupLookup(groups).PersonsAsync(group, null, scope))
            .Where(person => CompletionFromService.Begins(person.Name, wordToComplete))
            .Select(person => new CompletionResult($"'{CodeGeneration.EscapeSingleQuotedStringContent(person.Name)}'", person.Name, CompletionResultType.ParameterValue, person.PersonId.ToString()));
}
