using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

public sealed class ManagedIdentityTests : IDisposable
{
    private readonly FakeCloud _cloud = new();
    private readonly ModuleSession _session = new();

    /// <summary>What makes of this machine one of an App Service, and what does not.</summary>
    private readonly EnvironmentVariables _environment = new(("IDENTITY_ENDPOINT", null), ("IDENTITY_HEADER", null), ("MSI_ENDPOINT", null), ("IMDS_ENDPOINT", null), ("IDENTITY_SERVER_THUMBPRINT", null), ("AZURE_POD_IDENTITY_AUTHORITY_HOST", null));

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
        _environment.Dispose();
    }

    [Fact]
    public void The_system_assigned_identity_of_a_machine_is_asked_of_its_host()
    {
        _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -ManagedIdentity");
        HttpExchange asked = Assert.Single(_cloud.TokenRequests);
        Assert.Equal("169.254.169.254", asked.Address.Host);
        Assert.Equal("true", asked.Headers["Metadata"]);
        Assert.Equal("https://cognitiveservices.azure.com", asked.Query["resource"]);
        Assert.DoesNotContain("client_id", asked.Query.Keys);
        _session.Run($"Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.Equal("Bearer " + Assert.Single(_cloud.Tokens), Assert.Single(_cloud.FaceRequests).Headers["Authorization"]);
    }

    [Theory]
    [InlineData("-ManagedIdentity -ClientId", "33333333-0000-0000-0000-000000000001", "client_id")]
    [InlineData("-Identity -AccountId", "33333333-0000-0000-0000-000000000002", "client_id")]
    [InlineData("-ManagedIdentity -ClientId", "/subscriptions/33333333-0000-0000-0000-000000000003/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i", "msi_res_id")]
    public void A_user_assigned_identity_is_asked_for_by_its_id(string arguments, string id, string field)
    {
        _session.Run($"Connect-AzFace {FakeCloud.Endpoint} {arguments} '{id}'");
        Assert.Equal(id, Assert.Single(_cloud.TokenRequests).Query[field]);
    }

    [Fact]
    public void An_app_service_is_asked_where_its_environment_says()
    {
        using var app = new EnvironmentVariables(("IDENTITY_ENDPOINT", "http://identity.app.example:41741/msi/token"), ("IDENTITY_HEADER", "the-apps-own-secret"));
        _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -ManagedIdentity -ClientId 33333333-0000-0000-0000-000000000004");
        HttpExchange asked = Assert.Single(_cloud.TokenRequests);
        Assert.Equal("/msi/token", asked.Address.AbsolutePath);
        Assert.Equal("the-apps-own-secret", asked.Headers["X-IDENTITY-HEADER"]);
        Assert.Equal("33333333-0000-0000-0000-000000000004", asked.Query["client_id"]);
    }

    [Fact]
    public void A_machine_without_it_says_so_and_what_to_do_instead()
    {
        _cloud.HasManagedIdentity = false;
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -ManagedIdentity -ClientId 33333333-0000-0000-0000-000000000005 -CredentialTimeout 120");
        Assert.StartsWith("AuthenticationFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The managed identity 33333333-0000-0000-0000-000000000005", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Identity not found", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-UseDeviceCode", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_of_Azure_it_says_so_and_what_to_do_instead()
    {
        _cloud.IsInAzure = false;
        // The library would ask again for half a minute.
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -ManagedIdentity -ClientId 33333333-0000-0000-0000-000000000007 -CredentialTimeout 2");
        Assert.StartsWith("CredentialTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-UseDeviceCode", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_never_answers_is_given_up_after_the_time_that_was_given()
    {
        _cloud.TokenDelay = TimeSpan.FromMinutes(10);
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -ManagedIdentity -ClientId 33333333-0000-0000-0000-000000000006 -CredentialTimeout 1");
        Assert.StartsWith("CredentialTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("within 1 seconds", error.Exception.Message, StringComparison.Ordinal);
    }
}
