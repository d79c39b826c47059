using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FaceCmdlets;

/// <summary>Completes thumbprints of the certificates that this user or this machine has the private key of.</summary>
internal sealed class CertificateCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from location in (StoreLocation[])[StoreLocation.CurrentUser, StoreLocation.LocalMachine]
        from certificate in Owned(location)
        where CompletionFromService.Begins(certificate.Thumbprint, wordToComplete) || certificate.Tip.Contains((wordToComplete ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(certificate.Thumbprint, certificate.Tip, CompletionResultType.ParameterValue, certificate.Tip);

    private static List<(string Thumbprint, string Tip)> Owned(StoreLocation location)
    {
        try
        {
            using var store = new X509Store(StoreName.My, location);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return [.. store.Certificates.Where(certificate => certificate.HasPrivateKey).Select(certificate => (certificate.Thumbprint, FormattableString.Invariant($"{certificate.Subject}, until {certificate.NotAfter:yyyy-MM-dd} ({location})")))];
        }
        catch (CryptographicException)
        {
            // No such store here.
            return [];
        }
    }
}
