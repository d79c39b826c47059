using System.Management.Automation;
using FaceCmdlets.Tests.Credentials;

namespace FaceCmdlets.Tests.Module;

/// <summary>What came along when a key was copied is said when connecting, once, and the key is not.</summary>
public sealed class StrangeSecretTests : IDisposable
{
    private const string Key = "s3cr3tEMUkey123";
    private const string Endpoint = "https://contoso.cognitiveservices.azure.com";

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Connect-AzFace ENDPOINT -Key ('KEY' + [char]0x200b)", "U+200B, character 16 of 16", "-Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace ENDPOINT -Key ([char]0xfeff + 'KEY')", "U+FEFF, character 1 of 16", "-Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace ENDPOINT -Key \"KEY`nmore\"", "U+000A, character 16 of 20", "-Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace ENDPOINT -AccessToken ('KEY' + [char]0x200b) -Name n", "no token has: U+200B", "-AccessToken (Read-Host Token -AsSecureString) -Name n")]
    [InlineData("Connect-AzFace ENDPOINT -Key ([Net.NetworkCredential]::new('', 'KEY' + [char]0x2013).SecurePassword)", "U+2013", "-Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace", "U+200B", "-Key (Read-Host Key -AsSecureString)")]
    public void And_nothing_is_connected(string command, string says, string next)
    {
        using var environment = new EnvironmentVariables(("FACE_ENDPOINT", Endpoint), ("FACE_APIKEY", Key + "\u200b"));
        ErrorRecord error = _session.Fails(command.Replace("ENDPOINT", Endpoint, StringComparison.Ordinal).Replace("KEY", Key, StringComparison.Ordinal));
        Assert.StartsWith("InvalidSecret,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error.Exception.ToString(), StringComparison.Ordinal);
        Assert.Null(error.TargetObject);
        Assert.Equal($"Connect-AzFace {Endpoint} {next}", error.ErrorDetails.RecommendedAction);
        Assert.Empty(_session.Run("Get-AzFaceContext -ListAvailable"));
    }

    [Fact]
    public void A_key_of_the_emulator_is_one_that_can_be_sent() =>
        Assert.StartsWith("InvalidSecret,", _session.Fails("Start-AzFaceEmulator -Key ('KEY' + [char]0x200b)").FullyQualifiedErrorId, StringComparison.Ordinal);
}
