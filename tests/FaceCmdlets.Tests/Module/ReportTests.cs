using System.Management.Automation;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FaceCmdlets.Tests.Module;

/// <summary>The file that Export-AzFaceReport writes. How it looks and works in a browser is in tests/report.</summary>
public sealed partial class ReportTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("face-report-").FullName;

    private string Report => Path.Combine(_folder, "report.html");

    public void Dispose()
    {
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void It_emits_the_file()
    {
        PSObject file = Assert.Single(_session.Run($"{Row()} | Export-AzFaceReport '{Report}'"));
        Assert.Equal(Report, Assert.IsType<FileInfo>(file.BaseObject).FullName);
        Assert.True(((FileInfo)file.BaseObject).Length > 10_000);
    }

    [Fact]
    public void The_emitted_file_is_as_Get_Item_has_it_and_its_folder_is_made()
    {
        PSObject file = Assert.Single(_session.Run($"{Row()} | Export-AzFaceReport '{_folder}/new/deep/report.html'"));
        Assert.Equal(Path.Combine(_folder, "new", "deep", "report.html"), ((string)file.Properties["PSPath"].Value).Split("::")[1]);
    }

    [Fact]
    public void Landmarks_that_were_saved_as_text_are_shown()
    {
        JsonElement picture = Assert.Single(Pictures($"{Row("FaceLandmarks = [pscustomobject]@{ NoseTip = '223, 129.4'; MouthLeft = '201, 139.2' }")} | Export-AzFaceReport '{Report}'"));
        Assert.Equal("[[223,129.4],[201,139.2]]", Assert.Single(picture.GetProperty("rows").EnumerateArray()).GetProperty("points").GetRawText());
    }

    [Fact]
    public void A_row_has_its_box_its_facts_and_its_thumbnail()
    {
        JsonElement picture = Assert.Single(Pictures($"{Row("Yaw = -3.5; Passed = $true; Remark = 'of mine'")} | Export-AzFaceReport '{Report}'"));
        Assert.Equal("astronaut.png", picture.GetProperty("name").GetString());
        Assert.Equal(512, picture.GetProperty("width").GetInt32());
        JsonElement row = Assert.Single(picture.GetProperty("rows").EnumerateArray());
        Assert.Equal([179, 70, 94, 107], row.GetProperty("box").EnumerateArray().Select(side => side.GetInt32()));
        Assert.Equal(-3.5, row.GetProperty("facts").GetProperty("Yaw").GetDouble());
        Assert.True(row.GetProperty("facts").GetProperty("Passed").GetBoolean());
        Assert.Equal("of mine", row.GetProperty("facts").GetProperty("Remark").GetString());
        Assert.Equal([0xFF, 0xD8], Assert.Single(Thumbnails()).Take(2));
    }

    [Fact]
    public void Faces_of_the_service_bring_their_landmarks()
    {
        JsonElement picture = Assert.Single(Pictures($"Connect-AzFace -Emulator; Invoke-AzFaceDetection '{ModuleSession.Sample("astronaut.png")}' -Landmarks -Attribute HeadPose | Export-AzFaceReport '{Report}'; Stop-AzFaceEmulator"));
        JsonElement face = Assert.Single(picture.GetProperty("rows").EnumerateArray());
        Assert.Equal(27, face.GetProperty("points").GetArrayLength());
        Assert.Equal(JsonValueKind.Number, face.GetProperty("facts").GetProperty("Pitch").ValueKind);
        Assert.False(face.GetProperty("facts").TryGetProperty("FaceRectangle", out _));
    }

    [Fact]
    public void A_picture_without_a_face_is_in_the_report()
    {
        JsonElement picture = Assert.Single(Pictures($"Connect-AzFace -Emulator; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}' -PerImage | Export-AzFaceReport '{Report}'; Stop-AzFaceEmulator"));
        Assert.Equal(0, Assert.Single(picture.GetProperty("rows").EnumerateArray()).GetProperty("facts").GetProperty("FaceCount").GetInt32());
    }

    [Fact]
    public void The_faces_of_a_picture_share_one_thumbnail_also_when_others_come_between()
    {
        IReadOnlyList<JsonElement> blocks = Pictures($"{Row("FaceNumber = 1")}, {Row("FaceNumber = 2")}, {Row("Path = 'InputObject[0]'")}, {Row("FaceNumber = 3")} | Export-AzFaceReport '{Report}'");
        Assert.Single(Thumbnails());
        Assert.Equal([(0, 2), (1, 1), (0, 1)], blocks.Select(block => (block.GetProperty("picture").GetInt32(), block.GetProperty("rows").GetArrayLength())));
    }

    [Theory]
    [InlineData("de-DE", "-3,5")]
    [InlineData("en-US", "-3.5")]
    public void A_row_of_text_has_numbers_and_answers_again(string culture, string yaw)
    {
        string script = $"[Threading.Thread]::CurrentThread.CurrentCulture = '{culture}'; {Row($"Left = '179'; Yaw = '{yaw}'; isidentical = 'False'; Remark = '12'")} | Export-AzFaceReport '{Report}'";
        JsonElement facts = Assert.Single(Pictures(script)).GetProperty("rows")[0].GetProperty("facts");
        Assert.Equal(-3.5, facts.GetProperty("Yaw").GetDouble());
        Assert.Equal(179, facts.GetProperty("Left").GetDouble());
        Assert.False(facts.GetProperty("IsIdentical").GetBoolean());
        Assert.Equal("12", facts.GetProperty("Remark").GetString());
    }

    [Fact]
    public void Whatever_a_name_or_a_fact_has_in_it_stays_inside_its_block()
    {
        const string hostile = "</script><img src=x onerror=alert(1)> {{Data}} <!--<script>";
        _session.Run($"{Row($"Path = '{hostile}.jpg'; Remark = '{hostile}'")} | Export-AzFaceReport '{Report}' -Title '{hostile}'");
        string text = File.ReadAllText(Report);
        Assert.DoesNotContain("<img src=x", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", text, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(text, "</script>"));
        Assert.Contains("<title>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; {{Data}} &lt;!--&lt;script&gt;</title>", text, StringComparison.Ordinal);
        Assert.Equal(hostile, Assert.Single(Blocks("picture")).GetProperty("rows")[0].GetProperty("facts").GetProperty("Remark").GetString());
    }

    [Fact]
    public void Half_a_character_and_a_number_that_is_none_are_no_obstacle()
    {
        JsonElement facts = Assert.Single(Pictures($"{Row("Remark = \"a$([char]0xD83D)b\"; Share = [double]::NaN; Yaw = [double]::PositiveInfinity")} | Export-AzFaceReport '{Report}'")).GetProperty("rows")[0].GetProperty("facts");
        Assert.Equal("a\uFFFDb", facts.GetProperty("Remark").GetString());
        Assert.Equal("NaN", facts.GetProperty("Share").GetString());
    }

    [Fact]
    public void Reasons_are_one_text_and_what_is_no_scalar_is_no_fact()
    {
        JsonElement facts = Assert.Single(Pictures($"{Row("Reasons = 'Blurred', 'Turned'; Table = @{ A = 1 }; Inner = [pscustomobject] @{ B = 2 }; Bytes = [byte[]] (1, 2)")} | Export-AzFaceReport '{Report}'")).GetProperty("rows")[0].GetProperty("facts");
        Assert.Equal("Blurred; Turned", facts.GetProperty("Reasons").GetString());
        Assert.DoesNotContain(facts.EnumerateObject(), fact => fact.Name is "Table" or "Inner" or "Bytes");
    }

    [Theory]
    [InlineData("gone.jpg", "not there")]
    [InlineData("InputObject[0]", "bytes")]
    [InlineData("https://example.org/a.jpg", "address")]
    [InlineData("nodrive:/a.jpg", "no file of this machine")]
    public void A_picture_that_cannot_be_read_has_a_placeholder_and_its_facts(string path, string why)
    {
        JsonElement picture = Assert.Single(Pictures($"{Row($"Path = '{path}'; Yaw = 4")} | Export-AzFaceReport '{Report}'"));
        Assert.Contains(why, picture.GetProperty("absent").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, picture.GetProperty("rows")[0].GetProperty("facts").GetProperty("Yaw").GetInt32());
        Assert.Empty(Thumbnails());
    }

    [Fact]
    public void A_picture_is_linked_by_its_whole_name()
    {
        string odd = Path.Combine(_folder, "100%20 #1.png");
        File.Copy(ModuleSession.Sample("astronaut.png"), odd);
        string link = Assert.Single(Pictures($"{Row($"Path = '{odd}'")} | Export-AzFaceReport '{Report}'")).GetProperty("link").GetString()!;
        Assert.EndsWith("/100%2520%20%231.png", link, StringComparison.Ordinal);
        Assert.Equal(odd, new Uri(link).LocalPath);
    }

    [Fact]
    public void A_file_that_is_no_picture_has_a_placeholder()
    {
        string text = Path.Combine(_folder, "text.jpg");
        File.WriteAllText(text, "no picture");
        Assert.Contains("cannot be read as a picture", Assert.Single(Pictures($"{Row($"Path = '{text}'")} | Export-AzFaceReport '{Report}'")).GetProperty("absent").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_path_counts_from_the_current_folder()
    {
        JsonElement picture = Assert.Single(Pictures($"Set-Location '{ModuleSession.Root}'; {Row("Path = 'samples/astronaut.png'")} | Export-AzFaceReport '{Report}'"));
        Assert.Equal(512, picture.GetProperty("width").GetInt32());
    }

    [Fact]
    public void An_address_leaves_its_secrets_behind()
    {
        const string address = "https://user:pass-word@example.org/a.jpg?sig=se-cret";
        _session.Run($"$e = [Management.Automation.ErrorRecord]::new([Exception]::new(\"'{address}' is gone\"), 'Gone', 'NotSpecified', [uri] '{address}'); {Row($"Path = '{address}'; ReferencePath = '{address}'")} | Export-AzFaceReport '{Report}' -ErrorRecord $e");
        string text = File.ReadAllText(Report);
        Assert.DoesNotContain("se-cret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pass-word", text, StringComparison.Ordinal);
        Assert.Equal("'https://…@example.org/a.jpg?…' is gone", Assert.Single(Blocks("error")).GetProperty("message").GetString());
    }

    [Fact]
    public void Errors_of_a_variable_are_listed_with_code_target_and_message()
    {
        _session.Run($"Get-ChildItem '{_folder}/gone.jpg' -ErrorVariable problems -ErrorAction SilentlyContinue; {Row()} | Export-AzFaceReport '{Report}' -ErrorRecord $problems");
        JsonElement error = Assert.Single(Blocks("error"));
        Assert.Equal("PathNotFound", error.GetProperty("id").GetString());
        Assert.EndsWith("gone.jpg", error.GetProperty("target").GetString(), StringComparison.Ordinal);
        Assert.Contains("does not exist", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_that_come_down_the_pipeline_are_listed()
    {
        _session.Run($"& {{ {Row()}; Get-ChildItem '{_folder}/gone.jpg' }} 2>&1 | Export-AzFaceReport '{Report}'");
        Assert.Equal("PathNotFound", Assert.Single(Blocks("error")).GetProperty("id").GetString());
        Assert.Single(Blocks("picture"));
    }

    [Fact]
    public void A_report_may_have_only_errors_or_nothing()
    {
        Assert.Single(_session.Run($"Export-AzFaceReport '{Report}' -ErrorRecord ([InvalidOperationException]::new('Odd'))"));
        Assert.Equal("Odd", Assert.Single(Blocks("error")).GetProperty("message").GetString());
        Assert.Single(_session.Run($"@() | Export-AzFaceReport '{Report}' -ErrorRecord @()"));
        Assert.Empty(Blocks("error"));
    }

    [Fact]
    public void An_object_without_a_path_is_an_error_and_the_others_are_written()
    {
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"[pscustomobject] @{{ Yaw = 1 }}, 'text', {Row()} | Export-AzFaceReport '{Report}'");
        Assert.All(errors, error => Assert.StartsWith("PathMissing,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(2, errors.Count);
        Assert.Single(output);
        Assert.Single(Blocks("picture"));
    }

    [Fact]
    public void NoClobber_leaves_a_file_alone()
    {
        File.WriteAllText(Report, "mine");
        Assert.StartsWith("NoClobber,", _session.Fails($"{Row()} | Export-AzFaceReport '{Report}' -NoClobber").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Report));
    }

    [Fact]
    public void A_read_only_file_needs_Force()
    {
        File.WriteAllText(Report, "mine");
        File.SetAttributes(Report, FileAttributes.ReadOnly);
        Assert.StartsWith("FileReadOnly,", _session.Fails($"{Row()} | Export-AzFaceReport '{Report}'").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Report));
        _session.Run($"{Row()} | Export-AzFaceReport '{Report}' -Force");
        Assert.Single(Blocks("picture"));
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(_session.Run($"{Row()} | Export-AzFaceReport '{Report}' -WhatIf"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void PassThru_hands_on_what_came_in()
    {
        PSObject row = Assert.Single(_session.Run($"{Row("Yaw = 7")} | Export-AzFaceReport '{Report}' -PassThru"));
        Assert.Equal(7, row.Properties["Yaw"].Value);
        Assert.Single(Blocks("picture"));
    }

    [Theory]
    [InlineData(".", "PathIsNoFile")]
    [InlineData("variable:report", "PathIsNoFile")]
    public void A_target_that_cannot_be_is_refused(string target, string id)
    {
        Assert.StartsWith(id + ",", _session.Fails($"Set-Location '{_folder}'; {Row()} | Export-AzFaceReport '{target}'").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipeline_that_is_stopped_leaves_the_old_report_and_nothing_else()
    {
        File.WriteAllText(Report, "mine");
        string marker = Path.GetTempFileName();
        _session.MillisecondsToStop($"& {{ {Row()}; [IO.File]::Delete('{marker}'); 1..600 | ForEach-Object {{ [Threading.Thread]::Sleep(100) }} }} | Export-AzFaceReport '{Report}'", _ => !File.Exists(marker));
        Assert.Equal(Report, Assert.Single(Directory.GetFileSystemEntries(_folder)));
        Assert.Equal("mine", File.ReadAllText(Report));
    }

    [Fact]
    public void The_report_is_written_while_the_pipeline_runs()
    {
        // 600 pictures have 12 MB of thumbnails: what came before the last look is on the disk then, not in memory.
        string picture = ModuleSession.Sample("astronaut.png");
        string script = $$"""
            $grown = foreach ($i in 0..599) { [IO.File]::CreateSymbolicLink("{{_folder}}/p$i.png", '{{picture}}').FullName }
            $script:seen = 0
            & {
                foreach ($path in $grown) { [pscustomobject] @{ Path = $path } }
                $script:seen = [IO.FileInfo]::new([IO.Directory]::GetFiles('{{_folder}}', '.report.html.*.tmp')[0]).Length
            } | Export-AzFaceReport '{{Report}}' | Out-Null
            $script:seen / [IO.FileInfo]::new('{{Report}}').Length
            """;
        double share = Assert.IsType<double>(Assert.Single(_session.Run(script)).BaseObject);
        Assert.InRange(share, 0.9, 1);
    }

    private static string Row(string facts = "") =>
        $"(& {{ $row = @{{ Path = '{ModuleSession.Sample("astronaut.png")}'; Left = 179; Top = 70; Width = 94; Height = 107 }}; $more = @{{ {facts} }}; foreach ($name in $more.Keys) {{ $row[$name] = $more[$name] }}; [pscustomobject] $row }})";

    private IReadOnlyList<JsonElement> Pictures(string script)
    {
        _session.Run(script);
        return Blocks("picture");
    }

    private IReadOnlyList<JsonElement> Blocks(string name) =>
        [.. Block().Matches(File.ReadAllText(Report)).Where(match => match.Groups[1].Value == name).Select(match => JsonDocument.Parse(match.Groups[2].Value).RootElement)];

    private IReadOnlyList<byte[]> Thumbnails() =>
        [.. Block().Matches(File.ReadAllText(Report)).Where(match => match.Groups[1].Value == "thumbnail").Select(match => Convert.FromBase64String(match.Groups[2].Value))];

    [GeneratedRegex("""<script type="[\w/]+" class="(\w+)">(.*?)</script>""")]
    private static partial Regex Block();
}
