using System.Management.Automation;
using System.Text;
using FaceCmdlets.Tests.Credentials;

namespace FaceCmdlets.Tests.Module;

/// <summary>A whole run, as talkative as it gets, leaves no secret in any place where somebody might look later.</summary>
public sealed class SecretTests(SecretTests.Run run) : IClassFixture<SecretTests.Run>
{
    [Fact]
    public void The_run_did_what_it_was_for()
    {
        // Without these the other tests would look into empty places.
        Assert.Contains("POST http://127.0.0.1", run.Streams, StringComparison.Ordinal);
        Assert.Contains($"POST {FakeCloud.Endpoint}/face/", run.Streams, StringComparison.Ordinal);
        Assert.Contains("Signed in (ServicePrincipalSecret)", run.Streams, StringComparison.Ordinal);
        Assert.Contains("astronaut.png", run.Files, StringComparison.Ordinal);
        Assert.Contains("FaceCmdlets.FaceContext", run.Exports, StringComparison.Ordinal);
        Assert.Contains("FaceCmdlets.FaceLivenessSession", run.Exports, StringComparison.Ordinal);
        Assert.Contains("FaceCmdlets.FaceEmulatorInfo", run.Exports, StringComparison.Ordinal);
        Assert.True(run.Secrets.Count >= 8);
    }

    /// <summary>Those that the run makes on purpose; any other would mean that something after it was not done.</summary>
    [Fact]
    public void Nothing_failed_but_what_should() => Assert.Equal(
        ["InvalidKey", "PathNotFound", "PersonGroupNotFound", "AuthenticationFailed", "CertificateUnusable", "TokenRefused", "CustomSubdomainRequired"], run.ErrorIds);

    [Fact]
    public void No_stream_has_one() => AssertNone(run.Streams);

    [Fact]
    public void No_error_has_one() => AssertNone(run.Errors);

    [Fact]
    public void No_export_has_one() => AssertNone(run.Exports);

    [Fact]
    public void No_file_has_one() => AssertNone(run.Files);

    [Fact]
    public void A_secret_would_be_found_in_any_of_its_forms()
    {
        foreach (string form in FormsOf("the-secret"))
        {
            Assert.Equal(["a secret"], Found("before " + form + " after", new Dictionary<string, string> { ["a secret"] = "the-secret" }));
        }
    }

    private static IEnumerable<string> FormsOf(string secret) =>
    [
        secret,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
        Convert.ToBase64String(Encoding.Unicode.GetBytes(secret)).TrimEnd('='),
        // So a SecureString looks in a CLIXML file where there is no Windows.
        Convert.ToHexString(Encoding.Unicode.GetBytes(secret)),
        Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
        Uri.EscapeDataString(secret),
    ];

    private static IEnumerable<string> Found(string place, IReadOnlyDictionary<string, string> secrets) =>
        secrets.Where(secret => FormsOf(secret.Value).Any(form => place.Contains(form, StringComparison.OrdinalIgnoreCase))).Select(secret => secret.Key);

    private void AssertNone(string place)
    {
        Assert.NotEmpty(place);
        Assert.Empty(Found(place, run.Secrets));
    }

    /// <summary>The run, once for all tests.</summary>
    public sealed class Run : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

