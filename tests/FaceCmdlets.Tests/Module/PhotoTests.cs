using System.Management.Automation;
using FaceCmdlets.Tests.Service;

namespace FaceCmdlets.Tests.Module;

/// <summary>Test-AzFacePhoto, on the emulator and, for what that does not measure, on a recorded answer.</summary>
public sealed class PhotoTests : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    /// <summary>Passport's rules, as far as the sample's 512 pixels go.</summary>
    private const string SmallPassport = "Passport, @{ MinimumWidth = 140; MinimumHeight = 180; MinimumFacePixels = 80 }";

    /// <summary>The service's names of the 27 points.</summary>
    private static readonly string[] LandmarkNames =
    [
        "pupilLeft", "pupilRight", "noseTip", "mouthLeft", "mouthRight", "eyebrowLeftOuter", "eyebrowLeftInner", "eyeLeftOuter", "eyeLeftTop", "eyeLeftBottom", "eyeLeftInner",
        "eyebrowRightInner", "eyebrowRightOuter", "eyeRightInner", "eyeRightTop", "eyeRightBottom", "eyeRightOuter", "noseRootLeft", "noseRootRight", "noseLeftAlarTop",
        "noseRightAlarTop", "noseLeftAlarOutTip", "noseRightAlarOutTip", "upperLipTop", "upperLipBottom", "underLipTop", "underLipBottom",
    ];

    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Coffee = ModuleSession.Sample("coffee.png");
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public void A_picture_says_what_is_wrong_with_it_and_whether_that_can_be_mended()
    {
        PSObject test = Assert.Single(Test($"Test-AzFacePhoto '{Astronaut}'"));
        Assert.Equal((Astronaut, false, true, "DirectoryThumbnail"), (Text(test, "Path"), Get<bool>(test, "Passed"), Get<bool>(test, "CanBeFixed"), Text(test, "RuleSet")));
        Assert.Equal("MinimumFaceShare; MinimumEyeLine; MaximumBytes", Text(test, "FailedRules"));
        Assert.StartsWith("the face is 2", Text(test, "Reasons"), StringComparison.Ordinal);
        Assert.Equal((512, 512), (Get<int>(test, "PictureWidth"), Get<int>(test, "PictureHeight")));
        Assert.Null(test.Properties["FixedPath"].Value);
        Assert.Equal(Get<int>(test, "Height") / 512.0, Get<double>(test, "FaceShare"), 3);
    }

    [Fact]
    public void Pictures_without_a_face_fail_in_their_place_in_the_order()
    {
        IReadOnlyList<PSObject> tests = Test($"'{Coffee}', '{Astronaut}', '{ModuleSession.Sample("rocket.jpg")}' | Test-AzFacePhoto -Rule None");
        Assert.Equal([false, true, false], tests.Select(test => Get<bool>(test, "Passed")));
        Assert.Equal([0, 1, 0], tests.Select(test => Get<int>(test, "FaceCount")));
        Assert.All(tests, test => Assert.False(Get<bool>(test, "CanBeFixed")));
    }

    [Theory]
    [InlineData("DirectoryThumbnail")]
    [InlineData(SmallPassport)]
    [InlineData("DirectoryThumbnail, @{ AspectRatio = '3:4'; MaximumBytes = 8000 }")]
    [InlineData("None, @{ MinimumFaceShare = 0.5; MaximumOffCentre = 0.02 }")]
    public void A_fixed_copy_passes_the_same_rules(string rules)
    {
        PSObject test = Assert.Single(Test($"Test-AzFacePhoto '{Astronaut}' {rules} -Fix -OutputDirectory '{_folder}/new'"));
        Assert.Equal((false, true), (Get<bool>(test, "Passed"), Get<bool>(test, "CanBeFixed")));
        Assert.Equal(Path.Combine(_folder, "new", "astronaut.jpg"), Text(test, "FixedPath"));
        PSObject again = Assert.Single(_session.Run($"Test-AzFacePhoto '{Text(test, "FixedPath")}' {rules}"));
        Assert.Equal(string.Empty, Text(again, "Reasons"));
        Assert.True(Get<bool>(again, "Passed"));
        Assert.Equal(["astronaut.jpg"], Directory.GetFiles(Path.Combine(_folder, "new")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("120", 120, 120)]
    [InlineData("96x96", 96, 96)]
    [InlineData("120 -AspectRatio 3:4", 90, 120)]
    public void A_copy_has_the_size_that_is_wanted(string size, int width, int height)
    {
        PSObject fixedCopy = Test($"Test-AzFacePhoto '{Astronaut}' -MinimumWidth 60 -Fix -OutputDirectory '{_folder}' -Size {size} | Test-AzFacePhoto -LiteralPath {{ $_.FixedPath }} -Rule None")[0];
        Assert.Equal((width, height), (Get<int>(fixedCopy, "PictureWidth"), Get<int>(fixedCopy, "PictureHeight")));
    }

    /// <summary>The service measures in the copy what it did not in the picture.</summary>
    [Theory]
    [InlineData("high", "the copy was tested as well, and fails: blur is High, more than Medium")]
    [InlineData("low", null)]
    public void Only_what_passes_itself_is_a_copy(string blurOfCopy, string? problem)
    {
        using var server = new OddServer(OddServer.Answer(200, Answer("noGlasses", "noMask")), OddServer.Answer(200, Answer("noGlasses", "noMask", blur: blurOfCopy)));
        PSObject test = Assert.Single(_session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Test-AzFacePhoto '{Astronaut}' None -MaximumWidth 500 -MaximumBlur Medium -Fix -OutputDirectory '{_folder}/new'"));
        Assert.Equal((problem is null, problem), (Get<bool>(test, "CanBeFixed"), Text(test, "FixProblem")));
        Assert.Equal(problem is null, test.Properties["FixedPath"].Value is not null);
        Assert.Equal(problem is null, File.Exists(Path.Combine(_folder, "new", "astronaut.jpg")));
        Assert.Equal(2, server.Requests);
        Assert.Equal(0xD8FF, server.Body[0] | (server.Body[1] << 8));
    }

    [Fact]
    public void A_copy_that_is_too_small_to_be_tested_is_none()
    {
        PSObject test = Test($"Test-AzFacePhoto '{Astronaut}' None -MinimumFaceShare 0.5 -Size 20 -Fix -OutputDirectory '{_folder}'")[0];
        Assert.Contains("has 20 x 20 pixels", Text(test, "FixProblem"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 1, 2)]
    public void A_picture_is_begun_with_the_call_for_its_copy_as_well(int budget, int tested, int calls)
    {
        using var server = new OddServer(OddServer.Answer(200, Answer("noGlasses", "noMask")));
        IReadOnlyList<PSObject> output = _session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; '{Astronaut}', '{Astronaut}' | Test-AzFacePhoto -Rule None -MaximumWidth 500 -Fix -OutputDirectory '{_folder}/new' -MaxCalls {budget} -WarningAction SilentlyContinue");
        Assert.Equal((tested, calls), (output.Count, server.Requests));
    }

    [Theory]
    [InlineData("0.3", null)]
    [InlineData("0.4", "no piece that keeps the rules holds the 2 faces")]
    public void A_copy_has_as_many_faces_as_are_asked_for(string share, string? problem)
    {
        string two = $"{Answer("noGlasses", "noMask", left: 60)[..^1]},{Answer("noGlasses", "noMask", left: 330)[1..]}";
        using var server = new OddServer(OddServer.Answer(200, two), OddServer.Answer(200, two), OddServer.Answer(200, two));
        PSObject test = Assert.Single(_session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Test-AzFacePhoto '{Astronaut}' None -FaceCount 2 -MinimumFaceShare {share} -Fix -OutputDirectory '{_folder}'"));
        Assert.Equal("MinimumFaceShare", Text(test, "FailedRules"));
        Assert.Equal(problem, Text(test, "FixProblem"));
        Assert.Equal(problem is null ? 2 : 1, server.Requests);
        if (problem is null)
        {
            // From the one's left edge to the other's right one.
            Assert.InRange(Get<int>(_session.Run($"Test-AzFacePhoto '{Text(test, "FixedPath")}' None -FaceCount 2")[0], "PictureWidth"), 370, 400);
        }
    }

    [Fact]
    public void A_picture_that_passes_is_left_alone_unless_another_size_is_wanted()
    {
        Test($"Test-AzFacePhoto '{Astronaut}' -Fix -OutputDirectory '{_folder}/first'");
        string good = Path.Combine(_folder, "first", "astronaut.jpg");
        Assert.Null(_session.Run($"Test-AzFacePhoto '{good}' -Fix -OutputDirectory '{_folder}/second'")[0].Properties["FixedPath"].Value);
        PSObject scaled = _session.Run($"Test-AzFacePhoto '{good}' -Fix -OutputDirectory '{_folder}/second' -Size 96")[0];
        Assert.True(Get<bool>(scaled, "Passed"));
        Assert.True(File.Exists(Text(scaled, "FixedPath")));
    }

    [Fact]
    public void Where_there_are_too_few_pixels_it_says_so_and_writes_nothing()
    {
        PSObject test = Test($"Test-AzFacePhoto '{Astronaut}' -Fix -OutputDirectory '{_folder}' -Size 648")[0];
        Assert.False(Get<bool>(test, "CanBeFixed"));
        Assert.Contains("too few for 648 x 648", Text(test, "FixProblem"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Where_the_bytes_are_too_few_it_says_so_and_writes_nothing()
    {
        PSObject test = Test($"Test-AzFacePhoto '{Astronaut}' -Fix -OutputDirectory '{_folder}' -MaximumBytes 1024")[0];
        Assert.False(Get<bool>(test, "CanBeFixed"));
        Assert.Contains("do not fit into 1024 bytes", Text(test, "FixProblem"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
        PSObject asked = _session.Run($"Test-AzFacePhoto '{Astronaut}' -MaximumBytes 1024")[0];
        Assert.Equal((false, Text(test, "FixProblem")), (Get<bool>(asked, "CanBeFixed"), Text(asked, "FixProblem")));
    }

    [Fact]
    public void What_more_than_framing_is_wrong_with_is_not_fixed()
    {
        PSObject test = Test($"Test-AzFacePhoto '{Astronaut}' -MinimumQuality High -Fix -OutputDirectory '{_folder}'")[0];
        Assert.Contains("MinimumQuality", Text(test, "FailedRules"), StringComparison.Ordinal);
        Assert.False(Get<bool>(test, "CanBeFixed"));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void WhatIf_tests_and_writes_nothing()
    {
        PSObject test = Test($"Test-AzFacePhoto '{Astronaut}' -Fix -OutputDirectory '{_folder}/new' -WhatIf")[0];
        Assert.True(Get<bool>(test, "CanBeFixed"));
        Assert.Null(test.Properties["FixedPath"].Value);
        Assert.False(Directory.Exists(Path.Combine(_folder, "new")));
    }

    [Fact]
    public void A_copy_that_exists_stays_without_Force()
    {
        string copy = Text(Test($"Test-AzFacePhoto '{Astronaut}' -Fix -OutputDirectory '{_folder}' -Quality 60")[0], "FixedPath");
        byte[] before = File.ReadAllBytes(copy);
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"Test-AzFacePhoto '{Astronaut}' -Fix -OutputDirectory '{_folder}'");
        Assert.StartsWith("FileExists,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Force replaces it", errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Null(Assert.Single(output).Properties["FixedPath"].Value);
        Assert.Equal(before, File.ReadAllBytes(copy));
        Assert.Equal(copy, Text(_session.Run($"Test-AzFacePhoto '{Astronaut}' -Fix -OutputDirectory '{_folder}' -Force")[0], "FixedPath"));
        Assert.NotEqual(before, File.ReadAllBytes(copy));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Force")]
    public void What_Fix_did_not_make_stays_as_it_is_also_with_Force(string force)
    {
        string other = Path.Combine(_folder, "astronaut.jpg");
        File.WriteAllText(other, "mine");
        ErrorRecord error = _session.Fails($"Connect-AzFace -Emulator; Test-AzFacePhoto '{Astronaut}' -Fix -OutputDirectory '{_folder}' {force}");
        Assert.StartsWith("FileExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("has no mark of a copy", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(other));
    }

    /// <summary>That the second folder is one of originals is not known yet when the first copy is written.</summary>
    [Fact]
    public void An_original_that_comes_later_stays_as_it_is_also_with_Force()
    {
        string first = Directory.CreateDirectory(Path.Combine(_folder, "w1")).FullName, second = Directory.CreateDirectory(Path.Combine(_folder, "w2")).FullName;
        File.Copy(Astronaut, Path.Combine(first, "a.jpg"));
        foreach (string name in (string[])["b.png", "c.png", "d.png", "e.png"])
        {
            File.Copy(Coffee, Path.Combine(first, name));
        }

        string original = Path.Combine(second, "a.jpg");
        byte[] content = [.. File.ReadAllBytes(Astronaut), 0];
        File.WriteAllBytes(original, content);
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"Connect-AzFace -Emulator; Get-ChildItem '{first}', '{second}' | Test-AzFacePhoto -ThrottleLimit 1 -Fix -OutputDirectory '{second}' -Force");
        Assert.Equal(content, File.ReadAllBytes(original));
        Assert.StartsWith("FileExists,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(first, "a.jpg"), errors[0].TargetObject);
        Assert.Equal(6, output.Count);
        Assert.Equal(Path.Combine(second, "a-2.jpg"), Text(output[5], "FixedPath"));
    }

    [Fact]
    public void An_original_stays_as_it_is_also_with_Force()
    {
        string original = Path.Combine(_folder, "photo.jpg");
        File.Copy(Astronaut, original);
        ErrorRecord error = _session.Fails($"Connect-AzFace -Emulator; Test-AzFacePhoto '{original}' -Fix -OutputDirectory '{_folder}' -Force");
        Assert.Contains("is the original", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Astronaut), File.ReadAllBytes(original));
    }

    /// <summary>A copy is a .jpg, also that of a .jpeg: beside its original it would have the name of another.</summary>
    [Theory]
    [InlineData("a.jpeg")]
    [InlineData("a.jpeg", "a.jpg")]
    public void The_original_beside_it_stays_as_it_is_also_with_Force(params string[] given)
    {
        string picture = Path.Combine(_folder, "a.jpeg"), neighbour = Path.Combine(_folder, "a.jpg");
        File.Copy(Astronaut, picture);
        File.WriteAllBytes(neighbour, [.. File.ReadAllBytes(Astronaut), 0]);
        string paths = string.Join(", ", given.Select(name => $"'{Path.Combine(_folder, name)}'"));
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"Connect-AzFace -Emulator; {paths} | Test-AzFacePhoto -Fix -OutputDirectory '{_folder}' -Force");
        Assert.StartsWith("FileExists,", Assert.Single(errors, error => picture.Equals(error.TargetObject)).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Null(output[0].Properties["FixedPath"].Value);
        Assert.Equal(File.ReadAllBytes(Astronaut), File.ReadAllBytes(picture));
        Assert.Equal([.. File.ReadAllBytes(Astronaut), 0], File.ReadAllBytes(neighbour));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/link")]
    public void The_original_of_another_picture_stays_as_well(string through)
    {
        string original = Path.Combine(_folder, "photo.jpg");
        File.WriteAllText(original, "somebody's");
        File.Copy(Astronaut, Path.Combine(_folder, "photo.jpeg"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), _folder);
        ErrorRecord error = _session.Fails($"Connect-AzFace -Emulator; Test-AzFacePhoto '{_folder}/photo.jpeg' -Fix -OutputDirectory '{_folder}{through}' -Force");
        Assert.StartsWith("FileExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("somebody's", File.ReadAllText(original));
    }

    [Fact]
    public void Pictures_of_one_name_get_copies_of_their_own()
    {
        string other = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName, "astronaut.png");
        File.Copy(Astronaut, other);
        IReadOnlyList<PSObject> tests = Test($"'{Astronaut}', '{other}' | Test-AzFacePhoto -Fix -OutputDirectory '{_folder}/new'");
        Assert.Equal(["astronaut.jpg", "astronaut-2.jpg"], tests.Select(test => Path.GetFileName(Text(test, "FixedPath"))));
    }

    [Fact]
    public void Brackets_in_a_name_stay_in_the_name_of_its_copy()
    {
        File.Copy(Astronaut, Path.Combine(_folder, "a[1].png"));
        File.Copy(Astronaut, Path.Combine(_folder, "a-1.png"));
        IReadOnlyList<PSObject> tests = Test($"Get-ChildItem '{_folder}' | Sort-Object Name | Test-AzFacePhoto -Fix -OutputDirectory '{_folder}/new'");
        Assert.Equal(["a-1.jpg", "a[1].jpg"], tests.Select(test => Path.GetFileName(Text(test, "FixedPath"))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Bytes_and_streams_are_tested_and_fixed_as_well()
    {
        IReadOnlyList<PSObject> tests = Test($"& {{ , [IO.File]::ReadAllBytes('{Astronaut}'); [IO.MemoryStream]::new([IO.File]::ReadAllBytes('{Astronaut}')) }} | Test-AzFacePhoto -Fix -OutputDirectory '{_folder}'");
        Assert.Equal(["InputObject[0]", "InputObject[1]"], tests.Select(test => Text(test, "Path")));
        Assert.Equal(["InputObject-0.jpg", "InputObject-1.jpg"], tests.Select(test => Path.GetFileName(Text(test, "FixedPath"))));
    }

    [Fact]
    public void A_file_that_is_no_picture_is_its_own_error_and_costs_no_call()
    {
        string text = Path.Combine(_folder, "text.jpg");
        File.WriteAllText(text, new string('x', 2000));
        using var server = new OddServer(OddServer.Answer(200, "[]"));
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; '{text}', 'nowhere.jpg', '{Coffee}' | Test-AzFacePhoto");
        Assert.Equal(["ImageNotDecodable", "PathNotFound"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order());
        Assert.Equal(text, errors.Single(error => error.FullyQualifiedErrorId.StartsWith("Image", StringComparison.Ordinal)).TargetObject);
        Assert.Equal(Coffee, Text(Assert.Single(output), "Path"));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public void What_the_service_sees_on_a_face_breaks_the_rules_in_one_call()
    {
        using var server = new OddServer(OddServer.Answer(200, Answer("sunglasses", "faceMask", covered: "true", blur: "high", exposure: "underExposure", quality: "low", yaw: 40)));
        PSObject test = Assert.Single(_session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Test-AzFacePhoto '{Astronaut}' None -EyesFree -MouthFree -ForeheadFree -Glasses NoSunglasses -NoMask -MaximumBlur Medium -GoodExposure -MinimumQuality Medium -MaximumYaw 20"));
        Assert.Equal("MaximumYaw; EyesFree; MouthFree; ForeheadFree; Glasses; NoMask; MaximumBlur; GoodExposure; MinimumQuality", Text(test, "FailedRules"));
        Assert.Equal("the head is turned to a side by 40 degrees, more than 20; an eye is covered; the mouth is covered; the forehead is covered; Sunglasses are worn; a mask is worn; blur is High, more than Medium; the face has UnderExposure; quality for recognition is Low, less than Medium", Text(test, "Reasons"));
        Assert.Equal(1, server.Requests);
        Assert.Contains("detectionModel=detection_03", server.Head, StringComparison.Ordinal);
        Assert.Contains("returnFaceLandmarks=true", server.Head, StringComparison.Ordinal);
        Assert.Contains("mask", server.Head, StringComparison.Ordinal);
    }

    [Fact]
    public void Headwear_is_asked_of_the_model_that_measures_it_and_the_mask_comes_with_it()
    {
        using var server = new OddServer(OddServer.Answer(200, Answer("noGlasses", null, accessories: """[{"type":"headwear","confidence":0.9},{"type":"mask","confidence":0.8}]""")));
        PSObject test = Assert.Single(_session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Test-AzFacePhoto '{Astronaut}' None -NoHeadwear -NoMask"));
        Assert.Equal("NoMask; NoHeadwear", Text(test, "FailedRules"));
        Assert.Contains("detectionModel=detection_01", server.Head, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("Passport", "Passport", 10.0)]
    [InlineData("passport -MaximumYaw 5", "Passport (changed)", 5.0)]
    [InlineData("@{ RuleSet = 'Passport' }", "Passport", 10.0)]
    [InlineData("@{ MaximumYaw = 7 }", "DirectoryThumbnail (changed)", 7.0)]
    [InlineData("Passport, @{ MaximumYaw = 7 }, @{ MaximumYaw = 6 }", "Passport (changed)", 6.0)]
    [InlineData("@{ MaximumYaw = 7 } -MaximumYaw 3", "DirectoryThumbnail (changed)", 3.0)]
    [InlineData("'{0}'", "rules.psd1", 12.0)]
    [InlineData("'{0}' -MaximumYaw 2", "rules.psd1 (changed)", 2.0)]
    [InlineData("(Get-ChildItem '{0}')", "rules.psd1", 12.0)]
    public void The_later_rule_changes_the_earlier_and_a_parameter_comes_last(string rules, string name, double yaw)
    {
        string file = Path.Combine(_folder, "rules.psd1");
        File.WriteAllText(file, "@{ RuleSet = 'Passport'; MaximumYaw = 12 }");
        rules = rules.Replace("{0}", file, StringComparison.Ordinal);
        using var server = new OddServer(OddServer.Answer(200, Answer("noGlasses", "noMask", yaw: 90)));
        PSObject test = Assert.Single(_session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Test-AzFacePhoto '{Astronaut}' -Rule {rules}"));
        Assert.Equal(name, Text(test, "RuleSet"));
        Assert.Contains(FormattableString.Invariant($"by 90 degrees, more than {yaw}"), Text(test, "Reasons"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Rule @{ MaxYaw = 5 }", "InvalidRule", "MaximumYaw")]
    [InlineData("-Rule Pasport", "InvalidRule", "DirectoryThumbnail, Passport, None")]
    [InlineData("-Rule nowhere.psd1", "InvalidRule", "nowhere.psd1")]
    [InlineData("-Rule 5", "InvalidRule", "table of rules")]
    [InlineData("-MinimumFaceShare 1.5", "InvalidRule", "0 to 1")]
    [InlineData("-MinimumFaceShare 0.8", "InvalidRule", "no photo is both")]
    [InlineData("-Fix", "InvalidFix", "-OutputDirectory")]
    [InlineData("-Size 100 -Force", "InvalidFix", "-Size, -Force goes with -Fix")]
    [InlineData("-Fix -OutputDirectory out -Size big", "InvalidSize", "300x400")]
    [InlineData("-Fix -OutputDirectory out -Size 300x400", "InvalidSize", "AspectRatio")]
    [InlineData("-Fix -OutputDirectory out -Size 1000", "InvalidSize", "MaximumWidth")]
    [InlineData("-Fix -OutputDirectory env:out", "OutputDirectoryUnusable", "Environment")]
    [InlineData("-Fix -OutputDirectory 'FILE'", "OutputDirectoryUnusable", "is a file")]
    [InlineData("-Fix -OutputDirectory 'FILE/sub/folder'", "OutputDirectoryUnusable", "is a file")]
    [InlineData("-Fix -OutputDirectory 'FILE/sub/folder' -WhatIf", "OutputDirectoryUnusable", "is a file")]
    [InlineData("-Glasses Some", "InvalidRule", "Any or NoSunglasses or None")]
    [InlineData("-MaximumBlur ''", "InvalidRule", "Low or Medium or High")]
    public void A_wish_that_makes_no_sense_ends_the_command_before_any_call(string wish, string id, string says)
    {
        using var server = new OddServer(OddServer.Answer(200, "[]"));
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Test-AzFacePhoto '{Astronaut}' {wish.Replace("FILE", Coffee, StringComparison.Ordinal)}");
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_ends_the_command_before_any_call()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var server = new OddServer(OddServer.Answer(200, "[]"));
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; '{Astronaut}', '{Coffee}' | Test-AzFacePhoto -Fix -OutputDirectory /proc/photos");
        Assert.StartsWith("OutputDirectoryUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public void Where_nothing_is_fixed_nothing_is_made()
    {
        Test($"Test-AzFacePhoto '{Coffee}' -Fix -OutputDirectory '{_folder}/new/deep'; Test-AzFacePhoto '{Coffee}' -Fix -OutputDirectory '{_folder}'");
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("Glasses")]
    [InlineData("MaximumBlur")]
    [InlineData("MinimumQuality")]
    [InlineData("MaximumYaw")]
    [InlineData("AspectRatio")]
    [InlineData("FaceCount")]
    public void Null_lifts_a_rule(string rule)
    {
        using var server = new OddServer(OddServer.Answer(200, Answer("sunglasses", "noMask", blur: "high", quality: "low", yaw: 90)));
        string test = $"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Test-AzFacePhoto '{Astronaut}' Passport, @{{ FaceCount = 2; AspectRatio = 2 }}";
        Assert.Contains(rule, Text(_session.Run(test)[0], "FailedRules"), StringComparison.Ordinal);
        Assert.DoesNotContain(rule, Text(_session.Run($"{test} -{rule} $null")[0], "FailedRules"), StringComparison.Ordinal);
    }

    [Fact]
    public void Code_in_a_file_of_rules_is_refused_and_does_not_run()
    {
        string file = Path.Combine(_folder, "rules.psd1"), trace = Path.Combine(_folder, "trace");
        File.WriteAllText(file, $"@{{ MaximumYaw = $([IO.File]::WriteAllText('{trace}', 'ran'); 5) }}");
        ErrorRecord error = _session.Fails($"Connect-AzFace -Emulator; Test-AzFacePhoto '{Astronaut}' '{file}'");
        Assert.StartsWith("InvalidRule,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(File.Exists(trace));
    }

    [Fact]
    public void A_job_fixes_too()
    {
        IReadOnlyList<PSObject> tests = Test($"$job = '{Astronaut}', '{Coffee}' | Test-AzFacePhoto -Rule DirectoryThumbnail, @{{ MaximumYaw = 30 }} -Fix -OutputDirectory '{_folder}' -AsJob; $job.Finished.WaitOne() | Out-Null; $job.Output");
        Assert.Equal(Path.Combine(_folder, "astronaut.jpg"), Text(tests[0], "FixedPath"));
        Assert.Equal("DirectoryThumbnail (changed)", Text(tests[1], "RuleSet"));
    }

    [Fact]
    public void A_table_has_no_type_names()
    {
        string csv = Path.Combine(_folder, "photos.csv");
        Test($"'{Astronaut}', '{Coffee}' | Test-AzFacePhoto | Export-Csv '{csv}'");
        string[] lines = File.ReadAllLines(csv);
        Assert.Equal(3, lines.Length);
        Assert.DoesNotContain("System.", string.Concat(lines), StringComparison.Ordinal);
        Assert.DoesNotContain("FaceCmdlets.", string.Concat(lines).Replace(ModuleSession.Root, string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_pipes_on_to_where_faces_are_cut_out()
    {
        Test($"Test-AzFacePhoto '{Astronaut}' | Export-AzFaceImage -Crop -OutputDirectory '{_folder}'");
        Assert.Single(Directory.GetFiles(_folder));
    }

    [SharedPhotosFact]
    public void Copies_of_real_portraits_pass_as_well()
    {
        IReadOnlyList<PSObject> tests = Test($"Get-ChildItem '{SharedPhotosFactAttribute.Folder}' -Filter person-*.jpg | Test-AzFacePhoto -Fix -OutputDirectory '{_folder}'");
        Assert.Equal(4, tests.Count(test => test.Properties["FixedPath"].Value is not null));
        Assert.All(_session.Run($"Get-ChildItem '{_folder}' -Filter *.jpg | Test-AzFacePhoto"), test => Assert.Equal(string.Empty, Text(test, "Reasons")));
    }

    private static string Text(PSObject test, string property) => (string)test.Properties[property].Value;

    private static T Get<T>(PSObject test, string property) => (T)test.Properties[property].Value;

    private static string Answer(string glasses, string? mask, string covered = "false", string blur = "low", string exposure = "goodExposure", string quality = "high", double yaw = 0, string accessories = "[]", int left = 150)
    {
        string points = string.Join(',', LandmarkNames.Select(name => $$"""
            "{{name}}":{"x":{{left + 50}},"y":{{(name.Contains("Lip", StringComparison.Ordinal) ? 140 : 100)}} }
            """));
        string extra = mask is null ? $"\"accessories\":{accessories}" : $$"""
            "mask":{"type":"{{mask}}","noseAndMouthCovered":{{covered}} }
            """;
        return FormattableString.Invariant($$"""
            [{"faceRectangle":{"left":{{left}},"top":60,"width":100,"height":120},"faceLandmarks":{ {{points}} },"faceAttributes":{
            "headPose":{"pitch":0,"roll":0,"yaw":{{yaw}} },"glasses":"{{glasses}}",
            "occlusion":{"foreheadOccluded":{{covered}},"eyeOccluded":{{covered}},"mouthOccluded":{{covered}} },
            "blur":{"blurLevel":"{{blur}}","value":0.9},"exposure":{"exposureLevel":"{{exposure}}","value":0.1},
            {{extra}},"qualityForRecognition":"{{quality}}"} }]
            """);
    }

    private IReadOnlyList<PSObject> Test(string script) => _session.Run("Connect-AzFace -Emulator; " + script);
}
