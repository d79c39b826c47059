using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

public sealed class SessionTests : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void The_manifest_exports_every_cmdlet_and_nothing_else()
    {
        IEnumerable<string> names = _session.Run("(Get-Module FaceCmdlets).ExportedCommands.Keys").Select(name => name.ToString());
        IEnumerable<string> classes = _session.Run("[FaceCmdlets.DetectedFace].Assembly.GetExportedTypes() | ForEach-Object { $_.GetCustomAttributes([Management.Automation.CmdletAttribute], $false) } | ForEach-Object { $_.VerbName + '-' + $_.NounName }").Select(name => name.ToString());
        Assert.Equal(classes.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_connection_one_error_says_how_to_connect()
    {
        ErrorRecord error = _session.Fails($"'{ModuleSession.Sample("astronaut.png")}', 'x' | Invoke-AzFaceDetection");
        Assert.StartsWith("NotConnected", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-AzFace", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_shows_endpoint_credential_and_version_but_no_secret()
    {
        PSObject context = Assert.Single(_session.Run($"Connect-AzFace -Endpoint https://contoso.cognitiveservices.azure.com/face/v1.0 -Key {Key} -PassThru"));
        Assert.Equal("https://contoso.cognitiveservices.azure.com/", context.Properties["Endpoint"].Value.ToString());
        Assert.Equal("Key", context.Properties["Credential"].Value);
        Assert.Equal("v1.2", context.Properties["ApiVersion"].Value);
        Assert.DoesNotContain(context.Properties, property => (property.Value?.ToString() ?? "").Contains(Key, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, context.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Endpoint http://example.org -Key k", "InsecureEndpoint")]
    [InlineData("-Endpoint http://127.0.0.1:1 -AccessToken t", "InsecureEndpoint")]
    [InlineData("-Endpoint https://westeurope.api.cognitive.microsoft.com -UseDefaultCredential", "CustomSubdomainRequired")]
    [InlineData("-Endpoint https://westeurope.api.cognitive.microsoft.com -AccessToken t", "CustomSubdomainRequired")]
    [InlineData("-Endpoint ftp://example.org -Key k", "InvalidEndpoint")]
    public void An_endpoint_that_cannot_work_is_refused_before_anything_is_sent(string arguments, string id)
    {
        Assert.StartsWith(id + ",", _session.Fails("Connect-AzFace " + arguments).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://contoso.cognitiveservices.azure.com", true)]
    [InlineData("https://contoso.cognitiveservices.azure.com/", "contoso.cognitiveservices.azure.com", true)]
    [InlineData("https://contoso.cognitiveservices.azure.com", "https://c0ntoso.cognitiveservices.azure.com", false)]
    public void The_key_of_the_environment_goes_to_its_own_endpoint_only(string? set, string named, bool connects)
    {
        _session.Run($"$env:FACE_ENDPOINT = '{set}'; $env:FACE_APIKEY = '{Key}'");
        try
        {
            if (connects)
            {
                Assert.Equal("Key", Assert.Single(_session.Run($"Connect-AzFace {named} -PassThru")).Properties["Credential"].Value);
                return;
            }

            ErrorRecord error = _session.Fails($"Connect-AzFace {named}");
            Assert.StartsWith("NoCredential,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("it belongs to FACE_ENDPOINT", error.Exception.Message, StringComparison.Ordinal);
            Assert.Empty(_session.Run("Get-AzFaceContext -ListAvailable"));
        }
        finally
        {
            _session.Run("$env:FACE_ENDPOINT = $env:FACE_APIKEY = $null");
        }
    }

    [Fact]
    public void The_emulator_may_be_used_at_the_rate_of_a_tier()
    {
        Assert.Equal("True", _session.Run("(Connect-AzFace -Emulator -Tier F0 -PassThru).IsEmulator")[0].ToString());
        _session.Run("Stop-AzFaceEmulator");
    }

    [Fact]
    public void No_connection_is_false_where_only_that_is_asked()
    {
        Assert.Equal("False", Assert.Single(_session.Run("Test-AzFaceConnection -Quiet")).ToString());
        Assert.Equal("False", Assert.Single(_session.Run($"$c = Connect-AzFace https://contoso.cognitiveservices.azure.com {Key} -PassThru; Disconnect-AzFace; Test-AzFaceConnection -Quiet -Context $c")).ToString());
        Assert.StartsWith("NotConnected,", _session.Fails("Test-AzFaceConnection").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_parameters_the_environment_is_read_and_what_lacks_is_named()
    {
        _session.Run("$env:FACE_ENDPOINT = 'https://contoso.cognitiveservices.azure.com'");
        ErrorRecord error = _session.Fails("Connect-AzFace");
        Assert.StartsWith("EnvironmentIncomplete,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("FACE_APIKEY", error.Exception.Message, StringComparison.Ordinal);
        PSObject context = Assert.Single(_session.Run($"$env:FACE_APIKEY = '{Key}'; try {{ Connect-AzFace -PassThru }} finally {{ $env:FACE_ENDPOINT = $env:FACE_APIKEY = $null }}"));
        Assert.Equal("Key", context.Properties["Credential"].Value);
    }

    [Fact]
    public void A_secure_string_is_taken_as_key()
    {
        Assert.Single(_session.Run($"$s = [Security.SecureString]::new(); '{Key}'.ToCharArray() | ForEach-Object {{ $s.AppendChar($_) }}; Connect-AzFace -Endpoint contoso.cognitiveservices.azure.com -Key $s -PassThru"));
    }

    [Fact]
    public void Disconnecting_forgets_the_connection()
    {
        _session.Run($"Connect-AzFace -Endpoint https://contoso.cognitiveservices.azure.com -Key {Key}; Disconnect-AzFace");
        Assert.Empty(_session.Run("Get-AzFaceContext"));
    }

    [Fact]
    public void A_connection_that_was_ended_is_not_used_again()
    {
        ErrorRecord error = _session.Fails($"$c = Connect-AzFace -Endpoint https://contoso.cognitiveservices.azure.com -Key {Key} -PassThru; Disconnect-AzFace; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}' -Context $c");
        Assert.StartsWith("Disconnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoke-AzFaceDetection -Attribute Ma", "Mask")]
    [InlineData("Invoke-AzFaceDetection -DetectionModel detection_01 -Attribute N", "Noise")]
    [InlineData("Invoke-AzFaceDetection -DetectionModel ", "detection_01")]
    public void Tab_completes_what_has_a_list(string line, string expected)
    {
        Assert.Contains(expected, _session.Run($"[Management.Automation.CommandCompletion]::CompleteInput('{line}', {line.Length}, $null).CompletionMatches.CompletionText").Select(text => text.ToString()));
    }

    [Fact]
    public async Task Nothing_of_Azure_is_loaded_by_importing_and_connecting()
    {
        string command = $"Import-Module '{ModuleSession.Manifest}'; Connect-AzFace -Endpoint https://contoso.cognitiveservices.azure.com -Key {Key}; [AppDomain]::CurrentDomain.GetAssemblies().Where({{ $_.GetName().Name -like 'Azure.*' }}).Count";
        using Process host = Process.Start(new ProcessStartInfo("dotnet", [typeof(Tools.StandardCmdlets).Assembly.Location, "-Command", command]) { RedirectStandardOutput = true })!;
        Assert.Equal("0", (await host.StandardOutput.ReadToEndAsync()).Trim());
        await host.WaitForExitAsync();
    }

    [Fact]
    public void Nobody_at_the_endpoint_is_one_error_that_ends_the_pipeline()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint http://127.0.0.1:9 -Key {Key}; '{ModuleSession.Sample("astronaut.png")}', '{ModuleSession.Sample("coffee.png")}' | Invoke-AzFaceDetection");
        Assert.StartsWith("ConnectionRefused,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-AzFace -Emulator", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_that_no_model_has_together_are_refused_with_the_way_out()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint http://127.0.0.1:9 -Key {Key}; Invoke-AzFaceDetection x.jpg -Attribute Mask, Accessories");
        Assert.StartsWith("AttributeNotSupported,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("detection_01", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere/at/all.jpg", "PathNotFound")]
    [InlineData("/*.no-such-picture", "NothingMatches")]
    [InlineData("/", "PathIsFolder")]
    public void A_path_that_is_no_picture_is_an_error_of_its_own(string path, string id)
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint http://127.0.0.1:9 -Key {Key}; Invoke-AzFaceDetection '{path}'");
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(path, error.TargetObject);
    }
}
