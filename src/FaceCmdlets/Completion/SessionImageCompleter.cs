using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes ids of the pictures of the liveness sessions that Get-AzFaceLivenessSession has shown.</summary>
internal sealed class SessionImageCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from session in FaceSession.Current.LivenessSessions
        let image = session.SessionImageId
        where image is not null && CompletionFromService.Begins(image, wordToComplete)
        select new CompletionResult(image, image, CompletionResultType.ParameterValue, $"The picture of the session {session.SessionId}");
}
