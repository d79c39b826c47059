using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

public sealed class TokenRenewalTests : IDisposable
{
    private const string Connect = $"Connect-AzFace {FakeCloud.Endpoint} -TenantId {FakeCloud.Tenant} -ClientId {FakeCloud.ClientId} -ClientSecret {FakeCloud.ClientSecret}";

    private readonly FakeCloud _cloud = new();
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
    }

    [Fact]
    public void Tokens_are_renewed_during_a_long_run()
    {
        _cloud.Lifetime = TimeSpan.FromSeconds(2);
        Assert.Equal(50, _session.Run($"{Connect}; 1..50 | ForEach-Object {{ [Threading.Thread]::Sleep(100); '{ModuleSession.Sample("coffee.png")}' }} | Invoke-AzFaceDetection -PerImage -ThrottleLimit 2").Count);
        Assert.InRange(_cloud.Tokens.Count, 3, 50);
    }

    [Fact]
    public void One_token_serves_all_requests_of_all_clients_while_it_is_good()
    {
        _session.Run($"{Connect}; 1..10 | ForEach-Object {{ '{ModuleSession.Sample("coffee.png")}' }} | Invoke-AzFaceDetection; Get-AzFacePersonGroup | Out-Null; Test-AzFaceConnection | Out-Null");
        Assert.Equal(12, _cloud.FaceRequests.Count);
        Assert.Single(_cloud.TokenRequests);
    }

    [Fact]
    public void A_token_that_is_refused_in_the_middle_of_a_run_is_replaced_once()
    {
        int asked = 0;
        _cloud.Instead = _ =>
        {
            if (Interlocked.Increment(ref asked) == 5)
            {
                _cloud.Revoke();
            }

            return null;
        };
        Assert.Equal(20, _session.Run($"{Connect}; 1..20 | ForEach-Object {{ '{ModuleSession.Sample("coffee.png")}' }} | Invoke-AzFaceDetection -PerImage -ThrottleLimit 4").Count);
        Assert.Equal(2, _cloud.TokenRequests.Count);
    }

    [Fact]
    public void A_resource_that_refuses_every_token_is_asked_twice_and_ends_the_pipeline()
    {
        _cloud.Instead = _ => new HttpReply(401, """{"error":{"code":"401","message":"Access denied."}}""");
        ErrorRecord error = _session.Fails($"{Connect}; '{ModuleSession.Sample("coffee.png")}', '{ModuleSession.Sample("rocket.jpg")}' | Invoke-AzFaceDetection -ThrottleLimit 1");
        Assert.StartsWith("TokenRefused,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, _cloud.FaceRequests.Count);
        Assert.Equal(2, _cloud.TokenRequests.Count);
    }

    [Fact]
    public void Who_lacks_the_role_is_told_which_and_another_token_is_not_tried()
    {
        _cloud.Instead = _ => new HttpReply(401, """{"error":{"code":"PermissionDenied","message":"The principal lacks the required data action Microsoft.CognitiveServices/accounts/Face/detect/action to perform POST /face/v1.2/detect operation."}}""");
        ErrorRecord error = _session.Fails($"{Connect}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.StartsWith("PermissionDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Cognitive Services User", error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(_cloud.TokenRequests);
    }

    [Fact]
    public void A_challenge_is_answered_with_a_token_that_meets_its_claims()
    {
        int asked = 0;
        _cloud.Instead = _ => Interlocked.Increment(ref asked) == 1
            ? new HttpReply(401, "{}", "WWW-Authenticate: Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNzAwMDAwMDAwIn19fQ==\"\r\n")
            : null;
        _session.Run($"{Connect}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.Equal(2, _cloud.TokenRequests.Count);
        Assert.Contains("1700000000", _cloud.TokenRequests[1].Form["claims"], StringComparison.Ordinal);
        Assert.Equal(2, _cloud.FaceRequests.Select(request => request.Headers["Authorization"]).Distinct().Count());
    }

    [Fact]
    public void A_token_given_by_hand_is_sent_as_it_is_and_not_again_when_it_is_refused()
    {
        string token = _cloud.NewToken();
        _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -AccessToken {token}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.Equal("Bearer " + token, Assert.Single(_cloud.FaceRequests).Headers["Authorization"]);
        _cloud.Revoke();
        ErrorRecord error = _session.Fails($"Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.StartsWith("TokenRefused,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, _cloud.FaceRequests.Count);
        Assert.Empty(_cloud.TokenRequests);
    }

    [Fact]
    public void Stopping_does_not_wait_for_a_token()
    {
        _cloud.TokenDelay = TimeSpan.FromMinutes(10);
        Assert.InRange(_session.MillisecondsToStop(Connect, _ => _cloud.TokenRequests.Count > 0), 0, 5000);
        Assert.Empty(_session.Run("Get-AzFaceContext"));
    }

    [Fact]
    public void Whoever_comes_after_one_who_gave_up_gets_a_token()
    {
        using var environment = new EnvironmentVariables(("AZURE_CLIENT_ID", FakeCloud.ClientId), ("AZURE_CLIENT_SECRET", FakeCloud.ClientSecret), ("AZURE_TENANT_ID", FakeCloud.Tenant));
        _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseDefaultCredential");
        _cloud.TokenDelay = TimeSpan.FromMinutes(10);
        _session.MillisecondsToStop($"Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'", _ => _cloud.TokenRequests.Count > 0);
        _cloud.TokenDelay = TimeSpan.Zero;
        Assert.Single(_session.Run($"Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}' -PerImage"));
    }
}
