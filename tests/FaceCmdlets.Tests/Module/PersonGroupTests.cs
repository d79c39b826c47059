using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>Person groups from a script's side.</summary>
public sealed class PersonGroupTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Coffee = ModuleSession.Sample("coffee.png");
    private readonly ModuleSession _session = new();

    public PersonGroupTests() => _session.Run("Connect-AzFace -Emulator");

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [SharedPhotosFact]
    public void People_are_enrolled_and_recognised_by_other_pictures()
    {
        string folder = SharedPhotosFactAttribute.Folder;
        _session.Run($$"""
            New-AzFacePersonGroup heads 'Heads of state' | Out-Null
            foreach ($p in 'a', 'b') { New-AzFacePerson heads $p | Out-Null; Add-AzFacePersonFace heads $p "{{folder}}/person-$p-1.jpg" | Out-Null }
            Start-AzFaceTraining heads | Wait-AzFaceTraining | Out-Null
            """);
        IReadOnlyList<PSObject> found = _session.Run($"'{folder}/person-a-2.jpg', '{folder}/person-b-2.jpg', '{Astronaut}' | Resolve-AzFaceIdentity 'Heads of state'");
        Assert.Equal(["a", "b", null], found.Select(identity => (string?)identity.Properties["Name"].Value));
        Assert.Equal([1, 1, 0], found.Select(identity => (int)identity.Properties["Rank"].Value));
    }

    [Fact]
    public void Names_are_taken_where_they_are_unique_and_patterns_where_they_may_be_many()
    {
        _session.Run("New-AzFacePersonGroup one 'First' | Out-Null; New-AzFacePersonGroup two 'Second' | Out-Null; 'Ada', 'Grace', 'Grace' | New-AzFacePerson First | Out-Null");
        Assert.Equal("two", Assert.Single(_session.Run("Get-AzFacePersonGroup s*")).ToString());
        Assert.Equal("Ada", Assert.Single(_session.Run("Get-AzFacePerson one ada")).ToString());
        Assert.Equal(3, _session.Run("Get-AzFacePersonGroup First | Get-AzFacePerson").Count);
        Assert.StartsWith("PersonNotUnique,", _session.Fails("Get-AzFacePersonFace one Grace").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("PersonNotFound,", _session.Fails("Get-AzFacePerson one Nobody").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("PersonGroupNotFound,", _session.Fails("Get-AzFacePerson three").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("InvalidPersonGroupId,", _session.Fails("New-AzFacePersonGroup 'The Crew'").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("LargePersonGroupExists,", _session.Fails("New-AzFacePersonGroup one").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_come_without_pages()
    {
        _session.Run("New-AzFacePersonGroup many | Out-Null; 1..1050 | ForEach-Object { \"p$_\" } | New-AzFacePerson many | Out-Null");
        Assert.Equal(1050, _session.Run("Get-AzFacePerson many").Count);
    }

    [Fact]
    public void What_is_changed_is_changed_and_the_rest_is_kept()
    {
        _session.Run($"New-AzFacePersonGroup crew -UserData old | Out-Null; New-AzFacePerson crew Ada -UserData old | Out-Null; Add-AzFacePersonFace crew Ada '{Astronaut}' -UserData old | Out-Null");
        PSObject group = Assert.Single(_session.Run("Set-AzFacePersonGroup crew -Name Crew -PassThru"));
        Assert.Equal(("Crew", "old"), (group.Properties["Name"].Value, group.Properties["UserData"].Value));
        PSObject person = Assert.Single(_session.Run("Set-AzFacePerson crew Ada -UserData new -PassThru"));
        Assert.Equal(("Ada", "new"), (person.Properties["Name"].Value, person.Properties["UserData"].Value));
        Assert.Equal("new", Assert.Single(_session.Run("Get-AzFacePersonFace crew Ada | Set-AzFacePersonFace -UserData new; Get-AzFacePersonFace crew Ada")).Properties["UserData"].Value);
        Assert.StartsWith("NothingToChange,", _session.Fails("Set-AzFacePersonGroup crew").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("PersistedFaceNotFound,", _session.Fails($"Get-AzFacePersonFace crew Ada {Guid.NewGuid()}").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_changes_nothing()
    {
        _session.Run($"New-AzFacePersonGroup kept | Out-Null; New-AzFacePerson kept Ada | Out-Null; Add-AzFacePersonFace kept Ada '{Astronaut}' | Out-Null");
        _session.Run($"New-AzFacePersonGroup never -WhatIf; New-AzFacePerson kept Never -WhatIf; Add-AzFacePersonFace kept Ada '{Astronaut}' -WhatIf; Start-AzFaceTraining kept -WhatIf; Remove-AzFacePerson kept Ada -WhatIf; Remove-AzFacePersonGroup kept -WhatIf");
        Assert.Equal(1, Assert.Single(_session.Run("Get-AzFacePersonGroup | Get-AzFacePerson")).Properties["FaceCount"].Value);
    }

    [Fact]
    public void A_picture_that_cannot_be_added_is_its_error_and_the_others_are_added()
    {
        _session.Run("New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew Eileen | Out-Null");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"'{Coffee}', 'nowhere.png', '{Astronaut}' | Add-AzFacePersonFace crew Eileen");
        Assert.Equal(Astronaut, Assert.Single(output).Properties["Path"].Value);
        Assert.Equal(["InvalidImage", "PathNotFound"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public void What_is_not_trained_says_so_and_a_training_that_failed_is_final()
    {
        _session.Run("New-AzFacePersonGroup empty | Out-Null");
        Assert.StartsWith("LargePersonGroupNotTrained,", _session.Fails($"Resolve-AzFaceIdentity empty '{Astronaut}'").FullyQualifiedErrorId, StringComparison.Ordinal);
        ErrorRecord error = _session.Fails("Start-AzFaceTraining empty | Wait-AzFaceTraining");
        Assert.StartsWith("TrainingFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("no person with a face", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Add-AzFacePersonFace empty NAME PICTURE", error.ErrorDetails.RecommendedAction);
        _session.Run("New-AzFaceList none | Out-Null");
        Assert.Equal("Add-AzFaceListFace none PICTURE", _session.Fails("Start-AzFaceTraining -FaceList none | Wait-AzFaceTraining").ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_training_says_when_one_last_succeeded()
    {
        _session.Run($"New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew Eileen | Out-Null");
        Assert.Null(Assert.Single(_session.Run("Start-AzFaceTraining crew")).Properties["LastSuccessfulTraining"].Value);
        var succeeded = (DateTimeOffset)Assert.Single(_session.Run($"Add-AzFacePersonFace crew Eileen '{Astronaut}' | Out-Null; Start-AzFaceTraining crew | Wait-AzFaceTraining")).Properties["LastSuccessfulTraining"].Value;
        PSObject failed = Assert.Single(_session.Run("Get-AzFacePerson crew | Remove-AzFacePerson -Confirm:$false; Start-AzFaceTraining crew"));
        Assert.Equal(("Failed", succeeded), (failed.Properties["Status"].Value.ToString(), failed.Properties["LastSuccessfulTraining"].Value));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("([System.Threading.Timeout]::InfiniteTimeSpan)")]
    public void Minus_one_waits_without_a_limit(string timeout)
    {
        BeginTraining(TimeSpan.FromSeconds(1));
        Assert.Equal("Succeeded", Assert.Single(_session.Run($"Wait-AzFaceTraining crew -Timeout {timeout}")).Properties["Status"].Value.ToString());
    }

    [Fact]
    public void The_last_pause_is_no_longer_than_what_is_left()
    {
        BeginTraining(TimeSpan.FromMinutes(10));
        ErrorRecord error = _session.Fails("Wait-AzFaceTraining crew -Timeout 0.8");
        Assert.StartsWith("TrainingTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        // The pauses double: 0.1, 0.2 and 0.4 s, and then 0.8 s would end after 1.5 s.
        Assert.Contains("after 1 s", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wait-AzFaceTraining crew -Timeout -2")]
    [InlineData("Wait-AzFaceTraining crew -Timeout ([TimeSpan]::FromMinutes(-5))")]
    [InlineData("Get-AzFaceLivenessSession crew -Wait -Timeout -0.5")]
    public void Any_other_negative_time_is_refused(string script)
    {
        ErrorRecord error = _session.Fails(script);
        Assert.StartsWith("ParameterArgumentValidationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is no time to wait", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_faces_than_a_question_takes_are_asked_about_in_parts()
    {
        _session.Run($"New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew Eileen | Out-Null; Add-AzFacePersonFace crew Eileen '{Astronaut}' | Out-Null; Start-AzFaceTraining crew | Wait-AzFaceTraining | Out-Null");
        IReadOnlyList<PSObject> found = _session.Run($"1..23 | ForEach-Object {{ '{Astronaut}' }} | Resolve-AzFaceIdentity crew");
        Assert.Equal(23, found.Count);
        Assert.All(found, identity => Assert.Equal("Eileen", identity.Properties["Name"].Value));
    }

    [Theory]
    [InlineData("Get-AzFacePersonGroup cr", "crew")]
    [InlineData("Get-AzFacePerson -PersonGroup crew -Person ei", "'Eileen Collins'")]
    public void Tab_knows_groups_and_persons(string typed, string completed)
    {
        _session.Run("New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew 'Eileen Collins' | Out-Null");
        Assert.Equal(completed, Assert.Single(_session.Run($"[Management.Automation.CommandCompletion]::CompleteInput(\"{typed}\", {typed.Length}, $null).CompletionMatches[0].CompletionText")).ToString());
    }

    private void BeginTraining(TimeSpan time) => _session.Run($$"""
        Stop-AzFaceEmulator
        $e = Start-AzFaceEmulator -ArgumentList --training-time, {{time.TotalMilliseconds}}
        Connect-AzFace $e.Endpoint -Key $e.Key
        New-AzFacePersonGroup crew | Out-Null
        New-AzFacePerson crew Eileen | Out-Null
        Add-AzFacePersonFace crew Eileen '{{Astronaut}}' | Out-Null
        Start-AzFaceTraining crew | Out-Null
        """);
}
