using System.Management.Automation;
using System.Text;

namespace FaceCmdlets.Tests.Module;

/// <summary>Liveness sessions from a script's side; the emulator is told what a camera would have seen.</summary>
public sealed class LivenessTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Coffee = ModuleSession.Sample("coffee.png");
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ModuleSession _session = new();

    public LivenessTests() => _session.Run("""
        Connect-AzFace -Emulator
        function Send-Attempt($session, $body, $query) {
            # As a device does: with the session's token, not with the key.
            $device = [Net.Http.HttpClient]::new()
            $device.DefaultRequestHeaders.Authorization = 'Bearer ' + [Net.NetworkCredential]::new('', $session.AuthToken).Password
            if ($body -like '{*') { $content = [Net.Http.StringContent]::new($body, [Text.Encoding]::UTF8, 'application/json') }
            else { $content = [Net.Http.ByteArrayContent]::new([IO.File]::ReadAllBytes($body)); $content.Headers.ContentType = 'application/octet-stream' }
            [int]$device.PostAsync("$((Get-AzFaceContext).Endpoint)emulator/sessions/$($session.SessionId)/attempts$query", $content).Result.StatusCode
        }
        $mask = '{"error":{"code":"FaceWithMaskDetected","message":"Mask detected on face image."}}'
        """);

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public void A_session_goes_from_its_creation_to_its_picture()
    {
        PSObject made = Assert.Single(_session.Run("($session = New-AzFaceLivenessSession -EnableSessionImage)"));
        Assert.Equal(("Liveness", "NotStarted", 0), (Text(made, "Kind"), Text(made, "Status"), made.Properties["AttemptCount"].Value));
        Assert.Equal(200, Assert.Single(_session.Run($"Send-Attempt $session '{Astronaut}'")).BaseObject);
        PSObject ended = Assert.Single(_session.Run("($ended = $session | Get-AzFaceLivenessSession -Wait)"));
        Assert.Equal(("Succeeded", "realface", 1), (Text(ended, "Status"), Text(ended, "LivenessDecision"), ended.Properties["AttemptCount"].Value));
        PSObject face = Assert.Single(_session.Run("$ended | Invoke-AzFaceDetection"));
        Assert.Equal(ended.Properties["Left"].Value, face.Properties["Left"].Value);
        PSObject saved = Assert.Single(_session.Run($"$ended | Save-AzFaceSessionImage -OutputDirectory '{_folder}/new'"));
        Assert.NotNull(saved.Properties["PSPath"]);
        string file = saved.ToString();
        Assert.Equal(Text(ended, "SessionImageId") + ".png", Path.GetFileName(file));
        Assert.Equal(File.ReadAllBytes(Astronaut), File.ReadAllBytes(file));
    }

    [Fact]
    public void A_session_s_picture_is_detected_in_a_job_and_not_again_once_a_checkpoint_has_it()
    {
        _session.Run($"$session = New-AzFaceLivenessSession -EnableSessionImage; $null = Send-Attempt $session '{Astronaut}'; $ended = $session | Get-AzFaceLivenessSession");
        _session.Run("($job = $ended | Invoke-AzFaceDetection -AsJob) | Wait-Job | Out-Null");
        PSObject face = Assert.Single(_session.Run("$job | Receive-Job"));
        Assert.Equal(Text(_session.Run("$ended")[0], "SessionImageId"), Text(face, "Path"));
        string again = $"$ended | Invoke-AzFaceDetection -CheckpointPath '{_folder}/checkpoint.jsonl'";
        Assert.Single(_session.Run(again));
        Assert.Empty(_session.Run(again));
    }

    [Fact]
    public void With_a_picture_the_person_has_to_be_its_person()
    {
        PSObject ended = Assert.Single(_session.Run($"$session = Get-ChildItem '{Astronaut}' | New-AzFaceLivenessSession -ReturnVerifyImageHash; $null = Send-Attempt $session '{Astronaut}'; $session | Get-AzFaceLivenessSession"));
        Assert.Equal(("LivenessWithVerify", true, "Medium"), (Text(ended, "Kind"), ended.Properties["IsIdentical"].Value, Text(ended, "VerifyImageQuality")));
        Assert.True((double)ended.Properties["MatchConfidence"].Value > 0.99);
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Astronaut))), Text(ended, "VerifyImageHash"));
    }

    [SharedPhotosFact]
    public void Somebody_else_is_not_identical()
    {
        string folder = SharedPhotosFactAttribute.Folder;
        PSObject ended = Assert.Single(_session.Run($"$session = New-AzFaceLivenessSession -VerifyImage '{folder}/person-a-1.jpg'; $null = Send-Attempt $session '{folder}/person-b-1.jpg'; $session | Get-AzFaceLivenessSession"));
        Assert.Equal(("Succeeded", "realface", false), (Text(ended, "Status"), Text(ended, "LivenessDecision"), ended.Properties["IsIdentical"].Value));
    }

    [Fact]
    public void An_attempt_that_failed_is_an_outcome_and_not_an_error()
    {
        PSObject ended = Assert.Single(_session.Run("$session = New-AzFaceLivenessSession; $null = Send-Attempt $session $mask; $session | Get-AzFaceLivenessSession -Wait"));
        Assert.Equal(("Failed", "FaceWithMaskDetected", "Mask detected on face image."), (Text(ended, "Status"), Text(ended, "ErrorCode"), Text(ended, "ErrorMessage")));
        Assert.Null(ended.Properties["LivenessDecision"].Value);
    }

    [Fact]
    public void A_spoof_is_a_decision()
    {
        PSObject ended = Assert.Single(_session.Run($"$session = New-AzFaceLivenessSession; $null = Send-Attempt $session '{Astronaut}' '?livenessDecision=spoofface'; Get-AzFaceLivenessSession $session.SessionId"));
        Assert.Equal(("Succeeded", "spoofface"), (Text(ended, "Status"), Text(ended, "LivenessDecision")));
    }

    [Fact]
    public void A_session_of_either_kind_is_found_and_deleted_by_its_id_alone()
    {
        IReadOnlyList<PSObject> kinds = _session.Run($"$both = (New-AzFaceLivenessSession), (New-AzFaceLivenessSession -VerifyImage '{Astronaut}'); $both.SessionId | Get-AzFaceLivenessSession | ForEach-Object Kind");
        Assert.Equal(["Liveness", "LivenessWithVerify"], kinds.Select(kind => kind.ToString()));
        _session.Run("$both.SessionId | Remove-AzFaceLivenessSession -Confirm:$false");
        (IReadOnlyList<PSObject> left, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors("$both | Get-AzFaceLivenessSession");
        Assert.Empty(left);
        Assert.Equal(["SessionNotFound", "SessionNotFound"], errors.Select(Id));
    }

    [Fact]
    public void A_token_of_a_deleted_session_opens_nothing() =>
        Assert.Equal(401, Assert.Single(_session.Run("$session = New-AzFaceLivenessSession; $session | Remove-AzFaceLivenessSession -Confirm:$false; Send-Attempt $session $mask")).BaseObject);

    [Fact]
    public void Waiting_ends_with_an_error_when_nobody_comes()
    {
        ErrorRecord error = _session.Fails("New-AzFaceLivenessSession | Get-AzFaceLivenessSession -Wait -Timeout 0.3");
        Assert.Equal("SessionTimeout", Id(error));
        Assert.Contains("NotStarted", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_shows_progress_and_says_when_it_is_over()
    {
        IReadOnlyList<ProgressRecord> progress = _session.Progress("New-AzFaceLivenessSession | Get-AzFaceLivenessSession -Wait -Timeout 0.3 -ErrorAction Ignore");
        Assert.Contains(progress, record => record.StatusDescription.StartsWith("NotStarted", StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Fact]
    public void Waiting_stops_when_it_is_told_to()
    {
        // It would wait for ten minutes.
        long milliseconds = _session.MillisecondsToStop("New-AzFaceLivenessSession | Get-AzFaceLivenessSession -Wait", shell => shell.Streams.Progress.Count > 0);
        Assert.True(milliseconds < 60_000);
    }

    [Theory]
    [InlineData("-ClientAttemptsAllowed 2")]
    [InlineData("-UserCorrelationId u")]
    [InlineData("-UserCorrelationIdSetInClient")]
    [InlineData("-ExpectedClientIPAddress 127.0.0.1")]
    [InlineData("-ClientAttemptsAllowed 2 -VerifyImage samples/astronaut.png")]
    public void What_the_preview_adds_asks_for_the_preview(string parameter)
    {
        ErrorRecord error = _session.Fails("New-AzFaceLivenessSession " + parameter);
        Assert.Equal("ApiVersionRequired", Id(error));
        Assert.Contains("Connect-AzFace -Emulator -ApiVersion v1.3-preview.1", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_preview_adds_works_with_the_preview()
    {
        PSObject session = Assert.Single(_session.Run("""
            Connect-AzFace -Emulator -ApiVersion v1.3-preview.1
            $session = New-AzFaceLivenessSession -ClientAttemptsAllowed 2 -UserCorrelationId visitor -ExpectedClientIPAddress 127.0.0.0/8
            $null = Send-Attempt $session $mask; $null = Send-Attempt $session $mask
            $session | Get-AzFaceLivenessSession
            """));
        Assert.Equal(("Failed", 2, "127.0.0.1", "127.0.0.0/8"), (Text(session, "Status"), session.Properties["AttemptCount"].Value, Text(session, "ClientIPAddress"), Text(session, "ExpectedClientIPAddress")));
        Assert.Equal([2, 1], _session.Run("($session | Get-AzFaceLivenessSession).Attempts.AttemptId").Select(id => id.BaseObject));
    }

    [Fact]
    public void Watching_for_abuse_is_switched_on_and_off_and_asked_for()
    {
        _session.Run("Connect-AzFace -Emulator -ApiVersion v1.3-preview.1");
        Assert.Equal([false, false, true, true, false], _session.Run("""
            (Get-AzFaceSetting).LivenessAbuseMonitoring
            Set-AzFaceSetting $true -WhatIf
            (Get-AzFaceSetting).LivenessAbuseMonitoring
            (Set-AzFaceSetting $true -PassThru).LivenessAbuseMonitoring
            (Get-AzFaceSetting).LivenessAbuseMonitoring
            Set-AzFaceSetting -LivenessAbuseMonitoring $false
            (Get-AzFaceSetting).LivenessAbuseMonitoring
            """).Select(value => (bool)value.BaseObject));
    }

    [Theory]
    [InlineData("Get-AzFaceSetting")]
    [InlineData("Set-AzFaceSetting $true")]
    public void Settings_ask_for_the_preview(string command)
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace -Emulator; {command}");
        Assert.StartsWith("ApiVersionRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Connect-AzFace -Emulator -ApiVersion v1.3-preview.1", error.ErrorDetails?.RecommendedAction);
    }

    [Fact]
    public void Abuse_is_told_where_the_resource_is_watched()
    {
        PSObject session = Assert.Single(_session.Run($$$"""
            Connect-AzFace -Emulator -ApiVersion v1.3-preview.1
            Set-AzFaceSetting -LivenessAbuseMonitoring $true
            $sessions = 1..2 | ForEach-Object { New-AzFaceLivenessSession -UserCorrelationId mallory }
            $sessions | ForEach-Object { $null = Send-Attempt $_ '{{{Astronaut}}}' '?livenessDecision=spoofface' }
            $sessions[1] | Get-AzFaceLivenessSession
            """));
        Assert.Equal((true, true), (session.Properties["IsAbuseMonitoringEnabled"].Value, session.Properties["IsAbuseDetected"].Value));
        Assert.Equal(_session.Run("$sessions[0].SessionId")[0].ToString(), Assert.Single(_session.Run("($sessions[1] | Get-AzFaceLivenessSession).Attempts[0].OtherFlaggedSessionIds")).ToString());
    }

    [Theory]
    [InlineData("-DeviceCorrelationId d -DeviceCorrelationIdSetInClient", "InvalidDeviceCorrelationId")]
    [InlineData("-TokenTimeToLive 59", "InvalidTokenLifetime")]
    [InlineData("-TokenTimeToLive 1.01:00:00", "InvalidTokenLifetime")]
    [InlineData("-ModelVersion 1999-01-01", "BadArgument")]
    [InlineData("-OperationMode Asleep", "ParameterArgumentValidationError")]
    [InlineData("-VerifyImage nowhere.png", "PathNotFound")]
    public void What_cannot_be_a_session_says_why(string parameters, string id) => Assert.Equal(id, Id(_session.Fails("New-AzFaceLivenessSession " + parameters)));

    [Fact]
    public void A_picture_without_a_face_is_its_own_error_and_the_next_is_taken()
    {
        (IReadOnlyList<PSObject> made, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"'{Coffee}', '{Astronaut}' | New-AzFaceLivenessSession");
        Assert.Single(made);
        ErrorRecord error = Assert.Single(errors);
        Assert.Equal(("InvalidImage", (object)Coffee), (Id(error), error.TargetObject));
        Assert.Contains("exactly one face", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_makes_deletes_and_writes_nothing()
    {
        Assert.Empty(_session.Run("New-AzFaceLivenessSession -WhatIf"));
        _session.Run($"$session = New-AzFaceLivenessSession -EnableSessionImage; $null = Send-Attempt $session '{Astronaut}'; $session | Remove-AzFaceLivenessSession -WhatIf");
        Assert.Empty(_session.Run($"$session | Get-AzFaceLivenessSession | Save-AzFaceSessionImage -OutputDirectory '{_folder}/never' -WhatIf"));
        Assert.False(Directory.Exists(Path.Combine(_folder, "never")));
    }

    [Fact]
    public void A_file_that_is_there_is_kept_unless_forced()
    {
        string file = Path.Combine(_folder, "taken [1].png");
        File.WriteAllText(file, "mine");
        _session.Run($"$session = New-AzFaceLivenessSession -EnableSessionImage; $null = Send-Attempt $session '{Astronaut}'; $ended = $session | Get-AzFaceLivenessSession");
        Assert.Equal("FileExists", Id(_session.Fails($"$ended | Save-AzFaceSessionImage -Path '{file}'")));
        Assert.Equal("mine", File.ReadAllText(file));
        _session.Run($"$ended | Save-AzFaceSessionImage -Path '{file}' -Force");
        Assert.Equal(File.ReadAllBytes(Astronaut), File.ReadAllBytes(file));
        _session.Run($"$null = $ended | Save-AzFaceSessionImage -OutputDirectory '{_folder}'");
        Assert.Equal("FileExists", Id(_session.Fails($"$ended | Save-AzFaceSessionImage -OutputDirectory '{_folder}'")));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Theory]
    [InlineData("'../escape'")]
    [InlineData("'a/../../b'")]
    [InlineData(@"'..\escape'")]
    [InlineData("'C:stream'")]
    [InlineData("'COM1'")]
    public void An_id_cannot_leave_the_folder(string id)
    {
        Assert.Equal("InvalidSessionImageId", Id(_session.Fails($"{id} | Save-AzFaceSessionImage -OutputDirectory '{_folder}'")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_session_without_a_picture_says_so()
    {
        Assert.Equal("NoSessionImage", Id(_session.Fails("New-AzFaceLivenessSession | Save-AzFaceSessionImage")));
        Assert.Equal("SessionImageNotFound", Id(_session.Fails("Save-AzFaceSessionImage unknown-0123")));
    }

    [Fact]
    public void The_token_is_a_secure_string_unless_it_is_wanted_plain()
    {
        Assert.IsType<System.Security.SecureString>(Assert.Single(_session.Run("(New-AzFaceLivenessSession).AuthToken")).BaseObject);
        Assert.StartsWith("ey", Assert.Single(_session.Run("(New-AzFaceLivenessSession -AsPlainText).AuthToken")).BaseObject as string, StringComparison.Ordinal);
        Assert.StartsWith("ey", Text(Assert.Single(_session.Run("New-AzFaceLivenessSession -AsPlainText | Select-Object SessionId, AuthToken")), "AuthToken"), StringComparison.Ordinal);
        Assert.Null(Assert.Single(_session.Run("(New-AzFaceLivenessSession | Get-AzFaceLivenessSession).AuthToken")));
    }

    [Theory]
    [InlineData("$session, $ended | Format-List * | Out-String")]
    [InlineData("$session, $ended | Format-Table | Out-String")]
    [InlineData("$session, $ended | ConvertTo-Json -Depth 9")]
    [InlineData("$session, $ended | ForEach-Object { [Management.Automation.PSSerializer]::Serialize($_, 9) }")]
    [InlineData("$session, $ended | Export-Csv $csv; [IO.File]::ReadAllText($csv)")]
    [InlineData("$session, $ended | Select-Object * | Format-List * | Out-String")]
    [InlineData("$session, $ended | ForEach-Object { \"$_\" }")]
    public void The_token_is_in_no_view_and_no_file(string show)
    {
        _session.Run($"$csv = '{_folder}/sessions.csv'; $session = New-AzFaceLivenessSession -AsPlainText; $null = Send-Attempt $session $mask; $ended = $session | Get-AzFaceLivenessSession");
        string token = _session.Run("$session.AuthToken")[0].ToString(), shown = string.Concat(_session.Run(show));
        Assert.Contains(_session.Run("$session.SessionId")[0].ToString(), shown, StringComparison.Ordinal);
        Assert.DoesNotContain(token, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("SecureString", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secure_token_is_not_in_a_file_as_hexadecimal_text_either()
    {
        // As PowerShell writes a SecureString where there is no DPAPI.
        _session.Run("$session = New-AzFaceLivenessSession");
        string token = _session.Run("[Net.NetworkCredential]::new('', $session.AuthToken).Password")[0].ToString();
        string written = string.Concat(_session.Run("[Management.Automation.PSSerializer]::Serialize($session, 9)"));
        Assert.Contains(_session.Run("$session.SessionId")[0].ToString(), written, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(Encoding.Unicode.GetBytes(token[..16])), written, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void All_but_the_token_goes_into_a_file_and_comes_back()
    {
        _session.Run("$session = New-AzFaceLivenessSession; $null = Send-Attempt $session $mask; $ended = $session | Get-AzFaceLivenessSession; $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($ended, 3))");
        Assert.Equal(_session.Run("$ended.PSObject.Properties.Name").Select(name => name.ToString()).Append("Attempts").Order(), _session.Run("$back.PSObject.Properties.Name").Select(name => name.ToString()).Order());
        Assert.Equal("FaceWithMaskDetected", Assert.Single(_session.Run("$back.Attempts.ErrorCode")).ToString());
    }

    [Fact]
    public void The_token_is_in_no_message()
    {
        string told = string.Concat(_session.Run("""
            $VerbosePreference = $DebugPreference = 'Continue'
            $told = & {
                $script:session = New-AzFaceLivenessSession -AsPlainText
                $null = Send-Attempt $session $mask
                $session | Get-AzFaceLivenessSession -Wait
                $session | Remove-AzFaceLivenessSession -Confirm:$false
                $session | Get-AzFaceLivenessSession
            } *>&1
            $VerbosePreference = $DebugPreference = 'SilentlyContinue'
            $told | ForEach-Object { "$_ $($_.Exception)" }
            """));
        Assert.Contains("detectLiveness-sessions", told, StringComparison.Ordinal);
        Assert.Contains("bytes sent", told, StringComparison.Ordinal);
        Assert.Contains("Session ID is not found", told, StringComparison.Ordinal);
        Assert.DoesNotContain(_session.Run("$session.AuthToken")[0].ToString(), told, StringComparison.Ordinal);
    }

    private static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    private static string Text(PSObject it, string property) => it.Properties[property].Value?.ToString() ?? string.Empty;
}
