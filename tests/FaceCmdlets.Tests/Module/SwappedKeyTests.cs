using System.Management.Automation;
using FaceCmdlets.Tests.Credentials;

namespace FaceCmdlets.Tests.Module;

/// <summary>A key that was given where the endpoint belongs is said to be one, and shown nowhere.</summary>
public sealed class SwappedKeyTests : IDisposable
{
    private const string Endpoint = "https://contoso.cognitiveservices.azure.com";

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(32)]
    [InlineData(84)]
    public void As_arguments(int length)
    {
        string key = NewKey(length);
        AssertRefused(key, $"Connect-AzFace $env:SWAPPED_KEY {Endpoint}", ("SWAPPED_KEY", key));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(84)]
    public void In_the_environment(int length)
    {
        string key = NewKey(length);
        AssertRefused(key, "Connect-AzFace", ("FACE_ENDPOINT", key), ("FACE_APIKEY", Endpoint));
    }

    /// <summary>As the portal shows them: of 32 hex digits, or of 84 letters and digits.</summary>
    private static string NewKey(int length) => length == 32
        ? System.Security.Cryptography.RandomNumberGenerator.GetHexString(length, lowercase: true)
        : System.Security.Cryptography.RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length);

    private void AssertRefused(string key, string command, params (string Name, string? Value)[] variables)
    {
        using var environment = new EnvironmentVariables(variables);
        IReadOnlyList<PSObject> streams = _session.Run($"$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; & {{ try {{ {command} }} catch {{ $_ }} }} *>&1");
        ErrorRecord error = Assert.Single(streams.Select(item => item.BaseObject).OfType<ErrorRecord>());
        Assert.StartsWith("EndpointLooksLikeKey,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        AssertWithout(error.ToString());
        AssertWithout(error.Exception.ToString());
        AssertWithout(error.ErrorDetails?.Message);
        AssertWithout(error.ErrorDetails?.RecommendedAction);
        AssertWithout(error.TargetObject?.ToString());
        AssertWithout(error.CategoryInfo.ToString());
        AssertWithout(string.Concat(_session.Run("$Error | Out-String")));
        Assert.All(streams, item => AssertWithout(item.ToString()));
        Assert.Empty(_session.Run("Get-AzFaceContext -ListAvailable"));

        void AssertWithout(string? text) => Assert.DoesNotContain(key, text ?? string.Empty, StringComparison.OrdinalIgnoreCase);
    }
}
