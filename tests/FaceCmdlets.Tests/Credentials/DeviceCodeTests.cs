using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

public sealed class DeviceCodeTests : IDisposable
{
    private readonly FakeCloud _cloud = new();
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
    }

    [Fact]
    public void The_code_is_shown_as_Write_Host_would_and_waited_for()
    {
        IReadOnlyList<PSObject> shown = _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseDeviceCode -TenantId {FakeCloud.Tenant} -ClientId {FakeCloud.ClientId} 6>&1");
        var record = Assert.IsType<InformationRecord>(Assert.Single(shown).BaseObject);
        Assert.Contains("https://microsoft.com/devicelogin", record.ToString(), StringComparison.Ordinal);
        Assert.Contains("ABCD-EFGH", record.ToString(), StringComparison.Ordinal);
        Assert.Contains("PSHOST", record.Tags);

        HttpExchange asked = Assert.Single(_cloud.Requests, request => request.Address.AbsolutePath.EndsWith("/devicecode", StringComparison.Ordinal));
        Assert.StartsWith($"/{FakeCloud.Tenant}/", asked.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(FakeCloud.ClientId, asked.Form["client_id"]);
        Assert.Contains("https://cognitiveservices.azure.com/.default", asked.Form["scope"], StringComparison.Ordinal);
        Assert.All(_cloud.TokenRequests, request => Assert.Equal("the-device-code", request.Form["device_code"]));
    }

    [Fact]
    public void The_token_goes_to_the_resource_and_nobody_is_asked_again()
    {
        _cloud.PendingPolls = 0;
        _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseDeviceCode 6>$null; 1..3 | ForEach-Object {{ '{ModuleSession.Sample("coffee.png")}' }} | Invoke-AzFaceDetection");
        Assert.Equal("Bearer " + Assert.Single(_cloud.Tokens), Assert.Single(_cloud.FaceRequests.Select(request => request.Headers["Authorization"]).Distinct()));
    }

    [Fact]
    public void Nobody_who_types_it_in_is_waited_for_no_longer_than_was_said()
    {
        _cloud.PendingPolls = int.MaxValue;
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -UseDeviceCode -CredentialTimeout 3");
        Assert.StartsWith("CredentialTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Stopping_stops_asking()
    {
        _cloud.PendingPolls = int.MaxValue;
        Assert.InRange(_session.MillisecondsToStop($"Connect-AzFace {FakeCloud.Endpoint} -UseDeviceCode", _ => _cloud.TokenRequests.Count > 1), 0, 5000);
        Thread.Sleep(1500);
        int asked = _cloud.TokenRequests.Count;
        Thread.Sleep(2500);
        Assert.Equal(asked, _cloud.TokenRequests.Count);
    }
}
