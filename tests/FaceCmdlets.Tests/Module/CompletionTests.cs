using System.Management.Automation;
using System.Text.RegularExpressions;
using FaceCmdlets.Tests.Credentials;
using FaceCmdlets.Tests.Service;

namespace FaceCmdlets.Tests.Module;

/// <summary>Tab after every parameter of every cmdlet.</summary>
public sealed partial class CompletionTests : IDisposable
{
    /// <summary>A completer asks the service for two seconds at most; the rest is for a busy machine.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator; Disconnect-AzFace -All");
        _session.Dispose();
    }

    [Fact]
    public void No_completer_throws_whatever_was_typed_so_far() => Assert.Empty(_session.Run($$"""
        {{EachParameter}}
        $complete = [Management.Automation.IArgumentCompleter].GetMethod('CompleteArgument')
        $bound = @{ PersonGroup = 'crew'; Person = 'Ada'; FaceList = 'gallery' }
        foreach ($parameter in Get-EachParameter) {
            foreach ($attribute in $parameter.Attributes | Where-Object { $_ -is [Management.Automation.ArgumentCompleterAttribute] }) {
                $completer = [Activator]::CreateInstance($attribute.Type, $true)
                foreach ($word in $null, '', 'x', "'", '"', "'{", '{', '}', '[', '*', '`', '''{A} {', ' ', '/', 'https://', 'é', '$x') {
                    foreach ($typed in @{}, $bound) {
                        try { @($complete.Invoke($completer, @($parameter.Command, $parameter.Name, $word, $null, $typed))).Count | Out-Null }
                        catch { "$($parameter.Command) -$($parameter.Name) $word : $($_.Exception.GetBaseException().Message)" }
                    }
                }
            }
        }
        """).Select(complaint => complaint.ToString()));

    [Fact]
    public void Without_a_connection_every_parameter_answers_soon() => Assert.Empty(Slow());

    [Fact]
    public void With_an_endpoint_that_never_answers_every_parameter_answers_soon()
    {
        using var server = new OddServer(OddServer.Answer(200, "[]")) { Delay = TimeSpan.FromMinutes(2) };
        _session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key 0123456789abcdef");
        Assert.Empty(Slow("'Get-AzFacePersonGroup -PersonGroup ', 'Get-AzFacePerson crew -Person ', 'Get-AzFaceList -FaceList ', 'Get-AzFacePersonFace crew Ada -PersistedFaceId ', 'Get-AzFaceListFace gallery -PersistedFaceId '"));
        Assert.NotEqual(0, server.Requests);
    }

    [Fact]
    public void Whatever_has_a_list_offers_it()
    {
        _session.Run($$"""
            Connect-AzFace -Emulator
            New-AzFacePersonGroup crew 'The crew' | Out-Null
            New-AzFacePerson crew Ada | Out-Null
            Add-AzFacePersonFace crew Ada '{{Astronaut}}' -UserData front | Out-Null
            New-AzFaceList gallery | Out-Null
            Add-AzFaceListFace gallery -Path '{{Astronaut}}' -UserData 'row 1' | Out-Null
            New-AzFaceLivenessSession | Out-Null
            """);
        Assert.Empty(_session.Run($$"""
            {{EachParameter}}
            # What no list can be made of on every machine: certificates, who signs in, and pictures of attempts.
            $without = 'CertificateThumbprint', 'TenantId', 'ClientId', 'SessionImageId'
            foreach ($parameter in Get-EachParameter) {
                $plain = $parameter.Type
                if ($plain.IsArray) { $plain = $plain.GetElementType() }
                if ([Nullable]::GetUnderlyingType($plain)) { $plain = [Nullable]::GetUnderlyingType($plain) }
                $hasList = $plain.IsEnum -or ($parameter.Attributes | Where-Object { $_ -is [Management.Automation.ValidateSetAttribute] -or $_ -is [Management.Automation.ArgumentCompleterAttribute] })
                if (-not $hasList -or $parameter.Name -in $without) { continue }
                $offered = [Management.Automation.CommandCompletion]::CompleteInput($parameter.Line, $parameter.Line.Length, $null).CompletionMatches
                if (-not $offered.Count -or $offered[0].ResultType -notin 'ParameterValue', 'Text') { $parameter.Line }
            }
            """).Select(line => line.ToString()));
    }

    [Theory]
    [InlineData("Key", "(Read-Host Key -AsSecureString)")]
    [InlineData("AccessToken", "(Read-Host Token -AsSecureString)")]
    [InlineData("ClientSecret", "(Read-Host Secret -AsSecureString)")]
    [InlineData("CertificatePassword", "(Read-Host Password -AsSecureString)")]
    [InlineData("TenantId", "a-tenant")]
    [InlineData("ClientId", "an-application")]
    public void Where_no_file_can_be_meant_none_is_offered(string parameter, string offered)
    {
        using (new EnvironmentVariables(("AZURE_TENANT_ID", "a-tenant"), ("AZURE_CLIENT_ID", "an-application")))
        {
            Assert.Equal([offered], Complete($"Connect-AzFace -{parameter} ").Select(match => match.CompletionText));
        }

        using (new EnvironmentVariables(("AZURE_TENANT_ID", null), ("AZURE_CLIENT_ID", null)))
        {
            Assert.DoesNotContain(Complete($"Connect-AzFace -{parameter} "), match => match.ResultType is CompletionResultType.ProviderItem or CompletionResultType.ProviderContainer);
            Assert.Empty(Complete($"Connect-AzFace -{parameter} b"));
        }
    }

    [Fact]
    public void Where_secrets_are_kept_Tab_offers_to_fetch_one()
    {
        _session.Run("function global:Get-Secret { }");
        Assert.Equal(["(Get-Secret NAME)", "(Read-Host Key -AsSecureString)"], Complete("Connect-AzFace -Key ").Select(match => match.CompletionText));
    }

    [Fact]
    public void What_is_true_or_false_offers_both() => Assert.Equal(["$true", "$false"], Complete("Set-AzFaceSetting -LivenessAbuseMonitoring ").Select(match => match.CompletionText));

    [Theory]
    [InlineData("Connect-AzFace -Authority login.microsoftonline.u", "https://login.microsoftonline.us")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -Name ", "'contoso'")]
    [InlineData("Test-AzFacePhoto -AspectRatio 35", "35x45")]
    [InlineData("Test-AzFacePhoto -Size 41", "413x531")]
    [InlineData("New-AzFaceLivenessSession -ModelVersion ", "2024-11-15")]
    public void Tab_offers_what_is_often_typed(string line, string first) =>
        Assert.Equal(first, _session.Run($"[Management.Automation.CommandCompletion]::CompleteInput('{line}', {line.Length}, $null).CompletionMatches[0].CompletionText")[0].ToString());

    [Fact]
    public void What_Tab_offers_for_an_emulator_stops_it() => Assert.Empty(_session.Run("""
        $null = Start-AzFaceEmulator
        $line = 'Stop-AzFaceEmulator '
        & ([scriptblock]::Create($line + [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches[0].CompletionText))
        Get-AzFaceEmulator
        """));

    [Theory]
    [InlineData("FaceListId")]
    [InlineData("PersonGroupId")]
    [InlineData("PersonId")]
    [InlineData("PersistedFaceId")]
    [InlineData("SessionId")]
    [InlineData("SessionImageId")]
    [InlineData("PersonGroup")]
    [InlineData("Person")]
    [InlineData("FaceList")]
    [InlineData("Context")]
    public void Wherever_a_cmdlet_takes_what_is_there_Tab_shows_it(string name) => Assert.Empty(_session.Run($$"""
        {{EachParameter}}
        # What is made has no list.
        Get-EachParameter | Where-Object { $_.Name -eq '{{name}}' -and $_.Command -notlike 'New-AzFace*' -or ($_.Name -eq '{{name}}' -and '{{name}}' -in 'PersonGroup', 'Person', 'FaceList', 'Context') } |
            Where-Object { -not ($_.Attributes | Where-Object { $_ -is [Management.Automation.ArgumentCompleterAttribute] }) } | ForEach-Object Line
        """).Select(line => line.ToString()));

    [Fact]
    public void The_user_data_of_a_face_is_its_tip()
    {
        _session.Run($$"""
            Connect-AzFace -Emulator
            New-AzFacePersonGroup crew | Out-Null
            New-AzFacePerson crew Ada | Out-Null
            Add-AzFacePersonFace crew Ada '{{Astronaut}}' -UserData front | Out-Null
            """);
        Assert.Equal("front", Assert.Single(Complete("Remove-AzFacePersonFace crew Ada ")).ToolTip);
    }

    [Fact]
    public void Persons_are_offered_by_name_where_that_is_theirs_alone_and_else_by_id()
    {
        string[] ids = [.. _session.Run("""
            Connect-AzFace -Emulator
            New-AzFacePersonGroup crew | Out-Null
            'Ada', 'Bert', 'Bert', 'bert' | New-AzFacePerson crew | ForEach-Object { $_.PersonId.ToString() }
            """).Select(id => id.ToString())];
        Assert.Equal(ids[1..3].Order(StringComparer.Ordinal).Append("'bert'").Order(StringComparer.Ordinal), Complete("Remove-AzFacePerson crew Ber").Select(offered => offered.CompletionText).Order(StringComparer.Ordinal));
        Assert.Equal([("'Ada'", "Ada", ids[0])], Complete("Get-AzFacePerson crew A").Where(offered => offered.CompletionText[0] == '\'').Select(offered => (offered.CompletionText, offered.ListItemText, offered.ToolTip)));
        CompletionResult byId = Assert.Single(Complete($"Get-AzFacePerson crew {ids[1][..12]}"));
        Assert.Equal((ids[1], $"Bert {ids[1]}", "Bert"), (byId.CompletionText, byId.ListItemText, byId.ToolTip));
    }

    [Fact]
    public void An_object_that_was_typed_says_which_group_is_asked()
    {
        _session.Run("Connect-AzFace -Emulator; New-AzFacePersonGroup crew | Out-Null; $small = New-AzFacePersonGroup crew -Standard; New-AzFacePerson crew Ada -Standard | Out-Null");
        Assert.Equal("'Ada'", Assert.Single(Complete("Get-AzFacePerson $small ")).CompletionText);
    }

    [Fact]
    public void The_connection_that_was_typed_is_the_one_that_is_asked()
    {
        _session.Run("Connect-AzFace -Emulator; New-AzFacePersonGroup crew | Out-Null; Connect-AzFace -Endpoint https://no-such-resource.invalid -Key 0123456789abcdef");
        Assert.Empty(Complete("Get-AzFacePersonGroup "));
        Assert.Equal("crew", Assert.Single(Complete("Get-AzFacePersonGroup -Context emulator -PersonGroup ")).CompletionText);
    }

    [Theory]
    [InlineData("Connect-AzFace contoso", "https://contoso.cognitiveservices.azure.com")]
    [InlineData("Connect-AzFace westeurope", "https://westeurope.api.cognitive.microsoft.com")]
    [InlineData("Connect-AzFace https://contoso", "https://contoso.cognitiveservices.azure.com")]
    [InlineData("Export-AzFaceImage -Label '{FaceNumber} {Ya", "'{FaceNumber} {Yaw}'")]
    [InlineData("Export-AzFaceImage -NameTemplate '{Na", "'{Name}'")]
    [InlineData("Export-AzFaceImage -Color oran", "Orange")]
    [InlineData("Start-AzFaceEmulator -ArgumentList --qu", "'--quota'")]
    [InlineData("Invoke-AzFaceDetection -DetectionModel detection_03 -Attribute Ma", "Mask")]
    [InlineData("Test-AzFacePhoto -Rule Pass", "Passport")]
    [InlineData("Test-AzFacePhoto -Glasses NoS", "NoSunglasses")]
    [InlineData("Test-AzFacePhoto -MaximumBlur Me", "Medium")]
    [InlineData("Test-AzFacePhoto -MinimumQuality ", "Low")]
    public void What_is_begun_is_completed(string line, string completed) => Assert.Equal(completed, Complete(line)[0].CompletionText);

    [Fact]
    public void The_options_that_are_offered_are_those_of_the_program()
    {
        string source = File.ReadAllText(Path.Combine(ModuleSession.Root, "src", "FaceEmulator", "EmulatorOptions.cs"));
        string usage = source[source.IndexOf("Usage = \"\"\"", StringComparison.Ordinal)..source.IndexOf("\"\"\";", StringComparison.Ordinal)];
        string[] ofParameters = ["--port", "--key", "--stdin", "--limited-access", "--version", "--help"];
        Assert.Equal(
            Option().Matches(usage).Select(match => match.Value).Except(ofParameters).Order(StringComparer.Ordinal),
            Complete("Start-AzFaceEmulator -ArgumentList ").Select(match => match.CompletionText.Trim('\'')).Order(StringComparer.Ordinal));
    }

    /// <summary>Each parameter, and a line that ends where its value is wanted.</summary>
    private static string EachParameter => """
        function Get-EachParameter {
            $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
            foreach ($command in Get-Command -Module FaceCmdlets) {
                foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common -and -not $_.SwitchParameter }) {
                    $line = $command.Name
                    if ($command.Parameters.ContainsKey('PersonGroup') -and $parameter.Name -notin 'PersonGroup', 'FaceList') { $line += ' -PersonGroup crew' }
                    if ($command.Parameters.ContainsKey('Person') -and $parameter.Name -notin 'Person', 'PersonGroup') { $line += ' -Person Ada' }
                    if ($command.Parameters.ContainsKey('FaceList') -and $parameter.Name -notin 'FaceList', 'PersonGroup' -and -not $command.Parameters.ContainsKey('PersonGroup')) { $line += ' -FaceList gallery' }
                    [pscustomobject]@{ Command = $command.Name; Name = $parameter.Name; Type = $parameter.ParameterType; Attributes = $parameter.Attributes; Line = "$line -$($parameter.Name) " }
                }
            }
        }
        """;

    private System.Collections.ObjectModel.Collection<CompletionResult> Complete(string line)
    {
        var completion = (CommandCompletion)Assert.Single(_session.Run($"$line = '{line.Replace("'", "''", StringComparison.Ordinal)}'; [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)")).BaseObject;
        return completion.CompletionMatches;
    }

    /// <summary>The lines whose completion takes longer than the bound; of all parameters where none are given.</summary>
    private IEnumerable<string> Slow(string? lines = null) => _session.Run($$"""
        {{EachParameter}}
        foreach ($line in {{lines ?? "(Get-EachParameter).Line"}}) {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null) | Out-Null
            if ($watch.Elapsed.TotalSeconds -gt {{Bound.TotalSeconds}}) { "$line took $($watch.Elapsed)" }
        }
        """).Select(line => line.ToString());

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
