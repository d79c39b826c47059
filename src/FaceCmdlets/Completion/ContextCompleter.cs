using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes names of the session's connections.</summary>
internal sealed class ContextCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        FaceSession.Current.Contexts
            .Where(context => CompletionFromService.Begins(context.Name, wordToComplete))
            .Select(context => CompletionFromService.Quoted(context.Name, context.ToString()));
}
