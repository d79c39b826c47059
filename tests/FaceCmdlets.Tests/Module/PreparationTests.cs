using System.Management.Automation;
using FaceCmdlets.Tests.Service;
using SkiaSharp;

namespace FaceCmdlets.Tests.Module;

/// <summary>Pictures that the service would refuse, or turn otherwise, through the built module; with the emulator where faces count.</summary>
public sealed class PreparationTests : IClassFixture<PreparationTests.Folder>
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private readonly Folder _folder;

    public PreparationTests(Folder folder)
    {
        _folder = folder;
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void Each_orientation_gives_the_same_face(string format)
    {
        IReadOnlyList<PSObject> faces = _folder.Session.Run($"1..8 | ForEach-Object {{ '{_folder.Path}/turned' + $_ + '.{format}' }} | Invoke-AzFaceDetection");
        Assert.Equal(8, faces.Count);
        Assert.All(faces, face => IsWhere(_folder.Upright, face, 0.05));
    }

    [Fact]
    public void Of_an_empty_file_a_row_says_that_it_is_impossible()
    {
        string file = Path.GetTempFileName();
        try
        {
            PSObject test = Assert.Single(_folder.Session.Run($"Test-AzFaceImage -LiteralPath '{file}'"));
            Assert.Equal("Impossible False", $"{test.Properties["Preparation"].Value} {test.Properties["Acceptable"].Value}");
            Assert.StartsWith("is empty (0 bytes)", (string)test.Properties["Reasons"].Value, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_reason_of_a_picture_that_cannot_be_decoded_does_not_begin_with_its_path()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, new string('x', 5000));
            PSObject test = Assert.Single(_folder.Session.Run($"Test-AzFaceImage -LiteralPath '{file}'"));
            Assert.StartsWith("cannot be decoded: ", (string)test.Properties["Reasons"].Value, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Coordinates_and_landmarks_of_a_large_picture_are_those_of_the_original()
    {
        PSObject face = Assert.Single(_folder.Session.Run($"Invoke-AzFaceDetection '{_folder.Path}/large.png' -Landmarks"));
        PSObject small = Assert.Single(_folder.Session.Run($"Invoke-AzFaceDetection '{_folder.Path}/small.png' -Landmarks"));
        const int Times = 7;
        foreach (string side in new[] { "Left", "Top", "Width", "Height" })
        {
            // Two in a hundred of the face, as the small copy shows it.
            Assert.InRange(Number(face, side) / Times, Number(small, side) - (0.04 * Number(small, "Width")), Number(small, side) + (0.04 * Number(small, "Width")));
        }

        static double Nose(PSObject it) => (double)((dynamic)it.Properties["FaceLandmarks"].Value).NoseTip.X;
        Assert.InRange(Nose(face) / Times, Nose(small) * 0.98, Nose(small) * 1.02);
    }

    [Fact]
    public void A_target_face_is_meant_in_the_original()
    {
        _folder.Session.Run("New-AzFacePersonGroup prepared | Out-Null; New-AzFacePerson prepared Eileen | Out-Null");
        PSObject added = Assert.Single(_folder.Session.Run($"Invoke-AzFaceDetection '{_folder.Path}/large.png' | Add-AzFacePersonFace prepared Eileen"));
        Assert.NotNull(added.Properties["PersistedFaceId"].Value);
    }

    [Fact]
    public void Verbose_says_what_was_done_and_why()
    {
        string story = string.Join('\n', _folder.Session.Run($"Invoke-AzFaceDetection '{_folder.Path}/large.png' -Verbose 4>&1 | ForEach-Object {{ \"$_\" }}"));
        Assert.Contains("MB are more than the 6 MB", story, StringComparison.Ordinal);
        Assert.Contains("JPEG of quality", story, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("large.png", "InvalidImageSize")]
    [InlineData("turned1.webp", "InvalidImage")]
    public void Without_preparation_the_services_own_error_comes(string picture, string code)
    {
        ErrorRecord error = _folder.Session.Fails($"Invoke-AzFaceDetection '{_folder.Path}/{picture}' -NoPreparation");
        Assert.StartsWith(code + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(400, ((dynamic)error.Exception).Status);
    }

    [Theory]
    [InlineData("", "turned6.jpg")]
    [InlineData("", "small.png")]
    [InlineData("-NoPreparation", "turned6.webp")]
    public void What_needs_nothing_is_sent_byte_for_byte(string parameters, string picture)
    {
        using var server = new OddServer(OddServer.Answer(200, "[]"));
        string path = Path.Combine(_folder.Path, picture);
        Elsewhere(server, $"Invoke-AzFaceDetection '{path}' {parameters}");
        Assert.Equal(File.ReadAllBytes(path), server.Body);
        Assert.Contains($"Content-Length: {new FileInfo(path).Length}", server.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_stream_that_needs_nothing_is_sent_byte_for_byte()
    {
        using var server = new OddServer(OddServer.Answer(200, "[]"));
        Elsewhere(server, $"$s = [IO.File]::OpenRead('{_folder.Path}/small.png'); Invoke-AzFaceDetection -InputObject $s; $s.Dispose()");
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.Path, "small.png")), server.Body);
    }

    [Fact]
    public void A_picture_is_sent_whole_again_when_the_service_was_busy()
    {
        using var server = new OddServer(OddServer.Answer(503, "{}"), OddServer.Answer(200, "[]"));
        Elsewhere(server, $"Invoke-AzFaceDetection '{_folder.Path}/small.png'");
        Assert.Equal(2, server.Requests);
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.Path, "small.png")), server.Body);
    }

    [Fact]
    public void Heic_is_an_error_that_says_what_to_do_and_makes_no_call()
    {
        using var server = new OddServer(OddServer.Answer(200, "[]"));
        string path = Path.Combine(_folder.Path, "photo.heic");
        using var session = new ModuleSession();
        ErrorRecord error = session.Fails($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Invoke-AzFaceDetection '{path}'");
        Assert.StartsWith("ImageNotDecodable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Convert it", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(path, error.TargetObject);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public void A_test_says_what_will_happen_without_a_connection()
    {
        using var session = new ModuleSession();
        PSObject[] tests = [.. session.Run($"'turned6.jpg', 'turned6.webp', 'large.png', 'photo.heic' | ForEach-Object {{ '{_folder.Path}/' + $_ }} | Test-AzFaceImage")];
        Assert.Equal(["None", "Reencode", "ScaleDown", "Impossible"], tests.Select(test => test.Properties["Preparation"].Value.ToString()));
        Assert.Equal([true, false, false, false], tests.Select(test => (bool)test.Properties["Acceptable"].Value));
        Assert.Equal([600, 600, 4200], tests.Take(3).Select(test => (int)test.Properties["Width"].Value));
        Assert.InRange((long)tests[2].Properties["SentBytes"].Value, 1024, 6 * 1024 * 1024);
        Assert.Null(tests[3].Properties["SmallestFace"].Value);
    }

    [Fact]
    public void A_test_takes_bytes_and_streams_and_goes_on_after_a_missing_file()
    {
        using var session = new ModuleSession();
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = session.RunWithErrors($"$b = [IO.File]::ReadAllBytes('{_folder.Path}/small.png'); Test-AzFaceImage -InputObject $b; Test-AzFaceImage -InputObject ([IO.MemoryStream]::new($b)); 'nowhere.png', '{_folder.Path}/small.png' | Test-AzFaceImage");
        Assert.Equal(["InputObject[0]", "InputObject[0]", Path.Combine(_folder.Path, "small.png")], output.Select(test => (string)test.Properties["Path"].Value));
        Assert.StartsWith("PathNotFound,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tests_table_fits_and_its_csv_names_no_type()
    {
        using var session = new ModuleSession();
        string csv = Path.Combine(_folder.Path, "tests.csv");
        string text = string.Concat(session.Run($"$t = Test-AzFaceImage '{_folder.Path}/turned6.*'; $t | Export-Csv '{csv}'; $t | Format-Table | Out-String -Width 120").Select(line => line.ToString()));
        Assert.Contains("Reencode", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 120));
        Assert.DoesNotContain("System.", File.ReadAllText(csv), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_knows_a_prepared_picture_again()
    {
        string checkpoint = Path.Combine(_folder.Path, "pictures.checkpoint");
        string command = $"Invoke-AzFaceDetection '{_folder.Path}/turned6.webp' -CheckpointPath '{checkpoint}'";
        Assert.Single(_folder.Session.Run(command));
        Assert.Empty(_folder.Session.Run(command));
        Assert.Single(_folder.Session.Run(command + " -PassThru"));
    }

    private static void Elsewhere(OddServer server, string script)
    {
        using var session = new ModuleSession();
        session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; {script}");
    }

    private static double Number(PSObject face, string name) => Convert.ToDouble(face.Properties[name].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static void IsWhere(PSObject expected, PSObject actual, double tolerance)
    {
        foreach (string side in new[] { "Left", "Top", "Width", "Height" })
        {
            double slack = tolerance * Number(expected, "Width");
            Assert.InRange(Number(actual, side), Number(expected, side) - slack, Number(expected, side) + slack);
        }
    }

    /// <summary>A folder of pictures, and a session on one emulator for all these tests.</summary>
    public sealed class Folder : IDisposable
    {
        public Folder()
        {
            using (SKBitmap portrait = Pictures.Portrait(600, 400))
            {
                for (int orientation = 1; orientation <= 8; orientation++)
                {
                    Write($"turned{orientation}.jpg", Pictures.Jpeg(portrait, orientation));
                    Write($"turned{orientation}.png", Pictures.Png(portrait, orientation));
                    Write($"turned{orientation}.webp", Pictures.WebP(portrait, orientation));
                }

                Write("small.png", Pictures.Encode(portrait, SKEncodedImageFormat.Png));
            }

            using (SKBitmap large = Pictures.NoisyPortrait(4200, 2800, 200))
            using (SKBitmap clean = Pictures.Portrait(4200, 2800))
            using (var canvas = new SKCanvas(large))
            {
                // The face as it is; around it, noise that no JPEG of this size packs into 6 MB.
                canvas.DrawBitmap(clean, new SKRect(784, 0, 1960, 1330), new SKRect(784, 0, 1960, 1330), SKSamplingOptions.Default);
                Write("large.png", Pictures.Encode(large, SKEncodedImageFormat.Png));
            }

            Write("photo.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[5000]]);
            Session.Run("Connect-AzFace -Emulator");
            Upright = Assert.Single(Session.Run($"Invoke-AzFaceDetection '{Path}/small.png'"));
        }

        public string Path { get; } = Directory.CreateTempSubdirectory().FullName;

        public ModuleSession Session { get; } = new();

        /// <summary>The face in the picture that is stored upright.</summary>
        public PSObject Upright { get; }

        public void Dispose()
        {
            Session.Run("Stop-AzFaceEmulator");
            Session.Dispose();
            Directory.Delete(Path, true);
        }

        private void Write(string name, byte[] picture) => File.WriteAllBytes(System.IO.Path.Combine(Path, name), picture);
    }
}
