using System.Diagnostics;
using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Bulk;

public sealed class CheckpointTests : IDisposable
{
    private const int Kills = 3;
    private const int InFlight = 2;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ModuleSession _session = new();
    private readonly string _journal;

    public CheckpointTests()
    {
        _journal = Path.Combine(_folder, "faces.checkpoint");
        for (int i = 0; i < 12; i++)
        {
            File.Copy(ModuleSession.Sample(i % 3 == 0 ? "astronaut.png" : "coffee.png"), Path.Combine(_folder, $"{i:00}.png"));
        }

        _session.Run("$e = Start-AzFaceEmulator -Key local-key-0123456789; Connect-AzFace -Endpoint $e.Endpoint -Key local-key-0123456789");
    }

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public void The_same_command_again_sends_nothing_and_can_emit_all()
    {
        string[] first = Paths(Detect(""));
        int calls = Calls();
        Assert.Equal(12, first.Length);
        Assert.Empty(Detect(""));
        IReadOnlyList<PSObject> again = Detect("-PassThru");
        Assert.Equal(first, Paths(again));
        Assert.Equal([1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0], again.Select(image => (int)image.Properties["FaceCount"].Value));
        Assert.Equal(calls, Calls());
        Assert.Equal(first, Paths(_session.Run($"Get-AzFaceCheckpoint '{_journal}'")));
    }

