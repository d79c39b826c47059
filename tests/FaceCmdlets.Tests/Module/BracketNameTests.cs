using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>Pictures with [ ] in their names, beside others that a pattern of that text would match.</summary>
public sealed class BracketNameTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("brackets").FullName;
    private readonly ModuleSession _session = new();

    public BracketNameTests()
    {
        File.Copy(ModuleSession.Sample("astronaut.png"), Named);
        File.Copy(ModuleSession.Sample("coffee.png"), Matched);
        _session.Run($"Connect-AzFace -Emulator; Set-Location '{_folder}'");
    }

    private string Named => Path.Combine(_folder, "p [1].png");

    private string Script(string command) => command.Replace("FILE", $"([IO.FileInfo]'{Named}')", StringComparison.Ordinal);

    private string Matched => Path.Combine(_folder, "p 1.png");

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Invoke-AzFaceDetection 'p [1].png'")]
    [InlineData("Invoke-AzFaceDetection -LiteralPath 'p [1].png' | Invoke-AzFaceDetection")]
    [InlineData("Invoke-AzFaceDetection -LiteralPath 'p [1].png' -PerImage | Invoke-AzFaceDetection")]
    [InlineData("Invoke-AzFaceDetection -LiteralPath 'p [1].png' | Export-Csv faces.csv; Import-Csv faces.csv | Invoke-AzFaceDetection")]
    [InlineData("Invoke-AzFaceDetection -LiteralPath 'p [1].png' | Test-AzFacePhoto")]
    [InlineData("Invoke-AzFaceDetection -LiteralPath 'p [1].png' | Test-AzFaceImage")]
    [InlineData("Invoke-AzFaceDetection FILE")]
    [InlineData("Invoke-AzFaceDetection @FILE")]
    [InlineData("FILE | Invoke-AzFaceDetection")]
    [InlineData("FILE | Test-AzFaceImage")]
    [InlineData("Test-AzFacePhoto FILE")]
    [InlineData("Test-AzFaceImage FILE")]
    [InlineData("Invoke-AzFaceDetection 'p `[1`].png'")]
    public void The_file_of_just_that_name_is_meant(string command) => Assert.Equal(Named, Assert.Single(_session.Run(Script(command))).Properties["Path"].Value);

    [Theory]
    [InlineData("Invoke-AzFaceDetection -LiteralPath 'p [1].png' | Add-AzFacePersonFace crew Ann")]
    [InlineData("FILE | Add-AzFacePersonFace crew Ann")]
    [InlineData("Add-AzFacePersonFace crew Ann FILE")]
    public void The_face_of_the_named_picture_is_enrolled(string command)
    {
        _session.Run("New-AzFacePersonGroup crew; New-AzFacePerson crew Ann");
        Assert.Equal(Named, Assert.Single(_session.Run(Script(command))).Properties["Path"].Value);
    }

    [Fact]
    public void A_folder_of_people_of_just_that_name_is_meant()
    {
        foreach ((string team, string person) in (ReadOnlySpan<(string, string)>)[("team [1]", "Ann"), ("team 1", "Bob")])
        {
            string folder = Directory.CreateDirectory(Path.Combine(_folder, team, person)).FullName;
            File.Copy(Named, Path.Combine(folder, "1.png"));
        }

        _session.Run("New-AzFacePersonGroup crew");
        Assert.Equal("Ann", Assert.Single(_session.Run("Import-AzFacePerson crew 'team [1]'")).Properties["Person"].Value);
    }

    [Fact]
    public void A_failed_pictures_error_leads_back_to_it()
    {
        File.WriteAllText(Named, "damaged");
        IReadOnlyList<ErrorRecord> errors = _session.RunWithErrors("Invoke-AzFaceDetection *.png -ErrorVariable failed; $failed.TargetObject | Invoke-AzFaceDetection").Errors;
        Assert.Equal([Named, Named], errors.Select(error => error.TargetObject));
    }

    [Theory]
    [InlineData("'p [1]*.png'", "p 1.png")]
    [InlineData("'p ?.png'", "p 1.png")]
    [InlineData("*.png", "p 1.png", "p [1].png")]
    public void Without_such_a_file_it_is_a_pattern(string path, params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), _session.Run($"Test-AzFaceImage {path}").Select(test => Path.GetFileName((string)test.Properties["Path"].Value)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_file_that_is_gone_is_not_taken_for_another()
    {
        ErrorRecord error = _session.Fails(Script("[IO.File]::Delete((FILE).FullName); Test-AzFaceImage FILE"));
        Assert.StartsWith("PathNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{Named}' does not exist", error.Exception.Message, StringComparison.Ordinal);
    }
}
