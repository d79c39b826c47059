using System.Globalization;
using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>What the recognition cmdlets take for a face: each other's results, rows of tables, pictures; and what they say of what is none.</summary>
public sealed class FaceReferenceTests(FaceReferenceTests.Crew crew) : IClassFixture<FaceReferenceTests.Crew>
{
    private const string Gone = "11111111-2222-3333-4444-555555555555";
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Coffee = ModuleSession.Sample("coffee.png");
    private readonly string _folder = crew.Folder;
    private readonly ModuleSession _session = crew.Session;

    public static TheoryData<string> Commands => ["Compare-AzFace ASTRONAUT", "Group-AzFace", "Find-AzFaceSimilar ASTRONAUT", "Resolve-AzFaceIdentity crew"];

    private string Two => Path.Combine(_folder, "two.jpg");

    [Theory]
    [InlineData("Invoke-AzFaceDetection two.jpg | Select-Object Path, FaceNumber")]
    [InlineData("Invoke-AzFaceDetection two.jpg | Select-Object Path, Left")]
    [InlineData("Invoke-AzFaceDetection two.jpg | Select-Object Path, FaceId")]
    [InlineData("Invoke-AzFaceDetection two.jpg | Export-Csv faces.csv; Import-Csv faces.csv")]
    [InlineData("Invoke-AzFaceDetection two.jpg | ForEach-Object { @{ Path = $_.Path; Top = $_.Top } }")]
    public void A_row_about_a_face_without_an_id_is_not_taken_for_the_pictures_largest(string rows)
    {
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = Run($"& {{ {rows} }} | Compare-AzFace ASTRONAUT");
        Assert.Empty(output);
        Assert.Equal(["FaceIdMissing", "FaceIdMissing"], errors.Select(Id));
        Assert.All(errors, error => Assert.Equal(Two, error.TargetObject));
        Assert.All(errors, error => Assert.Equal($"Invoke-AzFaceDetection {Two} -ReturnFaceId", error.ErrorDetails.RecommendedAction));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_row_with_an_id_brings_the_faces_picture_number_and_place(string command)
    {
        IReadOnlyList<PSObject> results = Succeed($"$f | Export-Csv faces.csv; Import-Csv faces.csv | {command}");
        Assert.Equal(Places(_session.Run("$f")), Places(results));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_live_face_brings_its_place(string command) => Assert.Equal(Places(_session.Run("$f")), Places(Succeed($"$f | {command}")));

    [Fact]
    public void A_row_with_nothing_but_picture_and_id_brings_the_picture()
    {
        IReadOnlyList<PSObject> results = Succeed("$f | Select-Object Path, FaceId | Compare-AzFace ASTRONAUT");
        Assert.All(results, result => Assert.Equal((Two, null, null), (result.Properties["Path"].Value, result.Properties["FaceNumber"].Value, result.Properties["Left"].Value)));
    }

    [Theory]
    [InlineData("2020-01-02T10:00:00+00:00")]
    [InlineData("01/02/2020 10:00:00 +00:00")]
    [InlineData("[datetime]'2020-01-02'")]
    [InlineData("[datetimeoffset]'2020-01-02'")]
    public void A_row_whose_id_has_expired_costs_no_call(string time)
    {
        string value = time[0] == '[' ? $"({time})" : $"'{time}'";
        ErrorRecord error = Fail($"[pscustomobject]@{{ Path = $f[0].Path; FaceId = '{Gone}'; FaceIdExpires = {value} }} | Compare-AzFace $f[0]");
        Assert.Equal("FaceIdExpired", Id(error));
        Assert.Contains("2020-01-02", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_time_with_two_readings_the_later_counts()
    {
        // To a Thai reader the year is one of long ago.
        string expires = DateTimeOffset.Now.AddHours(1).ToString(CultureInfo.InvariantCulture);
        Assert.Single(Succeed($"$culture = [cultureinfo]::CurrentCulture; [cultureinfo]::CurrentCulture = 'th-TH'; [pscustomobject]@{{ FaceId = $f[0].FaceId; FaceIdExpires = '{expires}' }} | Compare-AzFace $f[0]; [cultureinfo]::CurrentCulture = $culture"));
    }

    [Theory]
    [InlineData("$f | Group-AzFace | Compare-AzFace ASTRONAUT")]
    [InlineData("$f | Find-AzFaceSimilar ASTRONAUT | Compare-AzFace ASTRONAUT")]
    [InlineData("$f | Resolve-AzFaceIdentity crew | Compare-AzFace ASTRONAUT")]
    [InlineData("$f | Compare-AzFace ASTRONAUT | Resolve-AzFaceIdentity crew")]
    [InlineData("$f | Compare-AzFace ASTRONAUT | Group-AzFace")]
    public void What_one_cmdlet_emits_the_next_takes(string command) => Assert.Equal(Places(_session.Run("$f")), Places(Succeed(command)));

    [Theory]
    [InlineData("[pscustomobject]@{ FullName = ASTRONAUT }")]
    [InlineData("@{ Path = ASTRONAUT }")]
    [InlineData("[ordered]@{ Path = ASTRONAUT }")]
    [InlineData("Invoke-AzFaceDetection ASTRONAUT -PerImage")]
    [InlineData("Test-AzFacePhoto ASTRONAUT")]
    public void A_row_about_a_picture_means_its_largest_face(string row)
    {
        PSObject result = Assert.Single(Succeed($"{row} | Compare-AzFace ASTRONAUT"));
        Assert.Equal((Astronaut, 1, true), (result.Properties["Path"].Value, result.Properties["FaceNumber"].Value, result.Properties["IsIdentical"].Value));
    }

    [Theory]
    [InlineData("@{ Name = 'Eileen' }")]
    [InlineData("[pscustomobject]@{ Name = 'Eileen' }")]
    public void An_object_that_is_no_face_says_what_would_be_one(string row)
    {
        ErrorRecord error = Fail($"{row} | Compare-AzFace ASTRONAUT");
        Assert.Equal("ParameterArgumentTransformationError", Id(error));
        Assert.Contains("FaceId, Path or FullName", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resolve-AzFaceIdentity crew")]
    [InlineData("Compare-AzFace ASTRONAUT")]
    [InlineData("Find-AzFaceSimilar ASTRONAUT")]
    public void Results_can_be_drawn(string command) =>
        Assert.Single(Succeed($"'{Astronaut}' | {command} | Export-AzFaceImage drawn -Label '{{Confidence}}' -Force"));

    [Theory]
    [InlineData("Resolve-AzFaceIdentity crew BYTES")]
    [InlineData("Resolve-AzFaceIdentity crew STREAM")]
    [InlineData("STREAM | Resolve-AzFaceIdentity crew")]
    [InlineData(",BYTES | Resolve-AzFaceIdentity crew")]
    [InlineData("BYTES | Resolve-AzFaceIdentity crew")]
    public void A_picture_in_memory_is_led_to_its_detection(string command)
    {
        _session.Run($"$bytes = [IO.File]::ReadAllBytes('{Astronaut}')");
        ErrorRecord error = Fail(command.Replace("STREAM", "([IO.MemoryStream]::new($bytes))", StringComparison.Ordinal).Replace("BYTES", "$bytes", StringComparison.Ordinal));
        Assert.Equal("PictureInMemory", Id(error));
        Assert.Equal("Eileen", Assert.Single(Succeed(error.ErrorDetails.RecommendedAction.Replace("BYTES", "$bytes", StringComparison.Ordinal))).Properties["Name"].Value);
    }

    [Theory]
    [InlineData("Resolve-AzFaceIdentity crew tw*.jpg", "Get-ChildItem 'tw*.jpg' | Resolve-AzFaceIdentity crew")]
    [InlineData("Compare-AzFace two.jpg tw?.jpg", "Get-ChildItem 'tw?.jpg' | Compare-AzFace two.jpg")]
    [InlineData("Compare-AzFace -PersonGroup crew -Person Eileen -Face tw*.jpg", "Get-ChildItem 'tw*.jpg' | Compare-AzFace -PersonGroup crew -Person Eileen")]
    [InlineData("Find-AzFaceSimilar two.jpg *.jpg", "Get-ChildItem '*.jpg' | Find-AzFaceSimilar two.jpg")]
    [InlineData("New-AzFaceLivenessSession -VerifyImage tw*.jpg", "Get-ChildItem 'tw*.jpg'")]
    public void Wildcards_are_led_to_Get_ChildItem(string command, string next)
    {
        ErrorRecord error = Fail(command);
        Assert.Equal("PathNotFound", Id(error));
        Assert.Contains(next, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(next, error.ErrorDetails.RecommendedAction);
        Assert.Single(Succeed(next));
    }

    [Theory]
    [InlineData("Compare-AzFace ASTRONAUT COFFEE")]
    [InlineData("Compare-AzFace COFFEE ASTRONAUT")]
    [InlineData("Get-ChildItem COFFEE | Compare-AzFace ASTRONAUT")]
    [InlineData("Get-ChildItem COFFEE | Resolve-AzFaceIdentity crew")]
    [InlineData("Resolve-AzFaceIdentity crew COFFEE")]
    [InlineData("Find-AzFaceSimilar ASTRONAUT COFFEE")]
    public void An_error_points_at_the_full_path(string command)
    {
        _session.Run($"Set-Location '{Path.GetDirectoryName(Coffee)}'");
        try
        {
            Assert.Equal(Coffee, Fail(command.Replace("ASTRONAUT", "astronaut.png", StringComparison.Ordinal).Replace("COFFEE", "coffee.png", StringComparison.Ordinal)).TargetObject);
        }
        finally
        {
            _session.Run($"Set-Location '{_folder}'");
        }
    }

    [Theory]
    [InlineData("Compare-AzFace ASTRONAUT GONE", "The face id GONE has expired or is unknown here", "Invoke-AzFaceDetection PICTURE -ReturnFaceId", null)]
    [InlineData("ROW | Compare-AzFace ASTRONAUT", "The face id GONE of 'TWO' has expired or is unknown here", "Invoke-AzFaceDetection TWO -ReturnFaceId", "TWO")]
    [InlineData("ASTRONAUT, ASTRONAUT | Compare-AzFace (ROW)", "The reference is gone. The face id GONE of 'TWO' has expired", "Invoke-AzFaceDetection TWO -ReturnFaceId", "TWO")]
    [InlineData("ROW | Compare-AzFace -PersonGroup crew -Person Eileen", "The face id GONE of 'TWO' has expired", "Invoke-AzFaceDetection TWO -ReturnFaceId", "TWO")]
    [InlineData("ROW, $f[0] | Resolve-AzFaceIdentity crew", "The face id GONE of 'TWO' has expired", "Invoke-AzFaceDetection TWO -ReturnFaceId", "TWO")]
    [InlineData("ROW, ASTRONAUT | Group-AzFace", "The face id GONE of 'TWO' has expired", "Invoke-AzFaceDetection TWO -ReturnFaceId", "TWO")]
    [InlineData("ROW, ASTRONAUT | Find-AzFaceSimilar ASTRONAUT", "The face id GONE of 'TWO' has expired", "Invoke-AzFaceDetection TWO -ReturnFaceId", "TWO")]
    [InlineData("'GONE' | Compare-AzFace $f[0]", "One of the face ids GONE and ID of 'TWO' has expired or is unknown here, likeliest GONE: the end of the rest is known", "Invoke-AzFaceDetection PICTURE -ReturnFaceId", null)]
    [InlineData("ROW, $f[1] | Find-AzFaceSimilar $f[0]", "One or more of 3 face ids have expired or are unknown here, likeliest GONE of 'TWO': the end of the rest is known", "Invoke-AzFaceDetection TWO -ReturnFaceId", "TWO")]
    public void A_face_that_the_service_does_not_know_is_named_as_far_as_that_can_be_told(string command, string says, string next, string? target)
    {
        ErrorRecord error = Fail(command.Replace("ROW", "[pscustomobject]@{ Path = 'TWO'; FaceId = 'GONE' }", StringComparison.Ordinal));
        Assert.Equal("FaceNotFound", Id(error));
        Assert.Contains(Fill(says), error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(Fill(next), error.ErrorDetails.RecommendedAction);
        Assert.Equal(target is null ? Gone : Fill(target), error.TargetObject.ToString());
    }

    [Fact]
    public void Which_of_many_ids_is_gone_is_found_out_with_the_command_that_the_error_names()
    {
        Assert.Contains("FACES | Compare-AzFace PICTURE has an error for each that is gone", Fail("$f[0].FaceId, 'GONE', $f[1].FaceId | Group-AzFace").Exception.Message, StringComparison.Ordinal);
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = Run("$f[0].FaceId, 'GONE', $f[1].FaceId | Compare-AzFace ASTRONAUT");
        Assert.Equal(2, output.Count);
        Assert.Contains($"The face id {Gone} has expired", Assert.Single(errors).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_face_of_a_list_is_in_no_picture_and_the_table_says_what_is_found_and_for_which_reference()
    {
        _session.Run($"New-AzFaceList gallery; Add-AzFaceListFace gallery '{Astronaut}' -UserData 'Eileen Collins' | Out-Null; Start-AzFaceTraining -FaceList gallery | Wait-AzFaceTraining | Out-Null");
        PSObject found = Assert.Single(Succeed("$f[1] | Find-AzFaceSimilar -FaceList gallery"));
        Assert.Equal((null, null, null, Two), (found.Properties["Path"].Value, found.Properties["FaceNumber"].Value, found.Properties["Left"].Value, found.Properties["ReferencePath"].Value));
        string[] lines = Table("$f[1] | Find-AzFaceSimilar -FaceList gallery");
        Assert.Matches("^Found +# +Confidence Reference", lines[0]);
        Assert.Matches("^Eileen Collins +[0-9.,]+ two.jpg #2", lines[2]);
        Assert.Matches("^two.jpg +1 +[0-9.,]+ astronaut.png", Table("$f[0] | Find-AzFaceSimilar ASTRONAUT")[2]);
    }

    private static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    private static IEnumerable<(object, object, object, object)> Places(IEnumerable<PSObject> faces) => faces
        .Select(face => (face.Properties["Path"].Value, face.Properties["FaceNumber"].Value, face.Properties["Left"].Value, face.Properties["Height"].Value))
        .OrderBy(place => (int)place.Item2);

    private string Fill(string text) => text.Replace("TWO", Two, StringComparison.Ordinal).Replace("GONE", Gone, StringComparison.Ordinal).Replace("ID of", _session.Run("$f[0].FaceId")[0] + " of", StringComparison.Ordinal);

    private (IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors) Run(string command) =>
        _session.RunWithErrors(Fill(command).Replace("ASTRONAUT", $"'{Astronaut}'", StringComparison.Ordinal));

    private IReadOnlyList<PSObject> Succeed(string command)
    {
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = Run(command);
        Assert.Empty(errors);
        return output;
    }

    private ErrorRecord Fail(string command) => Assert.Single(Run(command).Errors);

    private string[] Table(string command) => Assert.Single(Succeed($"{command} | Format-Table | Out-String")).ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A session with a trained group, a picture with two faces, and these in $f.</summary>
    public sealed class Crew : IDisposable
    {
        public Crew()
        {
            File.WriteAllBytes(Path.Combine(Folder, "two.jpg"), ImportFixture.Two());
            Session.Run($$"""
                Connect-AzFace -Emulator
                Set-Location '{{Folder}}'
                New-AzFacePersonGroup crew; New-AzFacePerson crew Eileen | Out-Null
                Add-AzFacePersonFace crew Eileen '{{Astronaut}}' | Out-Null
                Start-AzFaceTraining crew | Wait-AzFaceTraining | Out-Null
                $f = Invoke-AzFaceDetection two.jpg -ReturnFaceId
                """);
        }

        internal string Folder { get; } = Directory.CreateTempSubdirectory("references").FullName;

        internal ModuleSession Session { get; } = new();

        public void Dispose()
        {
            Session.Run("Stop-AzFaceEmulator");
            Session.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
