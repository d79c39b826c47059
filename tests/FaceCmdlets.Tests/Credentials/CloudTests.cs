using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

public sealed class CloudTests : IDisposable
{
    private const string Who = $"-TenantId {FakeCloud.Tenant} -ClientId {FakeCloud.ClientId} -ClientSecret {FakeCloud.ClientSecret}";

    private readonly FakeCloud _cloud = new();
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
    }

    [Theory]
    [InlineData("https://contoso.cognitiveservices.azure.com", "", "login.microsoftonline.com", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://contoso.cognitiveservices.azure.us", "", "login.microsoftonline.us", "https://cognitiveservices.azure.us/.default")]
    [InlineData("https://contoso.cognitiveservices.azure.cn", "", "login.chinacloudapi.cn", "https://cognitiveservices.azure.cn/.default")]
    [InlineData("https://face.contoso.example", "-Cloud AzureUSGovernment", "login.microsoftonline.us", "https://cognitiveservices.azure.us/.default")]
    [InlineData("https://face.contoso.example", "-Environment AzureChinaCloud", "login.chinacloudapi.cn", "https://cognitiveservices.azure.cn/.default")]
    [InlineData("https://face.contoso.example", "-Authority https://login.contoso.example", "login.contoso.example", "https://cognitiveservices.azure.com/.default")]
    public void The_cloud_decides_who_is_asked_for_a_token_and_what_it_is_for(string endpoint, string arguments, string authority, string scope)
    {
        Assert.Equal("True", Assert.Single(_session.Run($"Connect-AzFace {endpoint} {Who} {arguments}; Test-AzFaceConnection -Quiet")).ToString());
        HttpExchange asked = Assert.Single(_cloud.TokenRequests);
        Assert.Equal(authority, asked.Address.Host);
        Assert.Equal(scope, asked.Form["scope"]);
        Assert.All(_cloud.Requests, request => Assert.Contains(request.Address.Host, new[] { authority, new Uri(endpoint).Host }));
    }

    [Fact]
    public void AZURE_AUTHORITY_HOST_is_heard_where_no_parameter_says_otherwise()
    {
        using var environment = new EnvironmentVariables(("AZURE_AUTHORITY_HOST", "https://login.fabrikam.example/"));
        _session.Run($"Connect-AzFace https://face.contoso.example {Who}; Connect-AzFace https://face.contoso.example {Who} -Authority https://login.contoso.example");
        Assert.Equal(["login.fabrikam.example", "login.contoso.example"], _cloud.TokenRequests.Select(request => request.Address.Host));
    }

    [Theory]
    [InlineData("https://contoso.cognitiveservices.azure.us", "-Cloud AzureCloud", "CloudMismatch")]
    [InlineData("https://contoso.cognitiveservices.azure.com", "-Cloud AzureChinaCloud", "CloudMismatch")]
    [InlineData("https://contoso.cognitiveservices.azure.com", "-Authority http://login.contoso.example", "InvalidAuthority")]
    [InlineData("https://virginia.api.cognitive.microsoft.us", "", "CustomSubdomainRequired")]
    [InlineData("https://chinanorth2.api.cognitive.azure.cn", "", "CustomSubdomainRequired")]
    public void What_cannot_go_together_is_refused_before_anything_is_sent(string endpoint, string arguments, string id)
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace {endpoint} {Who} {arguments}");
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_cloud.Requests);
    }

    [Fact]
    public void The_need_for_a_custom_subdomain_names_the_clouds_own_suffix()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace https://virginia.api.cognitive.microsoft.us {Who}");
        Assert.Contains("https://NAME.cognitiveservices.azure.us", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_asks_for_a_custom_subdomain_is_explained()
    {
        _cloud.Instead = _ => new HttpReply(400, """{"error":{"code":"BadRequest","message":"Please provide a custom subdomain for token authentication, otherwise API key is required."}}""");
        ErrorRecord error = _session.Fails($"Connect-AzFace https://face.contoso.example {Who}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.StartsWith("CustomSubdomainRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("--custom-domain", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_shows_who_and_where_but_no_secret()
    {
        PSObject context = Assert.Single(_session.Run($"Connect-AzFace https://contoso.cognitiveservices.azure.us {Who} -PassThru"));
        Assert.Equal("AzureUSGovernment", context.Properties["Cloud"].Value);
        Assert.Equal(FakeCloud.Tenant, context.Properties["TenantId"].Value);
        Assert.Equal(FakeCloud.ClientId, context.Properties["ClientId"].Value);
        Assert.Equal("ServicePrincipalSecret", context.Properties["Credential"].Value);
        Assert.DoesNotContain(context.Properties, property => (property.Value?.ToString() ?? "").Contains(FakeCloud.ClientSecret, StringComparison.Ordinal));
    }
}