    [Fact]
    public void A_changed_file_and_another_question_are_sent_again()
    {
        Detect("");
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "05.png"), DateTime.UtcNow.AddHours(-3));
        Assert.Equal("05.png", Path.GetFileName(Assert.Single(Paths(Detect("")))));
        Assert.Equal(12, Detect("-Attribute Blur").Count);
    }

    [Fact]
    public void What_was_left_by_a_budget_is_done_by_the_next_run()
    {
        string[] first = Paths(Detect("-MaxCalls 5 -WarningAction SilentlyContinue"));
        string[] second = Paths(Detect(""));
        Assert.Equal(5, first.Length);
        Assert.Equal(12, first.Concat(second).Distinct().Count());
        Assert.Equal(7, second.Length);
    }

    [Fact]
    public void A_journal_cut_at_any_byte_loses_at_most_its_last_picture()
    {
        Detect("");
        byte[] whole = File.ReadAllBytes(_journal);
        int calls = Calls();
        for (int cut = whole.Length - 1; cut > whole.Length - 260; cut -= 37)
        {
            File.WriteAllBytes(_journal, whole[..cut]);
            int missing = 12 - whole[..cut].Count(b => b == (byte)'\n');
            Assert.Equal(missing, Detect("").Count);
            calls += missing;
            Assert.Equal(calls, Calls());
            Assert.Equal(12, _session.Run($"Get-AzFaceCheckpoint '{_journal}'").Count);
        }
    }

    [Fact]
    public async Task Killed_again_and_again_the_runs_together_do_every_picture_once()
    {
        // Slow enough to be killed between two pictures.
        string endpoint = _session.Run("Stop-AzFaceEmulator; $e = Start-AzFaceEmulator -Key local-key-0123456789 -ArgumentList --latency, 500; Connect-AzFace -Endpoint $e.Endpoint -Key local-key-0123456789; $e.Endpoint.AbsoluteUri")[0].ToString();
        string script = $"Import-Module '{ModuleSession.Manifest}'; Connect-AzFace -Endpoint {endpoint} -Key local-key-0123456789; Get-ChildItem '{_folder}' -Filter *.png | Invoke-AzFaceDetection -CheckpointPath '{_journal}' -ThrottleLimit {InFlight} -PerImage";
        for (int run = 0; run < Kills; run++)
        {
            long before = Length();
            using Process host = Process.Start(new ProcessStartInfo("dotnet", [typeof(Tools.StandardCmdlets).Assembly.Location, "-Command", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Eventually.Is(() => Length() > before || host.HasExited);
            Assert.False(host.HasExited, "The run came to its end.");
            host.Kill();
            await host.WaitForExitAsync();
        }

        int done = _session.Run($"Get-AzFaceCheckpoint '{_journal}'").Count;
        Assert.InRange(done, Kills, 11);
        Assert.Equal(12 - done, Detect("").Count);
        string[] paths = Paths(_session.Run($"Get-AzFaceCheckpoint '{_journal}'"));
        Assert.Equal(12, paths.Length);
        Assert.Equal(12, paths.Distinct().Count());
        // Only what was on its way when it was killed is sent again.
        Assert.InRange(Calls(), 12, 12 + (Kills * InFlight));

        long Length() => File.Exists(_journal) ? new FileInfo(_journal).Length : 0;
    }

    [Fact]
    public void Two_commands_do_not_write_one_journal()
    {
        using FileStream held = new(_journal, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        ErrorRecord error = _session.Fails($"Get-ChildItem '{_folder}' -Filter *.png | Invoke-AzFaceDetection -CheckpointPath '{_journal}'");
        Assert.StartsWith("CheckpointUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal($"The checkpoint '{_journal}' cannot be opened: another command, or a job, writes it, and one at a time may. Get-AzFaceCheckpoint shows how far that is.", error.Exception.Message);
        Assert.Equal($"Get-AzFaceCheckpoint {_journal}", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_checkpoint_that_is_not_there_says_what_makes_one()
    {
        ErrorRecord error = _session.Fails($"Get-AzFaceCheckpoint '{_journal}'");
        Assert.StartsWith("CheckpointUnreadable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((ErrorCategory.ObjectNotFound, $"There is no checkpoint '{_journal}': Invoke-AzFaceDetection -CheckpointPath makes one."), (error.CategoryInfo.Category, error.Exception.Message));
        Assert.Equal($"Invoke-AzFaceDetection PICTURE -CheckpointPath {_journal}", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_name_with_brackets_is_that_checkpoint_where_it_is_there()
    {
        _session.Run($"Set-Location '{_folder}'; Invoke-AzFaceDetection 00.png -CheckpointPath 'day[1].checkpoint'; Invoke-AzFaceDetection 01.png -CheckpointPath day1.checkpoint");
        Assert.Equal("00.png", Path.GetFileName(Assert.Single(Paths(_session.Run("Get-AzFaceCheckpoint 'day[1].checkpoint'")))));
        Assert.Equal(["01.png"], Paths(_session.Run("Get-AzFaceCheckpoint 'day[123].checkpoint'")).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void Ids_that_have_expired_are_not_emitted_once_more()
    {
        Detect("-ReturnFaceId");
        int calls = Calls();
        Assert.Equal(12, Detect("-ReturnFaceId -PassThru").Count);
        Assert.Equal(calls, Calls());

        // As if a day had gone by.
        File.WriteAllText(_journal, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(_journal), "(?<=\"FaceIdExpires\":\")\\d{4}", "2020"));
        Assert.Empty(Detect("-ReturnFaceId"));
        Assert.Equal(calls, Calls());
        Assert.Equal(12, Detect("-ReturnFaceId -PassThru -OutVariable again").Count);
        Assert.All(_session.Run("$again.Faces.FaceIdExpires"), time => Assert.True((DateTimeOffset)time.BaseObject > DateTimeOffset.Now));
        Assert.Equal(calls + 4, Calls());
        Assert.Equal(12, Detect("-ReturnFaceId -PassThru").Count);
        Assert.Equal(calls + 4, Calls());
        Assert.Equal(12, _session.Run($"Get-AzFaceCheckpoint '{_journal}'").Count);
        Assert.All(_session.Run($"Get-AzFaceCheckpoint '{_journal}' | ForEach-Object Faces | ForEach-Object FaceIdExpires"), time => Assert.True((DateTimeOffset)time.BaseObject > DateTimeOffset.Now));
    }

    [Fact]
    public void An_address_that_is_signed_anew_is_the_same_picture_and_its_signature_stays_out_of_the_file()
    {
        using var site = new PictureSite(ModuleSession.Sample("coffee.png"));
        string[] Detect(string query) => Paths(_session.Run($"Invoke-AzFaceDetection -Uri '{site.Address}?id=7&{query}' -CheckpointPath '{_journal}' -PerImage -PassThru"));
        Assert.Equal([$"{site.Address}?id=7"], Detect("sp=r&se=2026-01-01&sig=FIRST%3D"));
        Assert.Equal([$"{site.Address}?id=7"], Detect("sp=r&se=2026-01-02&sig=SECOND%3D"));
        Assert.Equal(1, site.Requests);
        Assert.DoesNotContain("sig=", File.ReadAllText(_journal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoke-AzFaceDetection 'https://contoso.org/a.jpg?sig=SECRET'")]
    [InlineData("Invoke-AzFaceDetection -Uri 'contoso.org/a.jpg?sig=SECRET'")]
    [InlineData("Invoke-AzFaceDetection -Uri 'http://127.0.0.1:9/a.jpg?sig=SECRET'")]
    [InlineData("Test-AzFaceImage 'https://contoso.org/a.jpg?sig=SECRET'")]
    [InlineData("Compare-AzFace 'https://contoso.org/a.jpg?sig=SECRET' a.jpg")]
    [InlineData("Test-AzFacePhoto 'https://contoso.org/a.jpg?sig=SECRET'")]
    public void An_error_does_not_repeat_a_signature(string script)
    {
        ErrorRecord error = _session.RunWithErrors(script).Errors[0];
        Assert.DoesNotContain("SECRET", $"{error.Exception.Message} {error.ErrorDetails?.RecommendedAction} {error.TargetObject} {error.CategoryInfo}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_is_shown_as_a_table()
    {
        Detect("-Attribute Blur");
        string shown = Assert.Single(_session.Run($"Get-AzFaceCheckpoint '{_journal}' | Select-Object -First 1 | Out-String")).ToString();
        Assert.Matches(@"Picture\s+FaceCount Request\s+-+\s+-+\s+-+\s+00\.png\s+1 detection_0\d recognition_04 Blur", shown);
    }

    [Theory]
    [InlineData("notes of last week, without an end of line")]
    [InlineData("notes\nof last week")]
    [InlineData("{\n  \"Path\": \"a.png\"\n}")]
    [InlineData("{\"Path\":\"a.png\",\"FaceNumber\":1}")]
    [InlineData("{\"Path\":\"a.png\"}\n{\"Path\":\"b.png\"}\n{\"Pa")]
    [InlineData("[1, 2")]
    [InlineData("\n\n ")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")]
    public void A_file_that_is_no_checkpoint_is_left_as_it_is(string content)
    {
        File.WriteAllText(_journal, content, System.Text.Encoding.Latin1);
        ErrorRecord error = _session.Fails($"Invoke-AzFaceDetection '{_folder}/00.png' -CheckpointPath '{_journal}'");
        Assert.StartsWith("CheckpointUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is no checkpoint: name another file", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_journal, System.Text.Encoding.Latin1));
        Assert.StartsWith("CheckpointUnreadable,", _session.Fails($"Get-AzFaceCheckpoint '{_journal}'").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_a_checkpoint_to_begin_with()
    {
        File.WriteAllText(_journal, string.Empty);
        Assert.Empty(_session.Run($"Get-AzFaceCheckpoint '{_journal}'"));
        Assert.Equal(12, Detect("").Count);
    }

    [Fact]
    public void A_first_line_that_was_cut_at_any_byte_is_written_anew()
    {
        _session.Run($"Invoke-AzFaceDetection '{_folder}/00.png' -CheckpointPath '{_journal}'");
        byte[] whole = File.ReadAllBytes(_journal);
        for (int cut = 0; cut < whole.Length; cut++)
        {
            File.WriteAllBytes(_journal, whole[..cut]);
            Assert.Empty(_session.Run($"Get-AzFaceCheckpoint '{_journal}'"));
        }

        File.WriteAllBytes(_journal, whole[..40]);
        Assert.Equal(12, Detect("").Count);
        Assert.Equal(12, _session.Run($"Get-AzFaceCheckpoint '{_journal}'").Count);
    }

    [Theory]
    [InlineData("Invoke-AzFaceDetection ASTRONAUT -CheckpointPath Env:pictures")]
    [InlineData("Get-AzFaceCheckpoint Env:pictures")]
    [InlineData("Get-AzFaceCheckpoint -LiteralPath Env:pictures")]
    public void A_checkpoint_is_a_file(string script)
    {
        _session.Run($"Set-Location '{_folder}'");
        ErrorRecord error = _session.Fails(script.Replace("ASTRONAUT", "./00.png", StringComparison.Ordinal));
        Assert.StartsWith("NotAFile,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "pictures")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData(".")]
    public void A_folder_is_no_checkpoint(string path)
    {
        ErrorRecord error = _session.Fails($"Invoke-AzFaceDetection '{_folder}/00.png' -CheckpointPath {path}");
        Assert.StartsWith("CheckpointUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is a folder", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_a_checkpoint_is_made()
    {
        string journal = Path.Combine(_folder, "new", "deep", "faces.checkpoint");
        _session.Run($"Invoke-AzFaceDetection '{_folder}/00.png' -CheckpointPath '{journal}'");
        Assert.True(File.Exists(journal));
    }

    [Fact]
    public void A_checkpoint_has_the_results()
    {
        const string Told = "ForEach-Object { \"$_ $($_.FaceLandmarks.NoseTip)\" }";
        IReadOnlyList<PSObject> faces = _session.Run($"Invoke-AzFaceDetection '{_folder}/*.png' -Landmarks -CheckpointPath '{_journal}' | {Told}");
        Assert.Equal(4, faces.Count);
        Assert.Equal(faces.Select(face => face.ToString()), _session.Run($"Get-AzFaceCheckpoint '{_journal}' | ForEach-Object Faces | {Told}").Select(face => face.ToString()));
        Assert.Equal("Path FaceCount Length LastWriteTimeUtc Request", _session.Run($"(Get-AzFaceCheckpoint '{_journal}')[0].psobject.Properties.Name -join ' '")[0].ToString());
    }

    [Fact]
    public void Pictures_and_reports_are_made_of_a_checkpoint()
    {
        Detect("");
        Assert.Equal(12, _session.Run($"Get-AzFaceCheckpoint '{_journal}' | Export-AzFaceImage '{_folder}/out'").Count);
        Assert.Equal(4, _session.Run($"Get-AzFaceCheckpoint '{_journal}' | Export-AzFaceImage '{_folder}/crops' -Crop").Count);
        _session.Run($"Get-AzFaceCheckpoint '{_journal}' | Export-AzFaceReport '{_folder}/report.html'");
        Assert.Equal(4, System.Text.RegularExpressions.Regex.Count(File.ReadAllText(Path.Combine(_folder, "report.html")), "\"Width\":94"));
    }

    private static string[] Paths(IReadOnlyList<PSObject> items) => [.. items.Select(item => (string)item.Properties["Path"].Value)];

    private IReadOnlyList<PSObject> Detect(string arguments) =>
        _session.Run($"Get-ChildItem '{_folder}' -Filter *.png | Sort-Object Name | Invoke-AzFaceDetection -PerImage -CheckpointPath '{_journal}' {arguments}");

    private int Calls() => EmulatorCounts.Of(_session.Run("$e.Endpoint.AbsoluteUri")[0].ToString()).Requests;
}
