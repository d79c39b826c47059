using System.Management.Automation;
using FaceCmdlets.Tests.Bulk;

namespace FaceCmdlets.Tests.Module;

/// <summary>The main job, through every layer, on real photos.</summary>
public sealed class DetectionTests : IClassFixture<DetectionTests.Connected>
{
    private readonly ModuleSession _session;

    public DetectionTests(Connected connected)
    {
        _session = connected.Session;
    }

    private static string Astronaut => ModuleSession.Sample("astronaut.png");

    [Theory]
    [InlineData("-PassThru", "-PassThru does nothing without -CheckpointPath.")]
    [InlineData("-FaceIdTimeToLive 60", "-FaceIdTimeToLive does nothing without -ReturnFaceId.")]
    [InlineData("-ReturnFaceId -FaceIdTimeToLive 60", "")]
    public void A_parameter_that_does_nothing_is_warned_of(string parameters, string warning)
    {
        Assert.Equal(warning, _session.Run($"$null = Invoke-AzFaceDetection '{ModuleSession.Sample("astronaut.png")}' {parameters} -WarningVariable warned -WarningAction SilentlyContinue; \"$warned\"")[0].ToString());
    }

    [Fact]
    public void Attributes_come_in_one_text_as_well() =>
        Assert.Equal("Low GoodExposure", string.Join(' ', _session.Run($"$face = Invoke-AzFaceDetection '{Astronaut}' -Attribute 'blur, Exposure'; $face.BlurLevel; $face.ExposureLevel")));

    [Fact]
    public void Pictures_go_in_and_faces_come_out_in_the_order_of_the_pictures()
    {
        IReadOnlyList<PSObject> images = _session.Run($"Get-ChildItem '{ModuleSession.Sample("*")}' -File | Where-Object Extension -in .png, .jpg | Sort-Object Name -Descending | Invoke-AzFaceDetection -PerImage");
        Assert.Equal(["rocket.jpg", "coffee.png", "chelsea.png", "astronaut.png"], images.Select(image => Path.GetFileName((string)image.Properties["Path"].Value)));
        Assert.Equal([0, 0, 0, 1], images.Select(image => (int)image.Properties["FaceCount"].Value));
    }

    [Fact]
    public void A_face_is_flat_and_its_nested_shape_is_reachable()
    {
        PSObject face = Assert.Single(_session.Run($"Invoke-AzFaceDetection '{Astronaut}' -Attribute HeadPose, Occlusion, Accessories | Where-Object Yaw -lt 20"));
        Assert.Equal("detection_01", face.Properties["DetectionModel"].Value);
        Assert.Equal(string.Empty, face.Properties["Accessories"].Value);
        Assert.DoesNotContain(face.Properties, property => property.Value is not (null or string or ValueType));
        Assert.Equal(face.Properties["Left"].Value, Assert.Single(_session.Run($"(Invoke-AzFaceDetection '{Astronaut}').FaceRectangle.Left")).BaseObject);
    }

    [Fact]
    public void Landmarks_and_face_ids_come_when_asked_for()
    {
        Assert.Equal("True", Assert.Single(_session.Run($"$f = Invoke-AzFaceDetection '{Astronaut}' -Landmarks -ReturnFaceId; $f.FaceLandmarks.PupilLeft.X -lt $f.FaceLandmarks.PupilRight.X -and $f.FaceId -is [guid]")).ToString());
    }

