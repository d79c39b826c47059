using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FaceCmdlets;

/// <summary>The certificate a service principal signs in with: from a file or from the user's store, with its private key.</summary>
internal static class ClientCertificate
{
    /// <summary>Opens a PFX file, or a PEM file that holds certificate and key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">What opens it.</param>
    /// <param name="connect">The command that connects with another argument, for errors.</param>
    public static X509Certificate2 FromFile(string path, SecureString? password, Func<string, string, string> connect)
    {
        if (Directory.Exists(path))
        {
            throw Unusable($"'{path}' is a folder. -CertificatePath takes one file: PFX, or PEM with certificate and private key.", Files(path));
        }

        if (!File.Exists(path))
        {
            string? folder = Path.GetDirectoryName(path);
            throw Unusable($"The certificate '{path}' cannot be read: there is no such file.", Directory.Exists(folder) ? Files(folder) : connect("CertificatePath", "FILE"));
        }

        string? secret = password is null ? null : new NetworkCredential(string.Empty, password).Password;
        try
        {
            byte[] file = File.ReadAllBytes(path);
            return Checked(file.AsSpan().IndexOf("-----BEGIN"u8) >= 0 ? FromPem(path, secret) : new X509Certificate2(file, secret), $"'{path}'", connect);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"The certificate '{path}' cannot be read: {e.Message}", connect("CertificatePath", "FILE"), e);
        }
        catch (CryptographicException e)
        {
            throw Unusable($"The certificate '{path}' cannot be opened: {e.Message} {(password is null ? "Does it need -CertificatePassword?" : "Is -CertificatePassword the right one?")} It has to be a PFX file, or a PEM file with certificate and private key.", connect("CertificatePassword", NextCommand.AskCertificatePassword), e);
        }
    }

    /// <summary>Finds one in the user's store, then in the machine's.</summary>
    public static X509Certificate2 FromStore(string thumbprint, Func<string, string, string> connect)
    {
        foreach (StoreLocation location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            try
            {
                using var store = new X509Store(StoreName.My, location, OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
                if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint.Replace(" ", string.Empty, StringComparison.Ordinal), validOnly: false) is [var found, ..])
                {
                    return Checked(found, $"'{thumbprint}' of the store {location}\\My", connect);
                }
            }
            catch (CryptographicException)
            {
                // Not every system has both stores.
            }
        }

        // Only Windows has the drive.
        string? list = OperatingSystem.IsWindows() ? "Get-ChildItem Cert:\\CurrentUser\\My" : null;
        throw Unusable($"No certificate with the thumbprint '{thumbprint}' is in the stores CurrentUser\\My and LocalMachine\\My. {(list is null ? string.Empty : list + " shows what is; ")}-CertificatePath takes a file.", list ?? connect("CertificatePath", "FILE"));
    }

    public static X509Certificate2 Checked(X509Certificate2 certificate, string name, Func<string, string, string> connect)
    {
        if (!certificate.HasPrivateKey)
        {
            throw Unusable($"The certificate {name} has no private key, so that nothing can be signed with it.", connect("CertificatePath", "FILE"));
        }

        return certificate.NotAfter < DateTime.Now
            ? throw Unusable(FormattableString.Invariant($"The certificate {name} ran out on {certificate.NotAfter:yyyy-MM-dd}. Make a new one known to the app registration."), connect("CertificatePath", "FILE"))
            : certificate;
    }

    private static X509Certificate2 FromPem(string path, string? secret) =>
        secret is null ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, secret);

    private static string Files(string folder) => $"Get-ChildItem {NextCommand.Quoted(folder)} -File";

    private static FaceServiceException Unusable(string message, string next, Exception? inner = null) =>
        new("CertificateUnusable", message, ErrorCategory.InvalidArgument, true, inner: inner, next: next);
}
