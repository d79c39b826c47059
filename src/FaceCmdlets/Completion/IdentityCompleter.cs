using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -TenantId and -ClientId of Connect-AzFace with those of the environment, which Azure's other tools read, and of the session's connections.</summary>
internal sealed class IdentityCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        bool tenant = parameterName.Equals("TenantId", StringComparison.OrdinalIgnoreCase);
        string variable = tenant ? "AZURE_TENANT_ID" : "AZURE_CLIENT_ID";
        return FaceSession.Current.Contexts.Select(context => (Id: tenant ? context.TenantId : context.ClientId, Tip: $"The connection '{context.Name}'"))
            .Prepend((Id: Environment.GetEnvironmentVariable(variable), Tip: variable))
            .Where(known => !string.IsNullOrEmpty(known.Id) && CompletionFromService.Begins(known.Id, wordToComplete))
            .DistinctBy(known => known.Id, StringComparer.OrdinalIgnoreCase)
            .Select(known => new CompletionResult(NextCommand.Quoted(known.Id!), known.Id, CompletionResultType.ParameterValue, known.Tip));
    }
}
