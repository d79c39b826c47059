using System.Management.Automation;
using System.Net;
using System.Security;

namespace FaceCmdlets;

/// <summary>The session's Az.Accounts, by its cmdlet: its assemblies are its own affair.</summary>
internal static class AzAccounts
{
    private const string TokenCommand = "Get-AzAccessToken";

    /// <summary>Asks for a token on the pipeline's thread. Older versions answer with a string, newer ones with a SecureString.</summary>
    public static (string Token, DateTimeOffset ExpiresOn) GetToken(PSCmdlet cmdlet, SignInOptions signIn)
    {
        if (cmdlet.InvokeCommand.GetCommand(TokenCommand, CommandTypes.Cmdlet | CommandTypes.Function) is not { } command)
        {
            throw Unavailable("Az.Accounts is neither loaded in this session nor installed. Install-Module Az.Accounts, then Connect-AzAccount; or use Connect-AzFace -UseDeviceCode.", "Install-Module Az.Accounts");
        }

        var arguments = new Dictionary<string, object> { ["ResourceUrl"] = signIn.Cloud.Audience };
        if (signIn.TenantId is not null)
        {
            arguments["TenantId"] = signIn.TenantId;
        }

        if (command.Parameters.ContainsKey("AsSecureString"))
        {
            arguments["AsSecureString"] = true;
        }

        // What Az.Accounts tells of its own requests is not ours to show.
        arguments["ErrorAction"] = ActionPreference.Stop;
        arguments["WarningAction"] = ActionPreference.SilentlyContinue;
        arguments["Verbose"] = false;
        arguments["Debug"] = false;
        ICollection<PSObject> answers;
        try
        {
            answers = cmdlet.InvokeCommand.InvokeScript("param($command, $arguments) & $command @arguments", true, System.Management.Automation.Runspaces.PipelineResultTypes.None, null, command, new System.Collections.Hashtable(arguments));
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw Unavailable($"{TokenCommand} gives no token: {e.Message} Sign in with {NextCommand.ConnectAzAccount(signIn)}, then connect again.", NextCommand.ConnectAzAccount(signIn), e);
        }

        PSObject? answer = answers.LastOrDefault();
        string? token = Unwrapped(answer, "Token") switch
        {
            string text => text,
            SecureString secret => new NetworkCredential(string.Empty, secret).Password,
            _ => null,
        };
        if (string.IsNullOrEmpty(token))
        {
            throw Unavailable($"{TokenCommand} gives no token. Sign in with {NextCommand.ConnectAzAccount(signIn)}, then connect again.", NextCommand.ConnectAzAccount(signIn));
        }

        DateTimeOffset expires = Unwrapped(answer, "ExpiresOn") switch
        {
            DateTimeOffset time => time,
            DateTime time => time,
            _ => DateTimeOffset.UtcNow.AddMinutes(10),
        };
        return (token, expires);
    }

    private static object? Unwrapped(PSObject? answer, string property) =>
        answer?.Properties[property]?.Value is { } value ? (value is PSObject wrapped ? wrapped.BaseObject : value) : null;

    private static FaceServiceException Unavailable(string message, string next, Exception? inner = null) =>
        new(FaceServiceException.CredentialUnavailable, message, ErrorCategory.AuthenticationError, true, inner: inner, next: next);
}
