using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -ModelVersion of New-AzFaceLivenessSession with the model that the service's documentation names; any other may be typed.</summary>
internal sealed class LivenessModelCompleter : IArgumentCompleter
{
    private const string Documented = "2024-11-15";

    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionFromService.Begins(Documented, wordToComplete) ? [new CompletionResult(Documented)] : [];
}
