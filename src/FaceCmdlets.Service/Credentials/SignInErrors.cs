using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>Says of a token that could not be had what was tried, and which command to try next.</summary>
internal static partial class SignInErrors
{
    private const int LongestMessage = 1200;

    public static FaceServiceException Explain(Exception failure, FaceConnection connection, bool timedOut)
    {
        string tried = Tried(connection);
        string next = Next(connection);
        return failure switch
        {
            FaceServiceException known => known,
            _ when timedOut => new("CredentialTimeout", FormattableString.Invariant($"{tried} gave no token for {connection.Endpoint.Host} within {connection.SignIn!.Timeout.TotalSeconds:0} seconds. -CredentialTimeout waits longer. {next}"), ErrorCategory.OperationTimeout, true, inner: failure, next: WithMoreTime(connection)),
            _ when NoWay(failure, connection) is { } reason => new("AuthorityUnreachable", $"{connection.SignIn!.Authority.Host}, where tokens for {connection.Endpoint.Host} come from, cannot be reached: {OneLine(reason)} Check this machine's network, DNS and proxy: {ServiceErrors.Probe(connection.SignIn.Authority)}. -Cloud and -Authority say who else gives tokens.", ErrorCategory.ConnectionError, true, inner: failure, next: ServiceErrors.Probe(connection.SignIn.Authority)),
            CredentialUnavailableException => new(FaceServiceException.CredentialUnavailable, $"{tried} gave no token for {connection.Endpoint.Host}: {Says(failure)} {next}", ErrorCategory.AuthenticationError, true, inner: failure, next: Command(connection)),
            _ => new("AuthenticationFailed", $"{tried} gave no token for {connection.Endpoint.Host}: {Says(failure)} {next}", ErrorCategory.AuthenticationError, true, inner: failure, next: Command(connection)),
        };
    }

    private static string Tried(FaceConnection connection) => connection.CredentialKind switch
    {
        CredentialKind.ManagedIdentity => connection.SignIn!.ClientId is { } id ? $"The managed identity {id}" : "The system-assigned managed identity",
        CredentialKind.ServicePrincipalSecret => $"The service principal {connection.SignIn!.ClientId}, with its secret, at {connection.SignIn.Authority.Host}",
        CredentialKind.ServicePrincipalCertificate => $"The service principal {connection.SignIn!.ClientId}, with the certificate {connection.SignIn.Certificate!.Thumbprint}, at {connection.SignIn.Authority.Host}",
        CredentialKind.WorkloadIdentity => $"The workload identity {connection.SignIn!.ClientId}, with the token in '{connection.SignIn.FederatedTokenFile}', at {connection.SignIn.Authority.Host}",
        CredentialKind.Interactive => "Signing in with the browser",
        CredentialKind.DeviceCode => "Signing in with a device code",
        CredentialKind.AzContext => "Get-AzAccessToken of Az.Accounts",
        _ => "DefaultAzureCredential (environment, workload identity, managed identity, Azure CLI, Azure PowerShell and others in turn)",
    };

    private static string Next(FaceConnection connection) => connection.CredentialKind switch
    {
        CredentialKind.ManagedIdentity => "Is this a machine, app or container in Azure, and is the identity assigned to it? Elsewhere: Connect-AzFace -UseDeviceCode.",
        CredentialKind.ServicePrincipalSecret => "Check -TenantId, -ClientId and the secret (its value and not its id; it may have run out) in the app registration.",
        CredentialKind.ServicePrincipalCertificate => "Check -TenantId and -ClientId, and that the app registration knows this certificate.",
        CredentialKind.WorkloadIdentity => "Check that the app registration has a federated credential for this token's issuer and subject.",
        CredentialKind.Interactive => "Where no browser can be opened: Connect-AzFace -UseDeviceCode.",
        CredentialKind.DeviceCode => "Connect again for a new code.",
        CredentialKind.AzContext => $"Sign in with {NextCommand.ConnectAzAccount(connection.SignIn!)}, then connect again.",
        _ when OtherSignIns.Of(connection.SignIn!) is [_, ..] others => $"Sign in with {string.Join(" or ", others)}, or say who to be: Connect-AzFace -ManagedIdentity, -UseDeviceCode or -Key.",
        _ => "Say who to be: Connect-AzFace -UseDeviceCode, -ManagedIdentity or -Key.",
    };

    /// <summary>The same with three times the time; where nobody may ever answer, with a code.</summary>
    private static string WithMoreTime(FaceConnection connection) => connection.CredentialKind is CredentialKind.ManagedIdentity or CredentialKind.Interactive
        ? NextCommand.Connect(connection, kind: CredentialKind.DeviceCode)
        : NextCommand.Connect(connection, instead: ("CredentialTimeout", Math.Min(3600, 3 * (int)connection.SignIn!.Timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture)));

    /// <summary>The command to try next.</summary>
    private static string Command(FaceConnection connection) => connection.CredentialKind switch
    {
        CredentialKind.ManagedIdentity or CredentialKind.Interactive or CredentialKind.DeviceCode => NextCommand.Connect(connection, kind: CredentialKind.DeviceCode),
        CredentialKind.AzContext => NextCommand.ConnectAzAccount(connection.SignIn!),
        CredentialKind.DefaultAzureCredential => OtherSignIns.Of(connection.SignIn!) is [var other, ..] ? other : NextCommand.Connect(connection, kind: CredentialKind.DeviceCode),
        _ => NextCommand.Connect(connection),
    };

    /// <summary>Why there is no way to the authority; null where there is one, or where none is asked.</summary>
    private static string? NoWay(Exception failure, FaceConnection connection)
    {
        if (connection.CredentialKind is CredentialKind.ManagedIdentity or CredentialKind.AzContext or CredentialKind.DefaultAzureCredential)
        {
            return null;
        }

        for (Exception? e = failure; e is not null; e = e is AggregateException { InnerExceptions: [.., var last] } ? last : e.InnerException)
        {
            if (e is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError })
            {
                return e.InnerException?.Message ?? e.Message;
            }
        }

        return null;
    }

    /// <summary>What Microsoft Entra itself said, where it said something; it may stand far inside.</summary>
    private static string Says(Exception failure)
    {
        for (Exception? e = failure; e is not null; e = e.InnerException)
        {
            if (EntraError().Match(e.Message) is { Success: true } said)
            {
                return OneLine(said.Value);
            }
        }

        Exception telling = failure;
        while (telling.InnerException is { } inner && telling.Message.TrimEnd().EndsWith(':'))
        {
            telling = inner;
        }

        return OneLine(telling.Message);
    }

    private static string OneLine(string text)
    {
        string line = Whitespace().Replace(Guide().Replace(text, " "), " ").Trim();
        line = line.Length > LongestMessage ? line[..LongestMessage] + "…" : line;
        return line.EndsWith('.') || line.EndsWith('…') ? line : line + ".";
    }

    /// <summary>The numbers that follow are for Microsoft's support; they stay in the inner exception.</summary>
    [GeneratedRegex(@"AADSTS\d+:.*?(?=\s*(Trace ID:|Correlation ID:|\z))", RegexOptions.Singleline)]
    private static partial Regex EntraError();

    /// <summary>Azure.Identity refers to its guide once for each credential that it tried.</summary>
    [GeneratedRegex(@"See the troubleshooting guide for more information\.?\s+https?://\S+")]
    private static partial Regex Guide();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