    [Fact]
    public void Bytes_streams_and_names_with_brackets_are_taken()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string odd = Path.Combine(folder, "ä [1] b.png");
        File.Copy(Astronaut, odd);
        Assert.Single(_session.Run($"Invoke-AzFaceDetection -LiteralPath '{odd}'"));
        Assert.Single(_session.Run($"Get-ChildItem -LiteralPath '{folder}' | Invoke-AzFaceDetection"));
        Assert.Single(_session.Run($"Invoke-AzFaceDetection -InputObject ([IO.File]::ReadAllBytes('{Astronaut}'))"));
        Assert.Single(_session.Run($"[IO.File]::ReadAllBytes('{Astronaut}') | Invoke-AzFaceDetection"));
        Assert.Single(_session.Run($"$s = [IO.File]::OpenRead('{Astronaut}'); Invoke-AzFaceDetection -InputObject $s; $s.Dispose()"));
        Directory.Delete(folder, true);
    }

    [Fact]
    public void A_bad_picture_is_one_error_and_the_rest_goes_on()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllBytes(Path.Combine(folder, "a-empty.jpg"), []);
        File.WriteAllText(Path.Combine(folder, "b-text.jpg"), new string('x', 5000));
        File.WriteAllBytes(Path.Combine(folder, "c-cut.jpg"), File.ReadAllBytes(ModuleSession.Sample("rocket.jpg"))[..50000]);
        File.Copy(Astronaut, Path.Combine(folder, "d-good.png"));
        File.WriteAllBytes(Path.Combine(folder, "e-big.jpg"), new byte[7_000_000]);
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"Get-ChildItem '{folder}' | Sort-Object Name | Invoke-AzFaceDetection");
        Assert.Single(output);
        Assert.Equal(["EmptyPicture", "ImageNotDecodable", "InvalidImage", "ImageNotDecodable"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(Path.Combine(folder, "a-empty.jpg"), errors[0].TargetObject);
        Directory.Delete(folder, true);
    }

    [Fact]
    public void A_picture_under_36_pixels_and_an_empty_stream_are_refused()
    {
        Assert.StartsWith("EmptyPicture,", _session.Fails("Invoke-AzFaceDetection -InputObject ([IO.MemoryStream]::new())").FullyQualifiedErrorId, StringComparison.Ordinal);
        byte[] bmp = new byte[54 + (20 * 20 * 3)];
        "BM"u8.CopyTo(bmp);
        BitConverter.GetBytes(bmp.Length).CopyTo(bmp, 2);
        bmp[10] = 54;
        bmp[14] = 40;
        bmp[18] = bmp[22] = 20;
        bmp[26] = 1;
        bmp[28] = 24;
        string path = Path.Combine(Path.GetTempPath(), $"tiny-{Guid.NewGuid():N}.bmp");
        File.WriteAllBytes(path, bmp);
        ErrorRecord error = _session.Fails($"Invoke-AzFaceDetection '{path}'");
        Assert.StartsWith("InvalidImageSize,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("36", error.Exception.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void A_picture_is_fetched_by_its_address()
    {
        using var server = new Service.OddServer(File.ReadAllBytes(Astronaut), "image/png");
        string address = server.Endpoint + "/a.png";
        PSObject face = Assert.Single(_session.Run($"[pscustomobject] @{{ Url = '{address}' }} | Invoke-AzFaceDetection"));
        Assert.Equal(address, face.Properties["Path"].Value);
        Assert.StartsWith("GET /a.png ", server.Head, StringComparison.Ordinal);
        Assert.StartsWith("InvalidURL,", _session.Fails("Invoke-AzFaceDetection -Uri http://127.0.0.1:9/a.png").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [NotRootFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read_is_an_error_of_its_own()
    {
        string path = Path.GetTempFileName();
        File.Copy(Astronaut, path, overwrite: true);
        File.SetUnixFileMode(path, UnixFileMode.None);
        ErrorRecord error = _session.Fails($"Invoke-AzFaceDetection '{path}'");
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        File.Delete(path);
    }

    [Fact]
    public void A_locked_file_is_an_error_of_its_own()
    {
        string path = Path.GetTempFileName();
        File.Copy(Astronaut, path, overwrite: true);
        using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.StartsWith("FileUnreadable,", _session.Fails($"Invoke-AzFaceDetection '{path}'").FullyQualifiedErrorId, StringComparison.Ordinal);
        }

        File.Delete(path);
    }

    [Fact]
    public void Json_is_flat_and_has_landmarks_when_asked_for()
    {
        string json = Assert.Single(_session.Run($"Invoke-AzFaceDetection '{Astronaut}' -Landmarks | ConvertTo-Json -Depth 4 -Compress")).ToString();
        Assert.Contains("\"PupilLeft\":{\"X\":", json, StringComparison.Ordinal);
        Assert.DoesNotContain("FaceRectangle", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_work_shows_progress_and_takes_it_away_at_the_end()
    {
        _session.Run("$slow = Start-AzFaceEmulator -ArgumentList --latency, 300; $slow = Connect-AzFace -Endpoint $slow.Endpoint -Key $slow.Key -PassThru");
        IReadOnlyList<ProgressRecord> records = _session.Progress($"1..30 | ForEach-Object {{ '{Astronaut}' }} | Invoke-AzFaceDetection -Context $slow");
        Assert.Contains(records, record => record.StatusDescription.Contains("pictures done", StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, records[^1].RecordType);
    }

    [Theory]
    [InlineData("59", true)]
    [InlineData("60", false)]
    [InlineData("00:02:00", false)]
    [InlineData("86401", true)]
    public void A_face_id_lives_from_a_minute_to_a_day(string time, bool refused)
    {
        IReadOnlyList<ErrorRecord> errors = _session.RunWithErrors($"Invoke-AzFaceDetection '{Astronaut}' -ReturnFaceId -FaceIdTimeToLive {time}").Errors;
        Assert.Equal(refused ? ["InvalidTimeToLive"] : [], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public void The_same_faces_come_one_at_a_time_and_many_at_a_time()
    {
        static string Boxes(IReadOnlyList<PSObject> images) => string.Join(';', images.Select(image => $"{image.Properties["Path"].Value} {image.Properties["FaceCount"].Value}"));
        string pictures = $"Get-ChildItem '{ModuleSession.Sample("*")}' -File | Where-Object Extension -in .png, .jpg; ";
        string many = $"1..10 | ForEach-Object {{ {pictures} }} | Invoke-AzFaceDetection -PerImage";
        Assert.Equal(Boxes(_session.Run(many + " -ThrottleLimit 1")), Boxes(_session.Run(many + " -ThrottleLimit 16")));
    }

    [Fact]
    public void Csv_has_no_cell_that_names_a_type()
    {
        string csv = Path.GetTempFileName();
        _session.Run($"Invoke-AzFaceDetection '{Astronaut}' -Attribute HeadPose, Accessories -Landmarks | Export-Csv '{csv}'");
        string text = File.ReadAllText(csv);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FaceCmdlets.", text.Replace(ModuleSession.Root, "", StringComparison.Ordinal), StringComparison.Ordinal);
        File.Delete(csv);
    }

    [Fact]
    public void The_first_few_end_the_pipeline_at_once()
    {
        int before = Requests();
        Assert.Single(_session.Run($"1..500 | ForEach-Object {{ '{Astronaut}' }} | Invoke-AzFaceDetection -ThrottleLimit 4 | Select-Object -First 1"));
        // That one, and those that were in flight when it came.
        Assert.InRange(Requests() - before, 1, 20);

        int Requests() => EmulatorCounts.Of(_session.Run("(Get-AzFaceEmulator).Endpoint.AbsoluteUri")[0].ToString()).Requests;
    }

    [Fact]
    public void A_wrong_key_is_said_once_and_ends_the_pipeline()
    {
        ErrorRecord error = _session.Fails($"$c = Connect-AzFace -Endpoint (Get-AzFaceEmulator).Endpoint -Key wrong -PassThru; '{Astronaut}', '{Astronaut}' | Invoke-AzFaceDetection -Context $c; Connect-AzFace -Emulator");
        Assert.StartsWith("InvalidKey,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        _session.Run("Connect-AzFace -Emulator");
        Assert.Equal("True", Assert.Single(_session.Run("Test-AzFaceConnection -Quiet")).ToString());
    }

    [Theory]
    [InlineData(40, "Left")]
    [InlineData(60, "Blur")]
    [InlineData(80, "Quality")]
    [InlineData(120, "Roll")]
    public void The_table_fits_and_has_so_much(int width, string column)
    {
        string[] lines = _session.Run($"Invoke-AzFaceDetection '{Astronaut}' -Attribute HeadPose, Blur, Exposure, QualityForRecognition | Format-Table | Out-String -Width {width}").SelectMany(text => text.ToString().Split('\n')).Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToArray();
        Assert.Contains(column, lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
        if (width >= 60)
        {
            // Head, rule and one face: nothing is wrapped.
            Assert.Equal(3, lines.Length);
        }
    }

    /// <summary>One emulator for all these tests.</summary>
    public sealed class Connected : IDisposable
    {
        public Connected()
        {
            Session.Run($"Start-AzFaceEmulator -Key {BulkFixture.Key} | Out-Null; Connect-AzFace -Emulator");
        }

        public ModuleSession Session { get; } = new();

        public void Dispose()
        {
            Session.Run("Stop-AzFaceEmulator");
            Session.Dispose();
        }
    }
}
