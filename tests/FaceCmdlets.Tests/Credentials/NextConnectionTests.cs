using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

/// <summary>What an error recommends is the connection that was meant: the same cloud, tenant and identity, under the same name.</summary>
public sealed class NextConnectionTests : IDisposable
{
    private const string Regional = "https://westeurope.api.cognitive.microsoft.com";
    private const string Own = "https://NAME.cognitiveservices.azure.com";
    private const string Contoso = "https://contoso.cognitiveservices.azure.com";

    private readonly FakeCloud _cloud = new() { PendingPolls = int.MaxValue };
    private readonly ModuleSession _session = new();
    private readonly EnvironmentVariables _environment = new(("AZURE_CLIENT_ID", null), ("AZURE_TENANT_ID", null), ("AZURE_FEDERATED_TOKEN_FILE", null), ("AZURE_AUTHORITY_HOST", null));

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
        _environment.Dispose();
    }

    [Theory]
    [InlineData("https://face.contoso.example -Cloud AzureUSGovernment -TenantId contoso.onmicrosoft.us -ClientId c -ClientSecret x -Name gov -Tier S0", "AuthenticationFailed", "https://face.contoso.example -TenantId contoso.onmicrosoft.us -Credential c -Cloud AzureUSGovernment -Name gov -Tier S0")]
    [InlineData(Regional + " -ManagedIdentity -ClientId 33333333-0000-0000-0000-000000000001", "CustomSubdomainRequired", Own + " -ManagedIdentity -ClientId 33333333-0000-0000-0000-000000000001")]
    [InlineData(Regional + " -TenantId 'my tenant' -ClientId c -CertificatePath /nope.pfx -CertificatePassword x", "CustomSubdomainRequired", Own + " -TenantId 'my tenant' -ClientId c -CertificatePath /nope.pfx -CertificatePassword (Read-Host Password -AsSecureString)")]
    [InlineData(Regional + " -TenantId t -ClientId c -CertificateThumbprint abc", "CustomSubdomainRequired", Own + " -TenantId t -ClientId c -CertificateThumbprint abc")]
    [InlineData("contoso -TenantId t -ClientId c -ClientSecret x -Cloud AzureUSGovernment", "InvalidEndpoint", "https://contoso.cognitiveservices.azure.us -TenantId t -Credential c")]
    [InlineData("https://face.contoso.example -UseDeviceCode -Cloud AzureChinaCloud -TenantId t -ClientId c -CredentialTimeout 2 -ApiVersion v1.3-preview.1", "CredentialTimeout", "https://face.contoso.example -UseDeviceCode -TenantId t -ClientId c -Cloud AzureChinaCloud -CredentialTimeout 6 -ApiVersion v1.3-preview.1")]
    [InlineData(Contoso + " -TenantId t -ClientId c -ClientSecret x -Authority https://127.0.0.1:9", "AuthorityUnreachable", null)]
    [InlineData(Contoso + " -TenantId t -ClientId c -ClientSecret x -Authority http://login.contoso.example", "InvalidAuthority", Contoso + " -TenantId t -Credential c -Authority https://login.contoso.example")]
    [InlineData(Contoso + " -TenantId t -ClientId c -ClientSecret x -Cloud AzureChinaCloud -Name n", "CloudMismatch", Contoso + " -TenantId t -Credential c -Name n")]
    [InlineData(Contoso + " -WorkloadIdentity -Name pod", "CredentialUnavailable", Contoso + " -WorkloadIdentity -TenantId TENANT -Name pod")]
    [InlineData(Contoso + " -TenantId t -ClientId c -FederatedTokenFile /nowhere/token", "CredentialUnavailable", Contoso + " -WorkloadIdentity -TenantId t -ClientId c -FederatedTokenFile FILE")]
    [InlineData(Contoso + " -TenantId t -ClientId c -FederatedTokenFile env:PATH", "CredentialUnavailable", Contoso + " -WorkloadIdentity -TenantId t -ClientId c -FederatedTokenFile FILE")]
    [InlineData(Contoso + " -TenantId t -ClientId c -CertificatePath env:PATH", "CertificateUnusable", Contoso + " -TenantId t -ClientId c -CertificatePath FILE")]
    [InlineData(Contoso + " -TenantId t -ClientId c -CertificatePath /no/such/folder/nope.pfx", "CertificateUnusable", Contoso + " -TenantId t -ClientId c -CertificatePath FILE")]
    public void Keeps_what_was_typed_but_for_secrets(string typed, string id, string? next)
    {
        ErrorRecord error = _session.Fails("Connect-AzFace " + typed);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(next is null ? "Test-Connection 127.0.0.1 -TcpPort 9" : "Connect-AzFace " + next, error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_code_in_the_place_of_a_managed_identity_is_not_asked_for_as_that_identity()
    {
        _cloud.HasManagedIdentity = false;
        ErrorRecord error = _session.Fails($"Connect-AzFace https://face.contoso.example -ManagedIdentity -ClientId 33333333-0000-0000-0000-000000000011 -Cloud AzureUSGovernment -Name gov -CredentialTimeout 120");
        Assert.Equal("Connect-AzFace https://face.contoso.example -UseDeviceCode -Cloud AzureUSGovernment -Name gov", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Long_after_connecting_it_is_still_the_connection_that_was_typed()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace https://face.contoso.example -TenantId {FakeCloud.Tenant} -ClientId {FakeCloud.ClientId} -ClientSecret {FakeCloud.ClientSecret} -Cloud AzureUSGovernment -Name gov -ApiVersion v1.2; $c = Get-AzFaceContext; New-AzFaceLivenessSession -ClientAttemptsAllowed 2");
        Assert.Equal($"Connect-AzFace https://face.contoso.example -TenantId {FakeCloud.Tenant} -Credential {FakeCloud.ClientId} -Cloud AzureUSGovernment -Name gov -ApiVersion v1.3-preview.1", error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("-CertificateThumbprint abc")]
    [InlineData("-CertificatePath SAMPLES")]
    [InlineData("-CertificatePath SAMPLES/nope.pfx")]
    [InlineData("-CertificatePath SAMPLES/astronaut.png")]
    public void A_certificate_that_cannot_be_used_names_a_command_of_this_machine(string argument)
    {
        string samples = Path.Combine(ModuleSession.Root, "samples");
        ErrorRecord error = _session.Fails($"Connect-AzFace {Contoso} -TenantId t -ClientId c {argument.Replace("SAMPLES", samples, StringComparison.Ordinal)}");
        Assert.StartsWith("CertificateUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        string list = $"Get-ChildItem {samples} -File";
        string again = $"Connect-AzFace {Contoso} -TenantId t -ClientId c";
        Assert.Equal(
            argument switch
            {
                "-CertificateThumbprint abc" => OperatingSystem.IsWindows() ? "Get-ChildItem Cert:\\CurrentUser\\My" : again + " -CertificatePath FILE",
                "-CertificatePath SAMPLES/astronaut.png" => $"{again} -CertificatePath {samples}/astronaut.png -CertificatePassword (Read-Host Password -AsSecureString)",
                _ => list,
            },
            error.ErrorDetails.RecommendedAction);
        Assert.Equal(OperatingSystem.IsWindows() && argument.Contains("abc", StringComparison.Ordinal), error.Exception.Message.Contains("Cert:", StringComparison.Ordinal));
        Assert.DoesNotContain("Access to the path", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_of_another_provider_is_named_as_it_was_typed()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace {Contoso} -TenantId t -ClientId c -CertificatePath env:PATH");
        Assert.Contains("'env:PATH' is in the provider Environment", error.Exception.Message, StringComparison.Ordinal);
    }
}
