using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>Several connections side by side, by name.</summary>
public sealed class ContextTests : IDisposable
{
    private const string Two = "Connect-AzFace https://contoso.cognitiveservices.azure.com a-key-0123456789; Connect-AzFace https://fabrikam.cognitiveservices.azure.com a-key-0123456789 -Name test; ";

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("https://contoso.cognitiveservices.azure.com", "contoso")]
    [InlineData("https://westeurope.api.cognitive.microsoft.com", "westeurope")]
    [InlineData("https://face.contoso.example", "face.contoso.example")]
    [InlineData("http://127.0.0.1:5000", "127.0.0.1:5000")]
    public void A_connection_is_named_after_its_endpoint(string endpoint, string name)
    {
        Assert.Equal(name, Assert.Single(_session.Run($"(Connect-AzFace {endpoint} a-key-0123456789 -PassThru).Name")).ToString());
    }

    [Fact]
    public void Of_a_connection_that_ended_with_its_module_the_error_says_so()
    {
        ErrorRecord error = _session.Fails($"$old = Connect-AzFace https://contoso.cognitiveservices.azure.com 0123456789abcdef -PassThru; Import-Module '{ModuleSession.Manifest}' -Force; Get-AzFacePersonGroup -Context $old");
        Assert.StartsWith("Disconnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Import-Module -Force", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Disconnect-AzFace", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_one_connected_is_the_current_one_and_all_are_listed()
    {
        Assert.Equal("test", Names("Get-AzFaceContext"));
        Assert.Equal("contoso test", Names("Get-AzFaceContext -ListAvailable"));
        Assert.Equal("test", Names("Get-AzFaceContext -ListAvailable | Where-Object IsCurrent"));
        Assert.Equal("contoso", Names("Get-AzFaceContext con*"));
    }

    [Fact]
    public void Another_is_selected_by_its_name()
    {
        Assert.Equal("contoso contoso", Names("Select-AzFaceContext CONTOSO -PassThru; Get-AzFaceContext"));
    }

    [Fact]
    public void Another_is_selected_by_the_pipeline()
    {
        Assert.Equal("contoso", Names("Get-AzFaceContext contoso | Select-AzFaceContext; Get-AzFaceContext"));
    }

    [Theory]
    [InlineData("Select-AzFaceContext nobody")]
    [InlineData("Get-AzFaceContext nobody")]
    [InlineData("Disconnect-AzFace nobody")]
    public void A_name_that_is_none_is_an_error_with_the_name_as_target(string command)
    {
        ErrorRecord error = _session.Fails(Two + command);
        Assert.StartsWith("ContextNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("nobody", error.TargetObject);
    }

    [Fact]
    public void A_pattern_that_matches_nothing_is_no_error()
    {
        Assert.Empty(_session.Run(Two + "Get-AzFaceContext nobody*"));
    }

    [Fact]
    public void A_command_takes_another_connection_by_its_name()
    {
        _session.Run(Two);
        PSObject test = Assert.Single(_session.Run("Connect-AzFace http://127.0.0.1:9 a-key-0123456789 -Name here; Select-AzFaceContext contoso; Test-AzFaceConnection -Context here"));
        Assert.Equal("http://127.0.0.1:9/", test.Properties["Endpoint"].Value.ToString());
    }

    [Fact]
    public void A_connection_that_is_not_known_by_that_name_is_said()
    {
        ErrorRecord error = _session.Fails(Two + "Test-AzFaceConnection -Context nobody");
        Assert.Contains("no connection named 'nobody'", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_connection_from_another_process_it_is_said_that_its_secret_stayed_there()
    {
        ErrorRecord error = _session.Fails(Two + "$left = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-AzFaceContext))); Test-AzFaceConnection -Context $left");
        Assert.Contains("left its secret there", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Start-ThreadJob", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_completed()
    {
        IReadOnlyList<PSObject> offered = _session.Run(Two + "(TabExpansion2 'Select-AzFaceContext c' -cursorColumn 22).CompletionMatches.ListItemText");
        Assert.Equal(["contoso"], offered.Select(name => name.ToString()));
    }

    [Fact]
    public void Disconnecting_one_leaves_the_other()
    {
        Assert.Equal("contoso", Names("Disconnect-AzFace test; Get-AzFaceContext -ListAvailable"));
        Assert.Empty(_session.Run("Get-AzFaceContext"));
    }

    [Fact]
    public void Disconnecting_all_leaves_none()
    {
        Assert.Empty(_session.Run(Two + "Disconnect-AzFace -All; Get-AzFaceContext -ListAvailable"));
    }

    [Fact]
    public void What_was_disconnected_cannot_be_selected()
    {
        ErrorRecord error = _session.Fails(Two + "$c = Get-AzFaceContext; Disconnect-AzFace; $c | Select-AzFaceContext");
        Assert.StartsWith("Disconnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_connection_of_the_same_name_takes_the_firsts_place_but_does_not_end_it()
    {
        Assert.Equal("http://127.0.0.1:9/ http://127.0.0.1:8/", string.Join(' ', _session.Run("$c = Connect-AzFace http://127.0.0.1:9 a-key-0123456789 -Name same -PassThru; Connect-AzFace http://127.0.0.1:8 a-key-0123456789 -Name same; (Test-AzFaceConnection -Context $c).Endpoint; (Get-AzFaceContext -ListAvailable).Endpoint")));
    }

    [Fact]
    public void A_key_that_was_given_stays_the_callers()
    {
        Assert.Equal("a-key", Assert.Single(_session.Run("$key = [Net.NetworkCredential]::new('', 'a-key').SecurePassword; Connect-AzFace https://contoso.cognitiveservices.azure.com $key; Disconnect-AzFace; [Net.NetworkCredential]::new('', $key).Password")).ToString());
    }

    [Fact]
    public void Each_runspace_has_its_own()
    {
        using var other = new ModuleSession();
        _session.Run(Two);
        Assert.Empty(other.Run("Get-AzFaceContext -ListAvailable"));
    }

    private string Names(string commands) => string.Join(' ', _session.Run(Two + commands).Select(context => context.Properties["Name"].Value));
}
