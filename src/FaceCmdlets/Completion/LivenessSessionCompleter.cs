using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes ids of the liveness sessions that this PowerShell session has seen: the service lists none.</summary>
internal sealed class LivenessSessionCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        FaceSession.Current.LivenessSessions
            .Where(session => CompletionFromService.Begins(session.SessionId, wordToComplete))
            .Select(session => new CompletionResult(session.SessionId, session.SessionId, CompletionResultType.ParameterValue, $"{session.Kind}, {session.Status}"));
}
