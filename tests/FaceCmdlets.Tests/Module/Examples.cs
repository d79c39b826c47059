using System.Text.RegularExpressions;
using FaceCmdlets.Tests.Credentials;

namespace FaceCmdlets.Tests.Module;

/// <summary>The powershell blocks of a page, which run as they stand, in the checkout.</summary>
internal static partial class Examples
{
    public static string[] Of(string page) => [.. Block().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value)];

    /// <summary>
    /// Runs them with what a reader is supposed to have: a key, a token, the environment's endpoint and key; a tenant, an
    /// application with its secret and its certificate, and somebody who is signed in to Az.Accounts.
    /// </summary>
    public static void Run(ModuleSession session, string[] blocks)
    {
        string tokenFile = Path.GetTempFileName();
        File.WriteAllText(tokenFile, "a-federated-token");
        using var cloud = new FakeCloud();
        using var environment = new EnvironmentVariables(("AZURE_TENANT_ID", FakeCloud.Tenant), ("AZURE_CLIENT_ID", FakeCloud.ClientId), ("AZURE_FEDERATED_TOKEN_FILE", tokenFile));
        session.Run($"Set-Location '{ModuleSession.Root}'");
        session.Run("$key = $token = 'a-secret-0123456789'; $env:FACE_ENDPOINT = 'https://contoso.cognitiveservices.azure.com'; $env:FACE_APIKEY = $key");
        session.Run($$"""
            $tenant, $application, $secret = '{{FakeCloud.Tenant}}', '{{FakeCloud.ClientId}}', '{{FakeCloud.ClientSecret}}'
            $rsa = [Security.Cryptography.RSA]::Create(2048)
            $certificate = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=robot', $rsa, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1).CreateSelfSigned([datetime]::Now, [datetime]::Now.AddDays(1))
            function Get-AzAccessToken { [CmdletBinding()] param($ResourceUrl, $TenantId, [switch] $AsSecureString) [pscustomobject]@{ Token = '{{cloud.NewToken()}}'; ExpiresOn = [DateTimeOffset]::Now.AddHours(1) } }
            function Get-Secret { [CmdletBinding()] param($Name) [Net.NetworkCredential]::new('', $key).SecurePassword }
            """);
        foreach (string block in blocks)
        {
            session.Run(block);
        }

        session.Run("Stop-AzFaceEmulator; $env:FACE_ENDPOINT = $env:FACE_APIKEY = $null");
        File.Delete(tokenFile);
    }

    [GeneratedRegex("```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
