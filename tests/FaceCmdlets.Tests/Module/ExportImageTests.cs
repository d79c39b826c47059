using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>Export-AzFaceImage as a user drives it; pixels and metadata have tests of their own.</summary>
public sealed class ExportImageTests : IClassFixture<ExportImageTests.Detected>, IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private readonly ModuleSession _session;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ExportImageTests(Detected detected)
    {
        _session = detected.Session;
        _session.Run($"$out = '{_folder}/out'");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("", "astronaut-annotated.png")]
    [InlineData("-Crop", "astronaut-1.png")]
    [InlineData("-Redact Fill", "astronaut-redacted.png")]
    [InlineData("-Format Jpeg", "astronaut-annotated.jpg")]
    [InlineData("-Format Webp -Quality 50", "astronaut-annotated.webp")]
    [InlineData("-NameTemplate '{Folder} {Name} {Yaw:0} {BlurLevel}'", "samples astronaut -1 Low.png")]
    [InlineData("-NameTemplate '{Path}' -Crop", "_samples_astronaut.png.png")]
    public void A_file_is_written_and_emitted(string parameters, string name)
    {
        PSObject file = Assert.Single(_session.Run($"$face | Export-AzFaceImage $out {parameters}"));
        var info = Assert.IsType<FileInfo>(file.BaseObject);
        Assert.EndsWith(name, info.Name, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(_folder, "out"), info.DirectoryName);
        Assert.True(info.Length > 1000);
        Assert.Equal([info.FullName], Directory.GetFiles(Path.Combine(_folder, "out")));
    }

    [Fact]
    public void Landmarks_that_were_saved_as_text_are_drawn()
    {
        _session.Run("$marks = [ordered]@{}; foreach ($p in $face.FaceLandmarks.PSObject.Properties) { $marks[$p.Name] = [string]$p.Value }");
        _session.Run("$row = [ordered]@{ FaceLandmarks = [pscustomobject] $marks }; foreach ($p in 'Path', 'Left', 'Top', 'Width', 'Height', 'FaceNumber') { $row[$p] = $face.$p }");
        Assert.Equal("0", _session.Run("[pscustomobject] $row | Export-AzFaceImage $out -Draw Landmarks -WarningVariable warned -WarningAction SilentlyContinue | Out-Null; $warned.Count")[0].ToString());
        byte[] drawn = File.ReadAllBytes(Path.Combine(_folder, "out", "astronaut-annotated.png"));
        _session.Run("$face | Export-AzFaceImage $out -Draw Landmarks -Force");
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "out", "astronaut-annotated.png")), drawn);
    }

    [Fact]
    public void Of_a_picture_that_came_as_bytes_the_error_says_so()
    {
        ErrorRecord error = _session.Fails($"$bytes = [IO.File]::ReadAllBytes('{Astronaut}'); , $bytes | Invoke-AzFaceDetection | Export-AzFaceImage $out");
        Assert.StartsWith("NotAFile,FaceCmdlets.Commands.ExportAzFaceImageCommand", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("came as bytes", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Blur")]
    [InlineData("Pixelate")]
    [InlineData("Fill -Color Gray")]
    public void Where_a_face_was_redacted_none_is_found(string redact)
    {
        PSObject image = Assert.Single(_session.Run($"$face | Export-AzFaceImage $out -Redact {redact} | Invoke-AzFaceDetection -PerImage"));
        Assert.Equal(0, image.Properties["FaceCount"].Value);
        Assert.StartsWith("NoFaceDetected,", _session.Fails($"Get-ChildItem $out | Compare-AzFace '{Astronaut}'").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crop_is_the_same_person()
    {
        Assert.Equal("True", Assert.Single(_session.Run($"$face | Export-AzFaceImage $out -Crop -Square -Size 200 | Compare-AzFace '{Astronaut}' | ForEach-Object IsIdentical")).ToString());
    }

    [Fact]
    public void Rows_of_a_table_and_of_json_are_faces_as_well()
    {
        _session.Run($"$face | Export-Csv '{_folder}/faces.csv'");
        _session.Run("$face | Export-AzFaceImage $out -NameTemplate whole -Draw Box, Pose, Label");
        _session.Run($"Import-Csv '{_folder}/faces.csv' | Export-AzFaceImage $out -NameTemplate csv");
        Assert.Equal(Bytes("whole.png"), Bytes("csv.png"));
        _session.Run("$face | Export-AzFaceImage $out -NameTemplate marks");
        // What ConvertFrom-Json makes of a face.
        _session.Run("$marks = [ordered]@{}; foreach ($p in $face.FaceLandmarks.PSObject.Properties) { $marks[$p.Name] = [pscustomobject]@{ X = $p.Value.X; Y = $p.Value.Y } }");
        _session.Run("$row = [ordered]@{ FaceLandmarks = [pscustomobject] $marks }; foreach ($p in 'Path', 'Left', 'Top', 'Width', 'Height', 'Pitch', 'Roll', 'Yaw', 'FaceNumber') { $row[$p] = $face.$p }");
        _session.Run("[pscustomobject] $row | Export-AzFaceImage $out -NameTemplate json");
        Assert.Equal(Bytes("marks.png"), Bytes("json.png"));
        Assert.NotEqual(Bytes("whole.png"), Bytes("marks.png"));
    }

    /// <summary>As Export-Csv writes it on a machine with a decimal comma.</summary>
    [Fact]
    public void A_table_with_a_decimal_comma_has_its_pose()
    {
        _session.Run("$row = [ordered]@{ Path = $face.Path; FaceNumber = '1' }; foreach ($p in 'Left', 'Top', 'Width', 'Height', 'Pitch', 'Roll', 'Yaw') { $row[$p] = $face.$p.ToString([cultureinfo]'de-DE') }");
        const string Options = "Export-AzFaceImage $out -Draw Pose, Label -Label 'r {Roll:0.00}' -WarningVariable warned -WarningAction SilentlyContinue -NameTemplate";
        _session.Run($"$face | {Options} whole");
        Assert.Equal("0", _session.Run($"[Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'; try {{ [pscustomobject]$row | {Options} csv | Out-Null; $warned.Count }} finally {{ [Threading.Thread]::CurrentThread.CurrentCulture = '' }}")[0].ToString());
        Assert.Equal(Bytes("whole.png"), Bytes("csv.png"));
    }

    [Theory]
    [InlineData("Name = 'Ada/Lovelace'", "Ada_Lovelace of samples, astronaut 1.png")]
    [InlineData("Name = 'Ada'; Person = 'Bea'", "Bea of samples, astronaut 1.png")]
    [InlineData("Name = $null", "of samples, astronaut 1.png")]
    public void A_file_is_named_after_the_person(string columns, string name)
    {
        _session.Run($"$who = [pscustomobject]@{{ Path = $face.Path; FaceNumber = 1; Left = 179; Top = 70; Width = 94; Height = 107; {columns} }}");
        Assert.Equal(name, ((FileInfo)Assert.Single(_session.Run("$who | Export-AzFaceImage $out -Crop -NameTemplate '{Person} of {Folder}, {Name} {FaceNumber}'")).BaseObject).Name);
        _session.Run("$who | Export-AzFaceImage $out -Label '{Person}' -NameTemplate a; $who.PSObject.Properties.Add([psnoteproperty]::new('Known', $(if ($who.Person) { $who.Person } else { $who.Name }))); $who | Export-AzFaceImage $out -Label '{Known}' -NameTemplate b");
        Assert.Equal(Bytes("b.png"), Bytes("a.png"));
    }

    [Fact]
    public void A_relative_path_is_relative_to_the_location()
    {
        Assert.Single(_session.Run($"Set-Location '{ModuleSession.Root}'; [pscustomobject]@{{ Path = 'samples/astronaut.png'; Left = '179'; Top = 70; Width = 94.0; Height = 107 }} | Export-AzFaceImage $out -Crop"));
    }

    [Fact]
    public void All_faces_of_a_picture_share_one_file_and_crops_are_a_file_each()
    {
        _session.Run("$two = 1, 2 | ForEach-Object { [pscustomobject]@{ Path = $face.Path; FaceNumber = $_; Left = 100 * $_; Top = 70; Width = 50; Height = 50 } }");
        Assert.Single(_session.Run("$two | Export-AzFaceImage $out -Redact Pixelate"));
        Assert.Equal(["astronaut-1.png", "astronaut-2.png"], _session.Run("$two | Export-AzFaceImage $out -Crop").Select(file => ((FileInfo)file.BaseObject).Name));
    }

    [Fact]
    public void Files_come_in_the_order_of_the_input()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => $"p{i:00}")];
        foreach (string name in names)
        {
            File.Copy(name[2] % 2 == 0 ? Astronaut : ModuleSession.Sample("coffee.png"), Path.Combine(_folder, name + ".png"));
        }

        IReadOnlyList<PSObject> files = _session.Run($"Get-ChildItem '{_folder}' -File | Sort-Object Name | ForEach-Object {{ [pscustomobject]@{{ Path = $_.FullName; Left = 10; Top = 10; Width = 50; Height = 50 }} }} | Export-AzFaceImage $out -Redact Fill -NameTemplate '{{Name}}' -ThrottleLimit 8");
        Assert.Equal(names, files.Select(file => Path.GetFileNameWithoutExtension(((FileInfo)file.BaseObject).Name)));
    }

    /// <summary>Otherwise the first file would show a face that the second hides.</summary>
    [Fact]
    public void A_picture_that_comes_again_is_written_again_with_all_its_faces()
    {
        File.Copy(Astronaut, Path.Combine(_folder, "b.png"));
        _session.Run($"$a = [pscustomobject]@{{ Path = $face.Path; Left = 10; Top = 10; Width = 50; Height = 50 }}; $b = [pscustomobject]@{{ Path = '{_folder}/b.png'; Left = 10; Top = 10; Width = 50; Height = 50 }}");
        IReadOnlyList<PSObject> files = _session.Run("$a, $b, $face | Export-AzFaceImage $out -Redact Fill -WarningVariable warned -WarningAction SilentlyContinue");
        Assert.Equal(["astronaut-redacted.png", "b-redacted.png", "astronaut-redacted.png"], files.Select(file => ((FileInfo)file.BaseObject).Name));
        Assert.StartsWith("A picture came again after others, and was written again, with all of its faces. 'Sort-Object Path'", Assert.Single(_session.Run("$warned")).ToString(), StringComparison.Ordinal);
        _session.Run("$a, $b, $face, $b | Export-AzFaceImage $out -Redact Fill -NameTemplate '{Name}-more' -WarningVariable warned -WarningAction SilentlyContinue");
        Assert.StartsWith("Pictures came again after others, 2 times,", Assert.Single(_session.Run("$warned")).ToString(), StringComparison.Ordinal);
        _session.Run("$a, $face | Export-AzFaceImage $out -Redact Fill -NameTemplate together");
        Assert.Equal(Bytes("together.png"), Bytes("astronaut-redacted.png"));
    }

    [Fact]
    public void Two_pictures_of_one_name_become_two_files()
    {
        string other = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        File.Copy(Astronaut, Path.Combine(other, "astronaut.png"));
        IReadOnlyList<PSObject> files = _session.Run($"$face, [pscustomobject]@{{ Path = '{other}/astronaut.png'; Left = 1; Top = 1; Width = 9; Height = 9 }} | Export-AzFaceImage $out");
        Assert.Equal(["astronaut-annotated.png", "astronaut-annotated-2.png"], files.Select(file => ((FileInfo)file.BaseObject).Name));
    }

    [Fact]
    public void A_file_that_exists_is_kept_without_force()
    {
        _session.Run("$face | Export-AzFaceImage $out");
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(_folder, "out", "astronaut-annotated.png"));
        ErrorRecord error = _session.Fails("$face | Export-AzFaceImage $out -Draw Box");
        Assert.StartsWith("FileExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Force", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(_folder, "out", "astronaut-annotated.png")));
        Assert.Single(_session.Run("$face | Export-AzFaceImage $out -Draw Box -Force"));
    }

    [Fact]
    public void The_original_is_replaced_with_force_only()
    {
        string copy = Path.Combine(_folder, "mine.png");
        File.Copy(Astronaut, copy);
        byte[] before = File.ReadAllBytes(copy);
        string command = $"[pscustomobject]@{{ Path = '{copy}'; Left = 179; Top = 70; Width = 94; Height = 107 }} | Export-AzFaceImage '{_folder}' -Redact Fill -NameTemplate '{{Name}}'";
        Assert.Contains("original", _session.Fails(command).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(copy));
        _session.Run(command + " -Force");
        Assert.NotEqual(before, File.ReadAllBytes(copy));
    }

    /// <summary>It has not been read yet when the first is written.</summary>
    [Fact]
    public void In_place_no_other_picture_is_replaced_not_even_with_force()
    {
        (string first, string second) = (Path.Combine(_folder, "pic.png"), Path.Combine(_folder, "pic.webp"));
        File.Copy(Astronaut, first);
        _session.Run($"$face | Export-AzFaceImage '{_folder}' -NameTemplate 'pic' -Format Webp -Draw Box");
        byte[] before = File.ReadAllBytes(first);
        _session.Run($"$both = 'png', 'webp' | ForEach-Object {{ [pscustomobject]@{{ Path = \"{_folder}/pic.$_\"; Left = 179; Top = 70; Width = 94; Height = 107 }} }}");
        (IReadOnlyList<PSObject> files, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"$both | Export-AzFaceImage '{_folder}' -Redact Fill -Format Webp -NameTemplate '{{Name}}' -Force -ThrottleLimit 1");
        ErrorRecord error = Assert.Single(errors);
        Assert.StartsWith("FileExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is another picture of this command", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-Force", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(second, ((FileInfo)Assert.Single(files).BaseObject).FullName);
        Assert.Equal(before, File.ReadAllBytes(first));
    }

    /// <summary>A picture without a face comes to no command of the pipeline but the first.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/../link")]
    public void In_a_folder_of_pictures_force_replaces_what_this_module_made_and_nothing_else(string way)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "mine")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), folder);
        File.Copy(Astronaut, Path.Combine(folder, "pic.png"));
        File.Copy(ModuleSession.Sample("rocket.jpg"), Path.Combine(folder, "pic.jpg"));
        string command = $"[pscustomobject]@{{ Path = '{folder}/pic.png'; Left = 179; Top = 70; Width = 94; Height = 107 }} | Export-AzFaceImage '{folder}{way}' -Redact Fill -Force";
        ErrorRecord error = _session.Fails(command + " -Format Jpeg -NameTemplate '{Name}'");
        Assert.Contains("was not made by this module", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(ModuleSession.Sample("rocket.jpg")), File.ReadAllBytes(Path.Combine(folder, "pic.jpg")));
        foreach (string format in (string[])["Png", "Jpeg", "Webp"])
        {
            Assert.Single(_session.Run($"{command} -Format {format}"));
            Assert.Single(_session.Run($"{command} -Format {format} -Color Red"));
        }

        // A picture that took the place of its original is the user's as before.
        Assert.Single(_session.Run(command + " -NameTemplate '{Name}'"));
        Assert.Contains("was not made by this module", _session.Fails($"[pscustomobject]@{{ Path = '{folder}/pic.jpg'; Left = 1; Top = 1; Width = 9; Height = 9 }} | Export-AzFaceImage '{folder}' -Format Png -NameTemplate '{{Name}}' -Force").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_pictures_to_come_may_be_is_replaced_at_the_end_or_not_at_all()
    {
        string here = Directory.CreateDirectory(Path.Combine(_folder, "a")).FullName, there = Directory.CreateDirectory(Path.Combine(_folder, "b")).FullName;
        foreach (string picture in (string[])[Path.Combine(here, "pic.png"), Path.Combine(there, "pic.png")])
        {
            File.Copy(Astronaut, picture);
        }

        _session.Run($"$pics = 'a', 'b' | ForEach-Object {{ [pscustomobject]@{{ Path = \"{_folder}/$_/pic.png\"; Left = 179; Top = 70; Width = 94; Height = 107 }} }}");
        foreach (string kind in (string[])["-Redact Fill", "-Crop"])
        {
            // The second, which comes later, is as it was.
            (_, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"$pics[0], [pscustomobject]@{{ Path = $pics[1].Path; Left = 9000; Top = 1; Width = 9; Height = 9 }} | Export-AzFaceImage '{there}' {kind} -NameTemplate '{{Name}}' -Force");
            Assert.Single(errors, error => error.Exception.Message.Contains("is another picture of this command", StringComparison.Ordinal));
            Assert.Equal(File.ReadAllBytes(Astronaut), File.ReadAllBytes(Path.Combine(there, "pic.png")));
            Assert.Single(_session.Run($"$pics[0], $face | Export-AzFaceImage '{there}' {kind} -NameTemplate '{{Name}}' -Force | Where-Object Name -eq pic.png"));
            Assert.NotEqual(File.ReadAllBytes(Astronaut), File.ReadAllBytes(Path.Combine(there, "pic.png")));
            File.Copy(Astronaut, Path.Combine(there, "pic.png"), true);
        }
    }

    [Fact]
    public void A_folder_is_known_through_links_that_lead_through_links()
    {
        string picture = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "real", "sub")).FullName, "a.png");
        File.Copy(Astronaut, picture);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "one"), Path.Combine(_folder, "real"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "two"), Path.Combine(_folder, "one", "sub"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "round"), Path.Combine(_folder, "round"));
        ErrorRecord error = _session.Fails($"[pscustomobject]@{{ Path = '{picture}'; Left = 179; Top = 70; Width = 94; Height = 107 }} | Export-AzFaceImage '{_folder}/two' -Crop -NameTemplate '{{Name}}' -Force");
        Assert.Contains("is the original", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Astronaut), File.ReadAllBytes(picture));
    }

    [Fact]
    public void A_picture_that_comes_by_two_ways_is_one()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName;
        File.Copy(Astronaut, Path.Combine(folder, "a.png"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), folder);
        _session.Run($"$ways = @([pscustomobject]@{{ Path = '{folder}/a.png'; Left = 10; Top = 50; Width = 60; Height = 60 }}, [pscustomobject]@{{ Path = '{_folder}/link/a.png'; Left = 300; Top = 50; Width = 60; Height = 60 }})");
        Assert.Single(_session.Run("$ways | Export-AzFaceImage $out -Redact Fill"));
        Assert.Single(_session.Run($"$ways | Export-AzFaceImage '{folder}' -Redact Fill -NameTemplate '{{Name}}' -Force"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "out", "a-redacted.png")).Length, File.ReadAllBytes(Path.Combine(folder, "a.png")).Length, tolerance: 100);
    }

    [Fact]
    public void A_link_to_a_picture_is_not_replaced_in_its_place()
    {
        string picture = Path.Combine(_folder, "a.png"), link = Path.Combine(_folder, "link.png");
        File.Copy(Astronaut, picture);
        File.CreateSymbolicLink(link, picture);
        ErrorRecord error = _session.Fails($"[pscustomobject]@{{ Path = '{link}'; Left = 179; Top = 70; Width = 94; Height = 107 }} | Export-AzFaceImage '{_folder}' -Redact Fill -NameTemplate '{{Name}}' -Force");
        Assert.Contains("is a link to the original, which would stay as it is.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(picture, File.ResolveLinkTarget(link, false)!.FullName);
    }

    [Theory]
    [InlineData("$image")]
    [InlineData("$image | Select-Object Path, Faces")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($image, 3))")]
    [InlineData("@{ Path = $image.Path; Faces = @(@{ Path = $image.Path; Left = 179; Top = 70; Width = 94; Height = 107 }) }")]
    public void Pictures_come_with_their_faces_by_whatever_way(string given)
    {
        _session.Run($"$image = Invoke-AzFaceDetection '{Astronaut}' -PerImage");
        Assert.Single(_session.Run($"{given} | Export-AzFaceImage $out -Redact Blur"));
        Assert.Single(_session.Run($"{given} | Export-AzFaceImage $out -Crop"));
        Assert.Single(_session.Run($"{given} | Export-AzFaceReport '{_folder}/report.html'"));
        Assert.Contains("\"Width\":94", File.ReadAllText(Path.Combine(_folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_crop_does_not_replace_its_picture()
    {
        string copy = Path.Combine(_folder, "mine.png");
        File.Copy(Astronaut, copy);
        ErrorRecord error = _session.Fails($"[pscustomobject]@{{ Path = '{copy}'; Left = 179; Top = 70; Width = 94; Height = 107 }} | Export-AzFaceImage '{_folder}' -Crop -NameTemplate '{{Name}}' -Force");
        Assert.Contains("is the original. Choose another", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Astronaut), File.ReadAllBytes(copy));
    }

    [Fact]
    public void With_WhatIf_nothing_is_written_and_no_folder_made()
    {
        Assert.Empty(_session.Run("$face | Export-AzFaceImage $out -Redact Blur -WhatIf"));
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    [Theory]
    [InlineData("-Label '{Nose}'", "UnknownProperty")]
    [InlineData("-NameTemplate '{Nose}' -Crop", "UnknownProperty")]
    [InlineData("-NameTemplate '{Person}'", "UnknownProperty")]
    [InlineData("-Label '{Yaw'", "InvalidTemplate")]
    [InlineData("-Label '{FaceNumber:Q}'", "InvalidTemplate")]
    [InlineData("-NameTemplate '../{Name}'", "InvalidTemplate")]
    [InlineData("-Color Octarine", "InvalidColor")]
    [InlineData("-Crop -Size 0", "InvalidSize")]
    [InlineData("-Crop -Size 20x", "InvalidSize")]
    [InlineData("-Crop -Size 20x30 -Square", "InvalidSize")]
    public void What_cannot_work_ends_the_command_before_anything_is_written(string parameters, string id)
    {
        Assert.StartsWith(id + ",", _session.Fails($"$face | Export-AzFaceImage $out {parameters}").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    [Fact]
    public void A_bad_item_is_one_error_and_the_rest_goes_on()
    {
        File.WriteAllText(Path.Combine(_folder, "text.jpg"), new string('x', 5000));
        File.Copy(Astronaut, Path.Combine(_folder, "out.png"));
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors(
            $"& {{ 'a string'; [pscustomobject]@{{ Path = $face.Path; Left = 'x' }}; [pscustomobject]@{{ Path = 'https://contoso.com/a.jpg'; Left = 1 }}; " +
            $"foreach ($p in 'nowhere.jpg', '{_folder}', '/', '{_folder}/text.jpg') {{ [pscustomobject]@{{ Path = $p; Left = 1; Top = 1; Width = 9; Height = 9 }} }}; " +
            "[pscustomobject]@{ Path = \"$out.png\"; Left = 900; Top = 1; Width = 9; Height = 9 }; $face } | Export-AzFaceImage $out -Draw Box");
        Assert.Single(output);
        Assert.Equal(["FaceOutsidePicture", "FileUnreadable", "FileUnreadable", "ImageNotDecodable", "NotAFile", "PathMissing", "PathNotFound", "RectangleMissing"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order());
    }

    [Fact]
    public void A_picture_with_a_face_of_unknown_place_is_not_redacted_by_half()
    {
        ErrorRecord error = _session.Fails("$face, [pscustomobject]@{ Path = $face.Path; Left = $null } | Export-AzFaceImage $out -Redact Blur");
        Assert.StartsWith("RectangleMissing,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    /// <summary>The file that its first face made would show the second.</summary>
    [Theory]
    [InlineData("[pscustomobject]@{ Path = $face.Path }", "RectangleMissing")]
    [InlineData("[pscustomobject]@{ Path = $face.Path; Left = 5000; Top = 1; Width = 9; Height = 9 }", "FaceOutsidePicture")]
    public void What_was_made_of_a_picture_is_removed_when_a_later_face_of_it_cannot_be_hidden(string later, string id)
    {
        _session.Run($"$other = [pscustomobject]@{{ Path = '{ModuleSession.Sample("coffee.png")}'; Left = 1; Top = 1; Width = 50; Height = 50 }}");
        ErrorRecord error = _session.Fails($"$face, $other, $other, $other, {later}, $other | Export-AzFaceImage $out -Redact Fill -ThrottleLimit 1 -WarningVariable warned -WarningAction SilentlyContinue");
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{Path.Combine(_folder, "out", "astronaut-redacted.png")}', which was made", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("is removed again.", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not written", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["coffee-redacted.png"], Directory.GetFiles(Path.Combine(_folder, "out")).Select(Path.GetFileName));
        // The other picture came again, and this one was not written a second time.
        Assert.StartsWith("A picture came again", Assert.Single(_session.Run("$warned")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_took_the_place_of_its_original_is_not_removed_but_said_to_be_redacted_in_part()
    {
        string copy = Path.Combine(_folder, "mine.png");
        File.Copy(Astronaut, copy);
        _session.Run($"$mine = [pscustomobject]@{{ Path = '{copy}'; Left = 179; Top = 70; Width = 94; Height = 107 }}");
        ErrorRecord error = _session.Fails($"$mine, $face, [pscustomobject]@{{ Path = '{copy}' }} | Export-AzFaceImage '{_folder}' -Redact Fill -NameTemplate '{{Name}}' -Force");
        Assert.Contains("is not redacted as a whole", error.Exception.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(copy));
    }

    [Fact]
    public void Pictures_without_a_face_are_copied_where_pictures_are_piped()
    {
        IReadOnlyList<PSObject> files = _session.Run($"Invoke-AzFaceDetection '{Astronaut}', '{ModuleSession.Sample("rocket.jpg")}' -PerImage | Export-AzFaceImage $out -Redact Blur");
        Assert.Equal(["astronaut-redacted.png", "rocket-redacted.jpg"], files.Select(file => ((FileInfo)file.BaseObject).Name));
        Assert.Single(_session.Run($"Invoke-AzFaceDetection '{Astronaut}', '{ModuleSession.Sample("rocket.jpg")}' -PerImage | Export-AzFaceImage $out -Crop"));
    }

    [Fact]
    public void What_was_asked_for_and_is_not_there_is_a_warning()
    {
        _session.Run($"Invoke-AzFaceDetection '{Astronaut}' | Export-AzFaceImage $out -Draw Landmarks, Pose -WarningVariable warned -WarningAction SilentlyContinue");
        Assert.Equal(["1 face has no landmarks", "1 face has no pose"], _session.Run("$warned").Select(warning => warning.ToString()!.Split(" to draw")[0]));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_ends_the_command()
    {
        File.WriteAllText(Path.Combine(_folder, "out"), "a file");
        Assert.StartsWith("OutputDirectoryUnusable,", _session.Fails("$face, $face | Export-AzFaceImage $out").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [NotRootFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_folder_that_may_not_be_written_ends_the_command()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "out"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.StartsWith("OutputDirectoryUnusable,", _session.Fails("$face | Export-AzFaceImage $out").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_ends_it_and_leaves_no_half_file()
    {
        long milliseconds = _session.MillisecondsToStop("1..5000 | ForEach-Object { [pscustomobject]@{ Path = $face.Path; Left = 1; Top = 1; Width = 90; Height = 90; FaceNumber = $_ } } | Export-AzFaceImage $out -Crop -NameTemplate '{FaceNumber}'; 1..5000 | ForEach-Object { $face | Export-AzFaceImage $out -Force }", _ => Written().Any());
        Assert.InRange(milliseconds, 0, 5000);
        Eventually.Is(() => !Directory.EnumerateFiles(_folder, "*.tmp", SearchOption.AllDirectories).Any());
        Assert.NotEmpty(Written());
        // The end of every PNG.
        Assert.All(Written(), file => Assert.Equal("IEND"u8, File.ReadAllBytes(file).AsSpan(^8..^4)));

        IEnumerable<string> Written() => Directory.Exists(Path.Combine(_folder, "out")) ? Directory.GetFiles(Path.Combine(_folder, "out"), "*.png") : [];
    }

    [Fact]
    public void It_needs_no_connection()
    {
        using var session = new ModuleSession();
        Assert.Single(session.Run($"[pscustomobject]@{{ Path = '{Astronaut}'; Left = 1; Top = 1; Width = 9; Height = 9 }} | Export-AzFaceImage '{_folder}/out' -Crop"));
    }

    [Theory]
    [InlineData("", "648x648 96x96 300x400 413x531 600x600")]
    [InlineData("-Square ", "648x648 96x96 600x600")]
    public void Sizes_are_completed_and_squares_where_squares_are_cut(string square, string sizes)
    {
        IReadOnlyList<PSObject> words = _session.Run($"$line = 'Export-AzFaceImage out -Crop {square}-Size '; [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText");
        Assert.Equal(sizes.Split(' '), words.Select(word => word.ToString()));
    }

    [Fact]
    public void Colours_are_completed()
    {
        IReadOnlyList<PSObject> names = _session.Run("$line = 'Export-AzFaceImage out -Color Oran'; [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText");
        Assert.Equal(["Orange", "OrangeRed"], names.Select(name => name.ToString()));
    }

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_folder, "out", name));

    /// <summary>The astronaut's face with all there is of it.</summary>
    public sealed class Detected : IDisposable
    {
        public Detected()
        {
            Session.Run("Connect-AzFace -Emulator");
            Session.Run($"$face = Invoke-AzFaceDetection '{Astronaut}' -Landmarks -Attribute HeadPose, Blur");
        }

        public ModuleSession Session { get; } = new();

        public void Dispose()
        {
            Session.Run("Stop-AzFaceEmulator");
            Session.Dispose();
        }
    }
}
