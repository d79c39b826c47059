using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -Name of Connect-AzFace with the name that the endpoint gives, and with those of the session, whose connections it would replace.</summary>
internal sealed class ConnectionNameCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        IEnumerable<(string Name, string Tip)> known = FaceSession.Current.Contexts.Select(context => (context.Name, $"Replaces {context}"));
        string? own = fakeBoundParameters?.Contains("Emulator") == true ? "emulator"
            : Uri.TryCreate(fakeBoundParameters?["Endpoint"]?.ToString(), UriKind.Absolute, out Uri? endpoint) && endpoint.Host.Length > 0 ? EndpointRules.NameOf(endpoint)
            : null;
        if (own is not null && !FaceSession.Current.Contexts.Any(context => context.Name == own))
        {
            known = known.Prepend((own, "The name that it has without -Name"));
        }

        return known
            .Where(name => CompletionFromService.Begins(name.Name, wordToComplete))
            .Select(name => CompletionFromService.Quoted(name.Name, name.Tip));
    }
}
