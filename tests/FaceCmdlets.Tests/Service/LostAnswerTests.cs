using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Service;

/// <summary>Calls that the service did, and whose answers did not come: nothing is done twice, and nothing that was done passes for refused.</summary>
public sealed class LostAnswerTests : IDisposable
{
    private readonly ModuleSession _session = new();

    /// <summary>Answers are lost on their way: the service has done what they would say. Conflicts are tried again.</summary>
    public LostAnswerTests() => _session.Run("$e = Start-AzFaceEmulator -ArgumentList --lost-answer-rate, 0.3, --conflict-rate, 0.1, --seed, 3; Connect-AzFace -Endpoint $e.Endpoint -Key $e.Key");

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [Fact]
    public void Groups_and_lists_are_made_and_removed_once_without_an_error()
    {
        _session.Run("""
            foreach ($i in 1..3) { New-AzFacePersonGroup "group$i" "Group $i" -UserData $i | Out-Null; New-AzFaceList "list$i" | Out-Null; New-AzFaceList "small$i" -Standard | Out-Null }
            """);
        Assert.Equal([3, 3, 3], _session.Run("@(Get-AzFacePersonGroup).Count, @(Get-AzFaceList).Count, @(Get-AzFaceList -Standard).Count").Select(count => (int)count.BaseObject));
        _session.Run("foreach ($i in 1..3) { Remove-AzFacePersonGroup \"group$i\" -Confirm:$false; Remove-AzFaceList \"list$i\" -Confirm:$false; Remove-AzFaceList \"small$i\" -Standard -Confirm:$false }");
        Assert.Empty(_session.Run("Get-AzFacePersonGroup; Get-AzFaceList; Get-AzFaceList -Standard"));
    }

    [Fact]
    public void A_group_that_was_there_before_is_not_taken_for_a_new_one()
    {
        _session.Run("New-AzFacePersonGroup staff Staff | Out-Null");
        foreach (int i in Enumerable.Range(0, 4))
        {
            Assert.StartsWith("LargePersonGroupExists,", _session.Fails($"New-AzFacePersonGroup staff Other{i}").FullyQualifiedErrorId, StringComparison.Ordinal);
        }

        Assert.Equal("Staff", _session.Run("(Get-AzFacePersonGroup staff).Name")[0].BaseObject);
    }

    [Fact]
    public void A_person_is_there_once_or_is_an_error_that_says_what_may_be()
    {
        _session.Run("New-AzFacePersonGroup staff | Out-Null");
        (IReadOnlyList<PSObject> made, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors("1..8 | ForEach-Object { New-AzFacePerson staff \"Person $_\" }");
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.StartsWith("AnswerLost,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.Equal("Get-AzFacePerson staff", error.ErrorDetails?.RecommendedAction));
        Assert.Equal(8, made.Count + errors.Count);
        string[] names = [.. _session.Run("(Get-AzFacePerson staff).Name").Select(name => (string)name.BaseObject)];
        Assert.Equal(names.Distinct(), names);
        Assert.Equal(8, names.Length);
        _session.Run("Get-AzFacePerson staff | Remove-AzFacePerson -Confirm:$false");
        Assert.Empty(_session.Run("Get-AzFacePerson staff"));
    }

    [Fact]
    public void A_face_is_never_added_twice_unasked()
    {
        _session.Run("New-AzFaceList guests | Out-Null");
        (IReadOnlyList<PSObject> made, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"1..5 | ForEach-Object {{ Add-AzFaceListFace guests '{ModuleSession.Sample("astronaut.png")}' }}");
        Assert.Equal(5, made.Count + errors.Count);
        Assert.All(errors, error => Assert.StartsWith("AnswerLost,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.Equal("Get-AzFaceListFace guests", error.ErrorDetails?.RecommendedAction));
        Assert.Equal(5, _session.Run("@(Get-AzFaceListFace guests).Count")[0].BaseObject);
    }

    [Fact]
    public void An_import_looks_whether_a_face_was_added_before_it_adds_it_again()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            foreach (int i in Enumerable.Range(0, 4))
            {
                string person = Directory.CreateDirectory(Path.Combine(folder, $"Person {i}")).FullName;
                // The same picture with a byte behind its end is another picture.
                File.WriteAllBytes(Path.Combine(person, "a.png"), [.. File.ReadAllBytes(ModuleSession.Sample("astronaut.png")), (byte)i]);
            }

            IReadOnlyList<PSObject> results = _session.Run($"Import-AzFacePerson crew '{folder}' -CreateGroup -MinimumQuality Low");
            Assert.All(results, result => Assert.Equal("Added", result.Properties["Action"].Value.ToString()));
            Assert.Equal(4, results.Count);
            IReadOnlyList<PSObject> persons = _session.Run("Get-AzFacePerson crew");
            Assert.Equal(4, persons.Count);
            Assert.All(persons, person => Assert.Equal(1, person.Properties["FaceCount"].Value));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
