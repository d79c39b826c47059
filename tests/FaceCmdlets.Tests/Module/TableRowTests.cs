using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>What went into a table comes back out of it as text, and means the same.</summary>
public sealed class TableRowTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private readonly ModuleSession _session = new();
    private readonly string _table = Path.GetTempFileName();

    public TableRowTests() => _session.Run("Connect-AzFace -Emulator; New-AzFacePersonGroup dup Large | Out-Null; New-AzFacePersonGroup dup Small -Standard | Out-Null");

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
        File.Delete(_table);
    }

    [Theory]
    [InlineData("True", "Large")]
    [InlineData("true", "Large")]
    [InlineData("False", "Small")]
    public void A_row_deletes_the_group_that_it_was_made_of(string standard, string left)
    {
        _session.Run($"[pscustomobject]@{{ PersonGroupId = 'dup'; Standard = '{standard}' }} | Remove-AzFacePersonGroup -Confirm:$false");
        Assert.Equal(left, Assert.Single(_session.Run("Get-AzFacePersonGroup; Get-AzFacePersonGroup -Standard")).Properties["Name"].Value);
    }

    [Theory]
    [InlineData("'maybe'")]
    [InlineData("''")]
    [InlineData("'1'")]
    [InlineData("2")]
    public void A_row_that_does_not_say_which_group_deletes_none_and_the_next_row_counts(string standard)
    {
        ErrorRecord error = _session.Fails($"[pscustomobject]@{{ PersonGroupId = 'dup'; Standard = {standard} }}, [pscustomobject]@{{ PersonGroupId = 'dup'; Standard = 'True' }} | Remove-AzFacePersonGroup -Confirm:$false");
        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Large", Assert.Single(_session.Run("Get-AzFacePersonGroup; Get-AzFacePersonGroup -Standard")).Properties["Name"].Value);
    }

    [Fact]
    public void Persons_of_a_table_are_found_in_the_small_group()
    {
        string read = $"Import-Csv '{_table}' |";
        _session.Run($"New-AzFacePerson dup Ada -Standard | Export-Csv '{_table}'");
        Assert.Equal("Bea", Assert.Single(_session.Run($"{read} Set-AzFacePerson -Name Bea; {read} Get-AzFacePerson")).ToString());
        Assert.Empty(_session.Run($"{read} Remove-AzFacePerson -Confirm:$false; Get-AzFacePerson dup -Standard"));
    }

    [Fact]
    public void A_switch_is_typed_as_ever()
    {
        Assert.Equal("Small", Assert.Single(_session.Run("Get-AzFacePersonGroup -Standard:$true")).Properties["Name"].Value);
        Assert.Equal("Large", Assert.Single(_session.Run("Get-AzFacePersonGroup -Standard:$false")).Properties["Name"].Value);
    }

    [Fact]
    public void What_is_no_face_id_does_not_mean_all_faces()
    {
        _session.Run($"New-AzFaceList guests | Out-Null; Add-AzFaceListFace guests '{Astronaut}' | Out-Null");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors("[pscustomobject]@{ FaceListId = 'guests'; PersistedFaceId = 'first' } | Get-AzFaceListFace");
        Assert.Empty(output);
        Assert.StartsWith("ParameterArgumentTransformationError,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_kind_of_session_is_not_left_out()
    {
        ErrorRecord error = _session.Fails("[pscustomobject]@{ SessionId = 'a'; Kind = 'Lively' } | Remove-AzFaceLivenessSession -Confirm:$false");
        Assert.Contains("'Lively' is none of Liveness, LivenessWithVerify.", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ Path = PICTURE } | Invoke-AzFaceDetection")]
    [InlineData("@{ FullName = PICTURE } | Test-AzFacePhoto")]
    [InlineData("[ordered]@{ Path = PICTURE } | Test-AzFaceImage")]
    [InlineData("@{ PersonGroup = 'dup'; Person = 'Ada'; Standard = 'True'; Path = PICTURE } | Add-AzFacePersonFace")]
    [InlineData("@{ Path = PICTURE; Left = 179; Top = 70; Width = 94; Height = 107 } | Add-AzFaceListFace shots")]
    [InlineData("@{ Path = PICTURE; TargetFace = @{ Left = 179; Top = 70; Width = 94; Height = 107 } } | Add-AzFaceListFace shots")]
    public void A_hashtable_is_a_row_with_its_keys(string script)
    {
        _session.Run("New-AzFacePerson dup Ada -Standard | Out-Null; New-AzFaceList shots | Out-Null");
        Assert.Equal(Astronaut, Assert.Single(_session.Run(script.Replace("PICTURE", $"'{Astronaut}'", StringComparison.Ordinal))).Properties["Path"].Value);
    }

    [Fact]
    public void A_face_of_a_hashtable_is_exported_and_reported()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string face = $"@{{ Path = '{Astronaut}'; FaceNumber = 1; Left = 179; Top = 70; Width = 94; Height = 107 }}";
            _session.Run($"{face} | Export-AzFaceImage '{folder}' -Crop; {face} | Export-AzFaceReport '{folder}/report.html'");
            Assert.Equal(["astronaut-1.png", "report.html"], Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_hashtable_stays_what_it_was_and_the_next_time_what_it_is_then_counts()
    {
        _session.Run($"$table = @{{ Path = '{Astronaut}' }}; $table | Test-AzFaceImage");
        _session.Run("$table.Path = 'nowhere.png'");
        Assert.Equal("nowhere.png", Assert.Single(_session.Run("$table['Path']")).BaseObject);
        Assert.StartsWith("PathNotFound,", _session.Fails("$table | Test-AzFaceImage").FullyQualifiedErrorId, StringComparison.Ordinal);
        _session.Run($"$table.Remove('Path'); $table.LiteralPath = '{Astronaut}'");
        Assert.Single(_session.Run("$table | Test-AzFaceImage"));
        Assert.StartsWith("InputObjectNotBound,", _session.Fails("@{ Name = 'x' } | Test-AzFaceImage").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
