using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes a secret with what asks for it, or fetches it: nothing else of a secret is typed, and never the name of a file.</summary>
internal sealed class SecretCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (!string.IsNullOrEmpty(wordToComplete))
        {
            return [];
        }

        string what = parameterName switch
        {
            "AccessToken" => "Token",
            "ClientSecret" => "Secret",
            "CertificatePassword" => "Password",
            _ => "Key",
        };
        string ask = $"(Read-Host {what} -AsSecureString)";
        var asked = new CompletionResult(ask, ask, CompletionResultType.ParameterValue, "Asks for it, so that no history keeps it");
        return HasSecretStore()
            ? [new CompletionResult("(Get-Secret NAME)", "(Get-Secret NAME)", CompletionResultType.ParameterValue, "From a vault of Microsoft.PowerShell.SecretManagement, where it is called NAME"), asked]
            : [asked];
    }

    private static bool HasSecretStore()
    {
        if (System.Management.Automation.Runspaces.Runspace.DefaultRunspace is null)
        {
            return false;
        }

        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddCommand("Get-Command").AddParameter("Name", "Get-Secret").AddParameter("ErrorAction", ActionPreference.Ignore).Invoke().Count > 0;
    }
}
