using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

public sealed class ServicePrincipalTests : IDisposable
{
    private const string Who = $"-TenantId {FakeCloud.Tenant} -ClientId {FakeCloud.ClientId}";

    private readonly FakeCloud _cloud = new();
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
    }

    [Fact]
    public void A_secret_is_exchanged_for_a_token_at_once_and_the_token_goes_to_the_resource()
    {
        _session.Run($"Connect-AzFace -Endpoint {FakeCloud.Endpoint} {Who} -ClientSecret {FakeCloud.ClientSecret}");
        HttpExchange asked = Assert.Single(_cloud.TokenRequests);
        Assert.Equal("login.microsoftonline.com", asked.Address.Host);
        Assert.StartsWith($"/{FakeCloud.Tenant}/", asked.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(FakeCloud.ClientId, asked.Form["client_id"]);
        Assert.Equal(FakeCloud.ClientSecret, asked.Form["client_secret"]);
        Assert.Equal("https://cognitiveservices.azure.com/.default", asked.Form["scope"]);
        Assert.Empty(_cloud.FaceRequests);

        _session.Run($"Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.Equal("Bearer " + Assert.Single(_cloud.Tokens), Assert.Single(_cloud.FaceRequests).Headers["Authorization"]);
        Assert.Single(_cloud.TokenRequests);
    }

    [Fact]
    public void Connect_AzAccounts_way_to_say_it_is_understood()
    {
        _session.Run($"$credential = [pscredential]::new('{FakeCloud.ClientId}', [Net.NetworkCredential]::new('', '{FakeCloud.ClientSecret}').SecurePassword); Connect-AzFace {FakeCloud.Endpoint} -ServicePrincipal -Tenant {FakeCloud.Tenant} -Credential $credential");
        HttpExchange asked = Assert.Single(_cloud.TokenRequests);
        Assert.Equal(FakeCloud.ClientId, asked.Form["client_id"]);
        Assert.Equal(FakeCloud.ClientSecret, asked.Form["client_secret"]);
    }

    [Fact]
    public void A_wrong_secret_is_one_error_that_says_so_without_the_secret()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} {Who} -ClientSecret a-wrong-secret~9876543210");
        Assert.StartsWith("AuthenticationFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("AADSTS7000215: Invalid client secret provided.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("app registration", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-secret", error.Exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(_session.Run("Get-AzFaceContext"));
    }

    [Fact]
    public void A_tenant_that_cannot_be_one_is_an_error_of_signing_in()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -TenantId 'no tenant!' -ClientId x -ClientSecret y");
        Assert.StartsWith("AuthenticationFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_authority_that_cannot_be_reached_is_named_and_not_blamed_on_the_secret()
    {
        // This machine's own addresses are not stood in for, and nobody listens at this one.
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} {Who} -ClientSecret {FakeCloud.ClientSecret} -Authority https://127.0.0.1:9");
        Assert.StartsWith("AuthorityUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pfx", null)]
    [InlineData("pfx", "pass word")]
    [InlineData("pem", null)]
    [InlineData("pem", "pass word")]
    public void A_certificate_file_signs_the_request(string kind, string? password)
    {
        using X509Certificate2 certificate = NewCertificate(DateTimeOffset.UtcNow.AddDays(1));
        string path = Write(certificate, kind, password);
        try
        {
            _session.Run($"Connect-AzFace {FakeCloud.Endpoint} {Who} -CertificatePath '{path}'{(password is null ? "" : $" -CertificatePassword '{password}'")}");
            AssertSignedBy(certificate);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_certificate_object_signs_the_request_and_stays_usable()
    {
        using X509Certificate2 certificate = NewCertificate(DateTimeOffset.UtcNow.AddDays(1));
        string path = Write(certificate, "pfx", null);
        try
        {
            IReadOnlyList<PSObject> output = _session.Run($"$c = [Security.Cryptography.X509Certificates.X509Certificate2]::new('{path}'); Connect-AzFace {FakeCloud.Endpoint} {Who} -Certificate $c; Disconnect-AzFace; $c.HasPrivateKey");
            Assert.Equal("True", Assert.Single(output).ToString());
            AssertSignedBy(certificate);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_certificate_of_the_store_is_found_by_its_thumbprint()
    {
        using X509Certificate2 made = NewCertificate(DateTimeOffset.UtcNow.AddDays(1));
        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.PersistKeySet);
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate);
        try
        {
            _session.Run($"Connect-AzFace {FakeCloud.Endpoint} {Who} -CertificateThumbprint {certificate.Thumbprint}");
            AssertSignedBy(certificate);
        }
        finally
        {
            store.Remove(certificate);
        }
    }

    [Theory]
    [InlineData("-CertificatePath /nowhere/at/all.pfx", "cannot be read")]
    [InlineData("-CertificateThumbprint 0123456789012345678901234567890123456789", "stores CurrentUser")]
    public void A_certificate_that_is_not_there_is_said_before_anything_is_sent(string argument, string says)
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} {Who} {argument}");
        Assert.StartsWith("CertificateUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_cloud.Requests);
    }

    [Fact]
    public void A_wrong_password_of_a_certificate_is_said_without_it()
    {
        using X509Certificate2 certificate = NewCertificate(DateTimeOffset.UtcNow.AddDays(1));
        string path = Write(certificate, "pfx", "right");
        try
        {
            ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} {Who} -CertificatePath '{path}' -CertificatePassword wr0ng-password");
            Assert.StartsWith("CertificateUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.DoesNotContain("wr0ng-password", error.Exception.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_certificate_that_ran_out_is_said_with_its_day()
    {
        using X509Certificate2 certificate = NewCertificate(DateTimeOffset.UtcNow.AddDays(-1));
        string path = Write(certificate, "pfx", null);
        try
        {
            ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} {Who} -CertificatePath '{path}'");
            Assert.StartsWith("CertificateUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("ran out on", error.Exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_workload_identity_sends_the_files_token_as_the_environment_says()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "the-federated-token");
        using var environment = new EnvironmentVariables(("AZURE_FEDERATED_TOKEN_FILE", file), ("AZURE_CLIENT_ID", FakeCloud.ClientId), ("AZURE_TENANT_ID", FakeCloud.Tenant));
        try
        {
            _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -WorkloadIdentity");
            HttpExchange asked = Assert.Single(_cloud.TokenRequests);
            Assert.Equal("the-federated-token", asked.Form["client_assertion"]);
            Assert.Equal(FakeCloud.ClientId, asked.Form["client_id"]);
            Assert.StartsWith($"/{FakeCloud.Tenant}/", asked.Address.AbsolutePath, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_workload_identity_takes_parameters_before_the_environment()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "another-federated-token");
        using var environment = new EnvironmentVariables(("AZURE_FEDERATED_TOKEN_FILE", "/nowhere"), ("AZURE_CLIENT_ID", "not-this-one"), ("AZURE_TENANT_ID", "not-this-one"));
        try
        {
            _session.Run($"Connect-AzFace {FakeCloud.Endpoint} {Who} -FederatedTokenFile '{file}'");
            HttpExchange asked = Assert.Single(_cloud.TokenRequests);
            Assert.Equal("another-federated-token", asked.Form["client_assertion"]);
            Assert.Equal(FakeCloud.ClientId, asked.Form["client_id"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_workload_identity_that_lacks_something_names_parameter_and_variable()
    {
        using var environment = new EnvironmentVariables(("AZURE_FEDERATED_TOKEN_FILE", null), ("AZURE_CLIENT_ID", null), ("AZURE_TENANT_ID", FakeCloud.Tenant));
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -WorkloadIdentity");
        Assert.StartsWith("CredentialUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-ClientId", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("AZURE_CLIENT_ID", error.Exception.Message, StringComparison.Ordinal);
    }

    private static X509Certificate2 NewCertificate(DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=a-robot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(until.AddDays(-10), until);
    }

    private static string Write(X509Certificate2 certificate, string kind, string? password)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.{kind}");
        if (kind == "pfx")
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
            return path;
        }

        using RSA key = certificate.GetRSAPrivateKey()!;
        string pem = password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + pem);
        return path;
    }

    private void AssertSignedBy(X509Certificate2 certificate)
    {
        HttpExchange asked = Assert.Single(_cloud.TokenRequests);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", asked.Form["client_assertion_type"]);
        string[] parts = asked.Form["client_assertion"].Split('.');
        using var claims = JsonDocument.Parse(FromBase64Url(parts[1]));
        Assert.Equal(FakeCloud.ClientId, claims.RootElement.GetProperty("sub").GetString());
        Assert.Contains(FakeCloud.Tenant, claims.RootElement.GetProperty("aud").GetString(), StringComparison.Ordinal);
        using RSA key = certificate.GetRSAPublicKey()!;
        byte[] signed = Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]);
        byte[] signature = FromBase64Url(parts[2]);
        Assert.True(key.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) || key.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static byte[] FromBase64Url(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
}
