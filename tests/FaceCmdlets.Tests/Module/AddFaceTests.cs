using System.Management.Automation;
using SkiaSharp;

namespace FaceCmdlets.Tests.Module;

/// <summary>The ways in which a picture comes to a face list or a person: files, rows, bytes, addresses.</summary>
public sealed class AddFaceTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Coffee = ModuleSession.Sample("coffee.png");
    private readonly ModuleSession _session = new();
    private readonly string _table = Path.GetTempFileName();

    public AddFaceTests() => _session.Run("Connect-AzFace -Emulator; New-AzFaceList guests | Out-Null; New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew Eileen -UserData pilot | Out-Null; New-AzFacePerson crew Ada | Out-Null");

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
        File.Delete(_table);
    }

    [Fact]
    public void A_row_brings_what_to_keep_with_the_face()
    {
        _session.Run($"[pscustomobject]@{{ Path = '{Astronaut}'; UserData = 'Eileen' }}, [pscustomobject]@{{ Path = '{Astronaut}' }} | Add-AzFaceListFace guests | Out-Null");
        Assert.Equal(["Eileen", null], Kept("Get-AzFaceListFace guests").OrderDescending());
    }

    [Theory]
    [InlineData("Invoke-AzFaceDetection '{0}' | Add-AzFaceListFace guests -UserData {{ $_.Width.GetType().Name }}", "Int32")]
    [InlineData("Get-ChildItem '{0}' | Add-AzFaceListFace guests -UserData {{ $_.BaseName }}", "astronaut")]
    [InlineData("Add-AzFacePersonFace crew Ada '{0}' -UserData first | Add-AzFaceListFace guests", "first")]
    [InlineData("Add-AzFacePersonFace crew Ada '{0}' -UserData first | Add-AzFaceListFace guests -UserData other", "other")]
    public void What_to_keep_is_said_for_each_picture(string script, string kept)
    {
        Assert.Equal([kept], Kept(Format(script)));
        Assert.Equal([kept], Kept("Get-AzFaceListFace guests"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -UserData {{ $_.Name }}", "Eileen")]
    [InlineData(" -UserData portrait", "portrait")]
    public void The_user_data_of_a_person_stays_the_persons(string typed, string? kept = null) =>
        Assert.Equal([kept], Kept(Format($"Get-AzFacePerson crew Eileen | Add-AzFacePersonFace -Path '{{0}}'{typed}")));

    [Fact]
    public void Persons_of_the_pipeline_take_a_picture_each()
    {
        _session.Run("New-AzFacePersonGroup few -Standard | Out-Null; New-AzFacePerson few Eileen -Standard | Out-Null");
        _session.Run(Format("$(Get-AzFacePerson crew; Get-AzFacePerson few -Standard) | Add-AzFacePersonFace -Path '{0}' | Out-Null"));
        Assert.Equal([1, 1, 1], _session.Run("Get-AzFacePerson crew; Get-AzFacePerson few -Standard").Select(person => (int)person.Properties["FaceCount"].Value));
    }

    [Fact]
    public void Rows_say_which_person_and_one_who_is_not_there_is_one_error()
    {
        ErrorRecord error = _session.Fails(Format("'Eileen', 'Nobody', 'Ada' | ForEach-Object {{ [pscustomobject]@{{ Person = $_; Path = '{0}' }} }} | Add-AzFacePersonFace crew"));
        Assert.StartsWith("PersonNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([1, 1], _session.Run("Get-AzFacePerson crew").Select(person => (int)person.Properties["FaceCount"].Value));
    }

    [Fact]
    public void A_row_of_a_table_is_the_face_that_it_describes()
    {
        _session.Run($"Invoke-AzFaceDetection '{Astronaut}' | Export-Csv '{_table}'");
        Assert.Equal(Astronaut, Assert.Single(_session.Run($"Import-Csv '{_table}' | Add-AzFaceListFace guests")).Properties["Path"].Value);
        Assert.Single(_session.Run($"Import-Csv '{_table}' | Add-AzFacePersonFace crew Ada"));
        ErrorRecord error = _session.Fails($"Import-Csv '{_table}' | ForEach-Object {{ $_.Left, $_.Top, $_.Width, $_.Height = '0', '0', '20', '20'; $_ }} | Add-AzFaceListFace guests");
        Assert.StartsWith("InvalidImage,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("| Select-Object Path, Left, Top, Width, Height")]
    public void Each_row_of_a_picture_with_two_faces_is_a_face_of_its_own(string columns)
    {
        string two = Path.ChangeExtension(_table, ".jpg");
        try
        {
            PutTwice(two);
            _session.Run($"Invoke-AzFaceDetection '{two}' {columns} | Export-Csv '{_table}'");
            Assert.Equal(2, _session.Run($"Import-Csv '{_table}' | Add-AzFaceListFace guests").Select(face => face.Properties["PersistedFaceId"].Value).Distinct().Count());
            Assert.StartsWith("InvalidImage,", _session.Fails($"Add-AzFaceListFace guests '{two}'").FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(two);
        }
    }

    [Theory]
    [InlineData("TargetFace = '0, 0, 20, 20'", "InvalidImage")]
    [InlineData("TargetFace = 'on the left'", "ParameterArgumentTransformationError")]
    [InlineData("Left = 'far'; Top = 0; Width = 20; Height = 20", "ParameterArgumentTransformationError")]
    [InlineData("Left = '1e30'; Top = 0; Width = 20; Height = 20", "ParameterArgumentTransformationError")]
    public void A_rectangle_in_a_row_is_never_passed_over(string columns, string error) =>
        Assert.StartsWith(error + ",", _session.Fails($"[pscustomobject]@{{ Path = '{Astronaut}'; {columns} }} | Add-AzFaceListFace guests").FullyQualifiedErrorId, StringComparison.Ordinal);

    [Theory]
    [InlineData("Add-AzFacePersonFace crew Ada '{0}' -TargetFace 1,2,30,40", "no face in -TargetFace 1,2,30,40", "Invoke-AzFaceDetection {0}")]
    [InlineData("Add-AzFaceListFace guests '{0}' -TargetFace 1,2,30,40", "no face in -TargetFace 1,2,30,40", "Invoke-AzFaceDetection {0}")]
    [InlineData("[pscustomobject]@{{ Path = '{0}'; Left = 1; Top = 2; Width = 30; Height = 40 }} | Add-AzFaceListFace guests", "no face in -TargetFace 1,2,30,40", "Invoke-AzFaceDetection {0}")]
    [InlineData("Add-AzFaceListFace guests -InputObject ([IO.File]::ReadAllBytes('{0}')) -TargetFace 1,2,30,40", "'InputObject[0]' has no face in -TargetFace 1,2,30,40", null)]
    public void A_place_without_a_face_is_said_to_be_one(string script, string says, string? next)
    {
        ErrorRecord error = _session.Fails(Format(script));
        Assert.StartsWith("InvalidImage,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("exactly one face", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(next is null ? null : Format(next), error.ErrorDetails?.RecommendedAction);
    }

    [Fact]
    public void A_picture_that_is_none_says_so_wherever_it_lies()
    {
        string folder = Directory.CreateTempSubdirectory("faces").FullName;
        try
        {
            string file = Path.Combine(folder, "a.jpg");
            File.WriteAllBytes(file, [0xff, 0xd8, 0xff, 0xe0, .. new byte[3000]]);
            ErrorRecord error = _session.Fails($"Add-AzFaceListFace guests '{file}' -NoPreparation");
            Assert.StartsWith("InvalidImage,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.DoesNotContain("Of several", error.Exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("TargetFace = ''")]
    [InlineData("Left = ''; Top = ''; Width = ''; Height = ''")]
    [InlineData("UserData = $null")]
    public void An_empty_cell_says_nothing(string columns) =>
        Assert.Single(_session.Run($"[pscustomobject]@{{ Path = '{Astronaut}'; {columns} }} | Add-AzFaceListFace guests"));

    [Theory]
    [InlineData("[IO.File]::ReadAllBytes('{0}') | Add-AzFaceListFace guests")]
    [InlineData(", [IO.File]::ReadAllBytes('{0}') | Add-AzFacePersonFace crew Ada")]
    [InlineData("Add-AzFacePersonFace crew Ada -InputObject ([IO.File]::ReadAllBytes('{0}'))")]
    public void Bytes_are_one_picture(string script) =>
        Assert.Equal("InputObject[0]", Assert.Single(_session.Run(Format(script))).Properties["Path"].Value);

    [Fact]
    public void A_stream_is_a_picture() =>
        Assert.Equal(Astronaut, Assert.Single(_session.Run(Format("$stream = [IO.File]::OpenRead('{0}'); $stream | Add-AzFaceListFace guests; $stream.Dispose()"))).Properties["Path"].Value);

    [Theory]
    [InlineData("Add-AzFaceListFace guests -Uri foo.jpg, ftp://contoso.com/a.jpg")]
    [InlineData("[uri]'foo.jpg', [uri]'c:/a.jpg' | Add-AzFaceListFace guests")]
    [InlineData("Invoke-AzFaceDetection -Uri foo.jpg, ftp://contoso.com/a.jpg")]
    public void What_is_no_address_is_one_error_and_the_next_one_counts(string script) =>
        Assert.Equal(["InvalidURL", "InvalidURL"], _session.RunWithErrors(script).Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));

    [Fact]
    public void Of_what_has_no_picture_no_name_is_taken_for_a_path()
    {
        ErrorRecord error = _session.Fails("Get-AzFacePerson crew Ada | Add-AzFacePersonFace");
        Assert.StartsWith("InputObjectMissingMandatory,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_list_of_the_pipeline_does_not_make_the_named_one_small()
    {
        _session.Run(Format("New-AzFaceList vip -Standard | Out-Null; Add-AzFaceListFace vip '{0}' -Standard | Add-AzFaceListFace guests | Out-Null"));
        Assert.Single(_session.Run("Get-AzFaceListFace guests"));
    }

    [Fact]
    public void Progress_counts_what_is_added_and_what_is_not()
    {
        _session.Run("Stop-AzFaceEmulator; $e = Start-AzFaceEmulator -Key local-key-0123456789 -ArgumentList --latency, 400; Connect-AzFace $e.Endpoint -Key local-key-0123456789; New-AzFaceList slow | Out-Null");
        IReadOnlyList<ProgressRecord> progress = _session.Progress($"Add-AzFaceListFace slow '{Coffee}', '{Astronaut}'");
        Assert.Contains(progress, record => record.StatusDescription.StartsWith("1 of 2 pictures done, 1 failed, 1 in flight", StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    /// <summary>The same face on the left and on the right.</summary>
    private static void PutTwice(string path)
    {
        using var one = SKBitmap.Decode(Astronaut);
        using var both = new SKBitmap(one.Width * 2, one.Height);
        using (var canvas = new SKCanvas(both))
        {
            canvas.DrawBitmap(one, SKPoint.Empty, SKSamplingOptions.Default);
            canvas.DrawBitmap(one, new SKPoint(one.Width, 0), SKSamplingOptions.Default);
        }

        using FileStream file = File.Create(path);
        both.Encode(file, SKEncodedImageFormat.Jpeg, 90);
    }

    private static string Format(string script) => string.Format(System.Globalization.CultureInfo.InvariantCulture, script, Astronaut);

    private IEnumerable<string?> Kept(string script) => _session.Run(script).Select(face => (string?)face.Properties["UserData"].Value);
}
