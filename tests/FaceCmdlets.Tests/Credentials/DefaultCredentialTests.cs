using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

public sealed class DefaultCredentialTests : IDisposable
{
    private readonly FakeCloud _cloud = new();
    private readonly ModuleSession _session = new();

    /// <summary>Nobody is signed in, and the programs that may know somebody are not found.</summary>
    private readonly EnvironmentVariables _environment = new(
        ("AZURE_CLIENT_ID", null), ("AZURE_CLIENT_SECRET", null), ("AZURE_TENANT_ID", null), ("AZURE_FEDERATED_TOKEN_FILE", null), ("AZURE_TOKEN_CREDENTIALS", null),
        ("IDENTITY_ENDPOINT", null), ("MSI_ENDPOINT", null), ("PATH", Path.GetTempPath()));

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
        _environment.Dispose();
    }

    [Fact]
    public void Nothing_is_sent_before_a_token_is_needed()
    {
        _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseDefaultCredential");
        Assert.Empty(_cloud.Requests);
    }

    [Fact]
    public void The_environments_service_principal_is_taken_first()
    {
        using var who = new EnvironmentVariables(("AZURE_CLIENT_ID", FakeCloud.ClientId), ("AZURE_CLIENT_SECRET", FakeCloud.ClientSecret), ("AZURE_TENANT_ID", FakeCloud.Tenant));
        Assert.Equal("True", Assert.Single(_session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseDefaultCredential; Test-AzFaceConnection -Quiet")).ToString());
        Assert.Equal(FakeCloud.ClientSecret, Assert.Single(_cloud.TokenRequests).Form["client_secret"]);
        Assert.Equal("Bearer " + Assert.Single(_cloud.Tokens), Assert.Single(_cloud.FaceRequests).Headers["Authorization"]);
    }

    [Fact]
    public void Then_the_managed_identity_with_the_id_that_was_given()
    {
        Assert.Equal("True", Assert.Single(_session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseDefaultCredential -ClientId 44444444-0000-0000-0000-000000000001; Test-AzFaceConnection -Quiet")).ToString());
        Assert.Equal("44444444-0000-0000-0000-000000000001", _cloud.TokenRequests[^1].Query["client_id"]);
    }

    [Fact]
    public void Where_nobody_is_signed_in_the_pipeline_ends_once_and_says_what_was_tried_and_what_to_do()
    {
        _cloud.IsInAzure = false;
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -UseDefaultCredential; '{ModuleSession.Sample("coffee.png")}', '{ModuleSession.Sample("rocket.jpg")}' | Invoke-AzFaceDetection");
        Assert.StartsWith("CredentialUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("managed identity, Azure CLI", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-UseDeviceCode", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal($"Connect-AzFace {FakeCloud.Endpoint} -UseDeviceCode", error.ErrorDetails.RecommendedAction);
        Assert.Empty(_cloud.FaceRequests);
    }

    [Fact]
    public void What_is_installed_here_to_sign_in_with_is_the_next_command()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, OperatingSystem.IsWindows() ? "az.cmd" : "az"), "");
            using var path = new EnvironmentVariables(("PATH", folder));
            _cloud.IsInAzure = false;
            ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -UseDefaultCredential -TenantId t; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
            Assert.Equal("az login --tenant t", error.ErrorDetails.RecommendedAction);
            Assert.Contains("Sign in with az login --tenant t", error.Exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_search_that_gets_no_answer_ends_in_the_time_that_was_given()
    {
        _cloud.TokenDelay = TimeSpan.FromMinutes(10);
        using var who = new EnvironmentVariables(("AZURE_CLIENT_ID", FakeCloud.ClientId), ("AZURE_CLIENT_SECRET", FakeCloud.ClientSecret), ("AZURE_TENANT_ID", FakeCloud.Tenant));
        PSObject test = Assert.Single(_session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseDefaultCredential -CredentialTimeout 1; Test-AzFaceConnection"));
        Assert.Equal("CredentialTimeout", test.Properties["ErrorCode"].Value);
    }

    [Fact]
    public void A_machine_whose_host_never_answers_is_passed_over()
    {
        _cloud.TokenDelay = TimeSpan.FromMinutes(10);
        PSObject test = Assert.Single(_session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseDefaultCredential -CredentialTimeout 120; Test-AzFaceConnection"));
        Assert.Equal("CredentialUnavailable", test.Properties["ErrorCode"].Value);
    }
}
