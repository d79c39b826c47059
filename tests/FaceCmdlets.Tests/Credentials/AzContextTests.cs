using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

/// <summary>-UseAzContext, with a module of that name that gives the tokens it is told to.</summary>
public sealed class AzContextTests : IDisposable
{
    private readonly FakeCloud _cloud = new();
    private readonly ModuleSession _session = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "Az.Accounts");

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_sessions_token_is_taken_whether_it_comes_as_a_SecureString_or_as_a_string(bool secure)
    {
        Import(secure, "1:00:00");
        _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseAzContext -TenantId contoso.onmicrosoft.com; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.Equal("Bearer " + _cloud.Tokens.First(token => token.StartsWith("token-1-", StringComparison.Ordinal)), Assert.Single(_cloud.FaceRequests).Headers["Authorization"]);
        PSObject asked = Assert.Single(_session.Run("$global:Asked"));
        Assert.Equal($"https://cognitiveservices.azure.com contoso.onmicrosoft.com {secure}", asked.ToString());
        Assert.Empty(_cloud.TokenRequests);
    }

    [Fact]
    public void A_sovereign_cloud_is_what_the_token_is_asked_for()
    {
        Import(true, "1:00:00");
        _session.Run("Connect-AzFace https://contoso.cognitiveservices.azure.us -UseAzContext");
        Assert.StartsWith("https://cognitiveservices.azure.us ", Assert.Single(_session.Run("$global:Asked")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_that_run_out_are_asked_for_again_while_pictures_are_on_their_way()
    {
        Import(true, "0:00:02");
        Assert.Equal(40, _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseAzContext; 1..40 | ForEach-Object {{ [Threading.Thread]::Sleep(100); '{ModuleSession.Sample("coffee.png")}' }} | Invoke-AzFaceDetection -PerImage").Count);
        Assert.InRange(_session.Run("$global:Asked").Count, 3, 40);
    }

    [Fact]
    public void A_command_behind_another_gets_the_token_that_the_first_one_waits_for()
    {
        // None of these lives long enough to be used twice: every request needs the pipeline's thread.
        Import(true, "0:00:00");
        IReadOnlyList<PSObject> tests = _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -UseAzContext; 1..12 | ForEach-Object {{ '{ModuleSession.Sample("coffee.png")}' }} | Invoke-AzFaceDetection -PerImage -ThrottleLimit 4 | ForEach-Object {{ Test-AzFaceConnection -Quiet }}");
        Assert.Equal(12, tests.Count(test => test.ToString() == "True"));
    }

    [Fact]
    public void Without_the_module_the_error_says_what_to_install()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace {FakeCloud.Endpoint} -UseAzContext");
        Assert.StartsWith("CredentialUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Install-Module Az.Accounts", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Install-Module Az.Accounts", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Without_a_sign_in_the_modules_own_words_are_passed_on()
    {
        Import(true, "1:00:00");
        ErrorRecord error = _session.Fails($"$global:SignedOut = $true; Connect-AzFace https://contoso.cognitiveservices.azure.us -UseAzContext -TenantId t");
        Assert.StartsWith("CredentialUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Run Connect-AzAccount to login.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Connect-AzAccount -Tenant t -Environment AzureUSGovernment", error.ErrorDetails.RecommendedAction);
    }

    private void Import(bool secure, string lifetime)
    {
        Directory.CreateDirectory(_folder);
        string tokens = string.Join("','", Enumerable.Range(0, 60).Select(_ => _cloud.NewToken()));
        File.WriteAllText(Path.Combine(_folder, "Az.Accounts.psm1"), $$"""
            $tokens = [Collections.Queue]::new(@('{{tokens}}'))
            $global:Asked = @()
            function Get-AzAccessToken {
                [CmdletBinding()]
                param([string] $ResourceUrl, [string] $TenantId{{(secure ? ", [switch] $AsSecureString" : "")}})
                if ($global:SignedOut) { throw 'Run Connect-AzAccount to login.' }
                $PSCmdlet.WriteWarning('This would only be in the way.')
                $global:Asked += "$ResourceUrl $TenantId $([bool]$AsSecureString)"
                $token = $tokens.Dequeue()
                if ($AsSecureString) { $token = [Net.NetworkCredential]::new('', $token).SecurePassword }
                [pscustomobject]@{ Token = $token; ExpiresOn = [DateTimeOffset]::UtcNow + [timespan]'{{lifetime}}'; Type = 'Bearer' }
            }
            """);
        _session.Run($"Import-Module '{_folder}/Az.Accounts.psm1' -Global");
    }
}
