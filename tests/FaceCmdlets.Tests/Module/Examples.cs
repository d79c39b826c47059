using System.Text.RegularExpressions;
using FaceCmdlets.Tests.Credentials;

namespace FaceCmdlets.Tests.Module;

/// <summary>The powershell blocks of a page, which run as they stand, in the checkout.</summary>
internal static partial class Examples
{
    /// <summary>The examples of a page, each with the set-up that a comment directly before it keeps from the reader.</summary>
    public static Example[] Of(string page)
    {
        string text = File.ReadAllText(page);
        Example[] examples = [.. Block().Matches(text).Select(match => new Example(match.Groups["before"].Value, match.Groups["code"].Value))];
        Assert.Equal(SetUp().Count(text), examples.Count(example => example.SetUp.Length > 0));
        return examples;
    }

    /// <summary>
    /// Runs them with what a reader is supposed to have: a key, a token, the environment's endpoint and key; a tenant, an
    /// application with its secret and its certificate, and somebody who is signed in to Az.Accounts; the module installed, and what
    /// pwsh has and this host lacks. Nobody is asked.
    /// </summary>
    public static void Run(ModuleSession session, Example[] examples)
    {
        string tokenFile = Path.GetTempFileName();
        File.WriteAllText(tokenFile, "a-federated-token");
        using var cloud = new FakeCloud();
        using var environment = new EnvironmentVariables(("AZURE_TENANT_ID", FakeCloud.Tenant), ("AZURE_CLIENT_ID", FakeCloud.ClientId), ("AZURE_FEDERATED_TOKEN_FILE", tokenFile), ("PSModulePath", Path.Combine(ModuleSession.Root, "out") + Path.PathSeparator + Environment.GetEnvironmentVariable("PSModulePath")));
        session.Run($"Set-Location '{ModuleSession.Root}'");
        session.Run("$ConfirmPreference = 'None'; $key = $token = 'a-secret-0123456789'; $env:FACE_ENDPOINT = 'https://contoso.cognitiveservices.azure.com'; $env:FACE_APIKEY = $key");
        session.Run($$"""
            $tenant, $application, $secret = '{{FakeCloud.Tenant}}', '{{FakeCloud.ClientId}}', '{{FakeCloud.ClientSecret}}'
            $rsa = [Security.Cryptography.RSA]::Create(2048)
            $certificate = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=robot', $rsa, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1).CreateSelfSigned([datetime]::Now, [datetime]::Now.AddDays(1))
            function Get-AzAccessToken { [CmdletBinding()] param($ResourceUrl, $TenantId, [switch] $AsSecureString) [pscustomobject]@{ Token = '{{cloud.NewToken()}}'; ExpiresOn = [DateTimeOffset]::Now.AddHours(1) } }
            function Get-Secret { [CmdletBinding()] param($Name) [Net.NetworkCredential]::new('', $key).SecurePassword }
            function Invoke-RestMethod {
                [CmdletBinding()] param($Uri, $Method, $Authentication, $Token, [switch] $AllowUnencryptedAuthentication, $InFile, $ContentType)
                $client = [Net.Http.HttpClient]::new()
                $client.DefaultRequestHeaders.Authorization = "$Authentication $([Net.NetworkCredential]::new('', $Token).Password)"
                $body = [Net.Http.ByteArrayContent]::new([IO.File]::ReadAllBytes("$PWD/$InFile"))
                $body.Headers.ContentType = $ContentType
                $client.PostAsync($Uri, $body).Result.EnsureSuccessStatusCode() | Out-Null
            }
            """);
        foreach (Example example in examples)
        {
            session.Run(example.SetUp);
            session.Run(example.Code);
        }

        session.Run("Stop-AzFaceEmulator; $env:FACE_ENDPOINT = $env:FACE_APIKEY = $null");
        File.Delete(tokenFile);
    }

    [GeneratedRegex("(?:<!-- before:\n(?<before>(?:(?!-->).)*)-->\n)?```powershell\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"<!--\s*before")]
    private static partial Regex SetUp();

    /// <summary>What runs before, and what the reader sees.</summary>
    public sealed record Example(string SetUp, string Code);
}