        public Run()
        {
            // A literal on the command line stands in InvocationInfo.Line and in the history: that is the user's own. These come from variables.
            var given = new Dictionary<string, string>
            {
                ["key"] = "key0123456789abcdef~" + Guid.NewGuid().ToString("N"),
                ["wrongKey"] = "wrong-key-0123456789~" + Guid.NewGuid().ToString("N"),
                ["clientSecret"] = FakeCloud.ClientSecret,
                ["wrongSecret"] = "wrong-secret~" + Guid.NewGuid().ToString("N"),
                ["certificatePassword"] = "certificate-password~" + Guid.NewGuid().ToString("N"),
            };
            using var cloud = new FakeCloud();
            string token = cloud.NewToken();
            using var session = new ModuleSession();
            using var environment = new EnvironmentVariables(
                [.. given.Select(secret => ("SECRET_" + secret.Key, (string?)secret.Value)), ("SECRET_token", token)]);
            (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = session.RunWithErrors(Script(_folder));
            foreach (string each in cloud.Tokens)
            {
                given[each] = each;
            }

            given["a liveness session's token"] = Assert.Single(session.Run("[Net.NetworkCredential]::new('', $global:Liveness.AuthToken).Password")).ToString();
            Secrets = given;
            ErrorIds = [.. output.Select(item => item.BaseObject).OfType<ErrorRecord>().Select(error => error.FullyQualifiedErrorId.Split(',')[0])];
            Streams = string.Join('\n', output.Select(Describe));
            Errors = string.Join('\n', errors.Concat(output.Select(item => item.BaseObject).OfType<ErrorRecord>()).Concat(session.Run("$global:Error").Select(item => item.BaseObject).OfType<ErrorRecord>()).Select(Describe));
            Exports = string.Join('\n', output.Where(item => item.BaseObject is not (ErrorRecord or InformationalRecord or InformationRecord)).Concat(session.Run("Get-AzFaceContext -ListAvailable; Get-AzFaceEmulator")).Select(item => PSSerializer.Serialize(item, 5)));
            Files = string.Join('\n', Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(file => file + Encoding.Latin1.GetString(File.ReadAllBytes(file))));
            session.Run("Disconnect-AzFace -All; Stop-AzFaceEmulator");
        }

        public IReadOnlyDictionary<string, string> Secrets { get; }

        /// <summary>In the order of the run.</summary>
        public IReadOnlyList<string> ErrorIds { get; }

        public string Streams { get; }

        public string Errors { get; }

        public string Exports { get; }

        public string Files { get; }

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        /// <summary>Everything goes into one stream, as *> file would take it.</summary>
        private static string Script(string folder) => $$"""
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            & {
                function Attempt([scriptblock] $work) { try { & $work } catch { $_ } }
                Attempt { Connect-AzFace (Start-AzFaceEmulator -Key $env:SECRET_key).Endpoint $env:SECRET_key -Name right -PassThru }
                Attempt { Connect-AzFace (Get-AzFaceEmulator).Endpoint $env:SECRET_wrongKey -Name wrong -PassThru }
                Attempt { Test-AzFaceConnection; Invoke-AzFaceDetection '{{ModuleSession.Sample("astronaut.png")}}' }
                Attempt { Select-AzFaceContext right -PassThru; Test-AzFaceConnection }
                Attempt { '{{ModuleSession.Sample("astronaut.png")}}', '/nowhere.jpg' | Invoke-AzFaceDetection -ReturnFaceId -CheckpointPath '{{folder}}/run.checkpoint' }
                Attempt { New-AzFacePersonGroup secrets; Get-AzFacePersonGroup; Get-AzFacePersonGroup nobody; Remove-AzFacePersonGroup secrets -Confirm:$false }
                Attempt { $global:Liveness = New-AzFaceLivenessSession; $global:Liveness; $global:Liveness | Get-AzFaceLivenessSession }
                Attempt { Compare-AzFace '{{ModuleSession.Sample("astronaut.png")}}' '{{ModuleSession.Sample("astronaut.png")}}' }
                $who = @{ Endpoint = '{{FakeCloud.Endpoint}}'; TenantId = '{{FakeCloud.Tenant}}'; ClientId = '{{FakeCloud.ClientId}}' }
                Attempt { Connect-AzFace @who -ClientSecret $env:SECRET_wrongSecret }
                Attempt { Connect-AzFace @who -CertificatePath '{{ModuleSession.Sample("astronaut.png")}}' -CertificatePassword $env:SECRET_certificatePassword }
                Attempt { Connect-AzFace @who -ClientSecret $env:SECRET_clientSecret -Name principal -PassThru; Test-AzFaceConnection; Invoke-AzFaceDetection '{{ModuleSession.Sample("astronaut.png")}}' }
                Attempt { Connect-AzFace '{{FakeCloud.Endpoint}}' -AccessToken $env:SECRET_token -Name token -PassThru; Test-AzFaceConnection }
                Attempt { Connect-AzFace https://another.cognitiveservices.azure.com -AccessToken ($env:SECRET_token + 'x') -Name refused; Invoke-AzFaceDetection '{{ModuleSession.Sample("astronaut.png")}}' }
                Attempt { Connect-AzFace https://westeurope.api.cognitive.microsoft.com -AccessToken $env:SECRET_token }
            } *>&1
            """;

        private static string Describe(PSObject item) =>
            item.BaseObject is ErrorRecord error ? Describe(error) : $"{item}\n{PSSerializer.Serialize(item, 2)}";

        /// <summary>What Format-List -Force and Get-Error dig out: every inner exception, every property, every bound parameter.</summary>
        private static string Describe(ErrorRecord error)
        {
            var text = new StringBuilder($"{error.FullyQualifiedErrorId}\n{error}\n{error.Exception}\n{error.TargetObject}\n{error.InvocationInfo?.Line}\n{error.InvocationInfo?.PositionMessage}\n");
            foreach ((string name, object value) in error.InvocationInfo?.BoundParameters ?? [])
            {
                text.AppendLine($"{name} {value}");
            }

            for (Exception? e = error.Exception; e is not null; e = e.InnerException)
            {
                foreach (PSPropertyInfo property in new PSObject(e).Properties)
                {
                    text.AppendLine($"{property.Name} {Value(property)}");
                }
            }

            return text.Append(PSSerializer.Serialize(error, 2)).ToString();
        }

        private static object? Value(PSPropertyInfo property)
        {
            try
            {
                return property.Value;
            }
            catch (GetValueException)
            {
                return null;
            }
        }
    }
}
