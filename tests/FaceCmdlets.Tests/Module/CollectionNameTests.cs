using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>How groups, lists, persons and sessions are named: by the pipeline, several at once, and wrongly.</summary>
public sealed class CollectionNameTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Samples = Path.Combine(ModuleSession.Root, "samples");
    private readonly ModuleSession _session = new();

    public CollectionNameTests() => _session.Run("""
        Connect-AzFace -Emulator
        'crew', 'staff' | ForEach-Object { New-AzFacePersonGroup $_ } | Out-Null
        'guests', 'vip' | ForEach-Object { New-AzFaceList $_ Gallery } | Out-Null
        'Ada', 'Grace', 'Grace' | New-AzFacePerson crew | Out-Null
        """);

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [Theory]
    [InlineData("Get-AzFacePersonGroup crew, staff", "crew staff")]
    [InlineData("Get-AzFacePersonGroup st*, crew", "staff crew")]
    [InlineData("'crew', 'staff' | Get-AzFacePersonGroup", "crew staff")]
    [InlineData("Get-AzFacePersonGroup (Get-AzFacePersonGroup)", "crew staff")]
    [InlineData("Get-AzFaceList guests, vip", "guests vip")]
    [InlineData("Get-AzFaceList gallery", "guests vip")]
    [InlineData("Get-AzFacePerson crew Ada, Gr*", "Ada Grace Grace")]
    [InlineData("Get-AzFacePerson crew grace", "Grace Grace")]
    [InlineData("'Ada', 'G*' | Get-AzFacePerson crew", "Ada Grace Grace")]
    [InlineData("Get-AzFacePerson crew Ada | Get-AzFacePerson", "Ada")]
    [InlineData("Get-AzFacePersonGroup crew | Get-AzFacePerson -Person Ada", "Ada")]
    public void Names_stand_for_all_that_have_them(string script, string found) =>
        Assert.Equal(found, string.Join(' ', _session.Run(script)));

    [Theory]
    [InlineData("Get-AzFacePersonGroup 007", "007")]
    [InlineData("Get-AzFacePersonGroup 1e3", "1e3")]
    [InlineData("7 | Get-AzFacePersonGroup", "7")]
    [InlineData("(Get-AzFacePersonGroup @(@('7'), (Get-AzFacePersonGroup *0*))).PersonGroupId", "7 007 1000")]
    [InlineData("(Get-AzFacePerson crew 0042).Name", "0042")]
    [InlineData("(Set-AzFacePerson crew 0042 -UserData x -PassThru).Name", "0042")]
    [InlineData("(Get-AzFaceList 0x10).FaceListId", "0x10")]
    [InlineData("[Management.Automation.CommandCompletion]::CompleteInput('Get-AzFacePersonGroup 00', 24, $null).CompletionMatches.CompletionText", "'007'")]
    [InlineData("try { Resolve-AzFaceIdentity 007 ASTRONAUT -ErrorAction Stop } catch { $_.ErrorDetails.RecommendedAction }", "Start-AzFaceTraining '007' | Wait-AzFaceTraining")]
    public void A_number_is_the_name_that_was_typed(string script, string found)
    {
        _session.Run("'007', '7', '1e3', '1000' | ForEach-Object { New-AzFacePersonGroup $_ } | Out-Null; '0042', '42' | New-AzFacePerson crew | Out-Null; '0x10', '16' | ForEach-Object { New-AzFaceList $_ } | Out-Null");
        Assert.Equal(found, string.Join(' ', _session.Run(script.Replace("ASTRONAUT", $"'{Astronaut}'", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Get-AzFacePersonGroup 'group [1]'", "g1")]
    [InlineData("Get-AzFacePersonGroup 'Group [12]'", "g2")]
    [InlineData("Get-AzFaceList 'L[1]'", "l1")]
    [InlineData("(Get-AzFacePerson crew 'Anna [1]').Name", "Anna [1]")]
    [InlineData("'Who?', 'Whom*' | Get-AzFacePerson crew", "Who? Whom")]
    [InlineData("Get-AzFacePerson crew 'O''Hara [x]'", "O'Hara [x]")]
    [InlineData("Get-AzFacePerson crew ([guid]::Empty)", "00000000-0000-0000-0000-000000000000")]
    [InlineData("(Get-AzFacePerson crew (Get-AzFacePerson crew Whom).PersonId).Name", "Whom")]
    public void A_name_comes_before_the_pattern(string script, string found)
    {
        _session.Run("""
            New-AzFacePersonGroup g1 'Group [1]' | Out-Null; New-AzFacePersonGroup g2 'Group 1' | Out-Null
            New-AzFaceList l1 'L[1]' | Out-Null; New-AzFaceList l2 L1 | Out-Null
            'Anna [1]', 'Anna 1', 'O''Hara [x]', 'Who?', 'Whom', [guid]::Empty | New-AzFacePerson crew | Out-Null
            """);
        Assert.Equal(found, string.Join(' ', _session.Run(script)));
    }

    [Theory]
    [InlineData("'crew', 'b[', 'staff' | Get-AzFacePersonGroup", "PersonGroupNotFound", "crew staff")]
    [InlineData("'guests', 'x[', 'vip' | Get-AzFaceList", "FaceListNotFound", "guests vip")]
    [InlineData("Get-AzFacePerson crew 'Ada', '['", "PersonNotFound", "Ada")]
    [InlineData("Get-AzFaceContext emulator, 'x['; ", "ContextNotFound", "http*")]
    [InlineData("Disconnect-AzFace 'x['", "ContextNotFound", "")]
    public void One_bracket_alone_is_part_of_a_name(string script, string id, string found)
    {
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors(script);
        Assert.StartsWith(id + ",", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.True(new WildcardPattern(found).IsMatch(string.Join(' ', output)));
        _session.Run("New-AzFacePerson crew 'Anna [the' | Out-Null");
        Assert.Equal("Anna [the", Assert.Single(_session.Run("Get-AzFacePerson crew 'anna [the'")).ToString());
    }

    [Fact]
    public void One_of_several_that_is_not_there_is_one_error()
    {
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors("Get-AzFacePersonGroup crew, nowhere, staff");
        Assert.Equal(["crew", "staff"], output.Select(group => group.ToString()));
        Assert.Equal("nowhere", Assert.Single(errors).TargetObject);
    }

    [Theory]
    [InlineData("'Ada' | Remove-AzFacePerson crew -Confirm:$false; Get-AzFacePerson crew", "Grace Grace")]
    [InlineData("Remove-AzFacePerson crew Ada, (Get-AzFacePerson crew Grace)[0] -Confirm:$false; Get-AzFacePerson crew", "Grace")]
    [InlineData("Get-AzFacePerson crew Grace | Remove-AzFacePerson -Confirm:$false; Get-AzFacePerson crew", "Ada")]
    [InlineData("Remove-AzFacePersonGroup crew, staff -Confirm:$false; Get-AzFacePersonGroup", "")]
    [InlineData("Remove-AzFaceList guests, vip -Confirm:$false; Get-AzFaceList", "")]
    public void All_that_are_named_are_removed_and_no_other(string script, string left) =>
        Assert.Equal(left, string.Join(' ', _session.Run(script)));

    [Theory]
    [InlineData("'Grace' | Remove-AzFacePerson crew -Confirm:$false", "PersonNotUnique")]
    [InlineData("Remove-AzFaceList Gallery -Confirm:$false", "FaceListNotUnique")]
    [InlineData("Set-AzFaceList guests, vip -Name x", "ParameterArgumentTransformationError")]
    [InlineData("Get-Item . | Get-AzFacePerson crew", "InputObjectNotBound")]
    [InlineData("Get-Item . | Get-AzFacePersonGroup", "InputObjectNotBound")]
    [InlineData("Get-Item . | Remove-AzFaceLivenessSession -WhatIf", "InputObjectNotBound")]
    [InlineData("Get-Item . | Get-AzFaceLivenessSession", "InputObjectNotBound")]
    public void What_names_nothing_or_too_much_is_refused(string script, string id)
    {
        Assert.StartsWith(id + ",", _session.Fails(script.Replace("Get-Item .", $"[IO.FileInfo]'{Astronaut}'", StringComparison.Ordinal)).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(7, _session.Run("Get-AzFacePersonGroup; Get-AzFaceList; Get-AzFacePerson crew").Count);
    }

    [Fact]
    public void A_session_of_the_pipeline_is_its_id()
    {
        _session.Run("$session = New-AzFaceLivenessSession");
        Assert.Equal(2, _session.Run("$session | Get-AzFaceLivenessSession; $session.SessionId | Get-AzFaceLivenessSession").Count);
        Assert.Empty(_session.Run("$session | Remove-AzFaceLivenessSession -Confirm:$false"));
        Assert.StartsWith("SessionNotFound,", _session.Fails("$session | Get-AzFaceLivenessSession").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-AzFacePerson crew Ada", "Set-AzFacePerson -PersonGroup crew -Person Ada -Name NAME")]
    [InlineData("Set-AzFacePersonGroup crew -PassThru", "Set-AzFacePersonGroup -PassThru -PersonGroup crew -Name NAME")]
    [InlineData("'guests', 'vip' | Set-AzFaceList", "'guests', 'vip' | Set-AzFaceList -Name NAME")]
    [InlineData("Get-AzFacePersonGroup crew | Set-AzFacePersonGroup -PassThru | Out-Null", "Get-AzFacePersonGroup crew | Set-AzFacePersonGroup -PassThru -Name NAME | Out-Null")]
    [InlineData("Get-AzFacePersonGroup crew |\n Set-AzFacePersonGroup -PassThru", "Get-AzFacePersonGroup ID | Set-AzFacePersonGroup -PassThru -Name NAME")]
    public void A_change_of_nothing_is_one_error_before_any_call(string script, string next)
    {
        ErrorRecord error = _session.Fails($"Disconnect-AzFace; {script}");
        Assert.Equal(("NothingToChange", next), (error.FullyQualifiedErrorId.Split(',')[0], error.ErrorDetails.RecommendedAction));
        Assert.Contains("-Name or -UserData", error.Exception.Message, StringComparison.Ordinal);
        _session.Run("Connect-AzFace -Emulator");
    }

    [Fact]
    public void User_data_is_changed_to_nothing()
    {
        _session.Run("Set-AzFacePerson crew Ada -UserData old");
        Assert.True(string.IsNullOrEmpty((string?)Assert.Single(_session.Run("Set-AzFacePerson crew Ada -UserData '' -PassThru")).Properties["UserData"].Value));
    }

    [Fact]
    public void A_face_that_was_changed_is_emitted_where_that_is_wanted()
    {
        _session.Run($"$listed = Add-AzFaceListFace guests '{Astronaut}'; $persons = Add-AzFacePersonFace crew Ada '{Astronaut}'");
        IReadOnlyList<PSObject> changed = _session.Run("$listed | Set-AzFaceListFace -UserData new -PassThru; $persons | Set-AzFacePersonFace -UserData new -PassThru");
        Assert.Equal(["FaceListFace new", "PersistedFace new"], changed.Select(face => $"{face.BaseObject.GetType().Name} {face.Properties["UserData"].Value}"));
        Assert.Empty(_session.Run("$listed | Set-AzFaceListFace -UserData newer; $persons | Set-AzFacePersonFace -UserData newer"));
    }

    [Theory]
    [InlineData("Start-AzFaceTraining guests", "but a face list: Start-AzFaceTraining -FaceList guests", "Start-AzFaceTraining -FaceList guests")]
    [InlineData("Wait-AzFaceTraining guests", "but a face list: Wait-AzFaceTraining -FaceList guests", "Wait-AzFaceTraining -FaceList guests")]
    [InlineData("Start-AzFaceTraining nowhere", "A face list takes -FaceList; Get-AzFaceList lists them.", "Get-AzFacePersonGroup")]
    public void Training_tells_a_face_list_from_a_group(string script, string says, string next)
    {
        ErrorRecord error = _session.Fails(script);
        Assert.StartsWith("PersonGroupNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(next, error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void The_command_for_a_folder_s_pictures_carries_what_was_typed_and_works()
    {
        string next = _session.Fails($"Add-AzFacePersonFace crew Ada '{Samples}/people/Eileen Collins' -UserData 'a badge'").ErrorDetails.RecommendedAction;
        Assert.EndsWith("-File | Add-AzFacePersonFace -UserData 'a badge' -PersonGroup crew -Person Ada", next, StringComparison.Ordinal);
        Assert.All(_session.Run(next), face => Assert.Equal("a badge", face.Properties["UserData"].Value));
        Assert.EndsWith("-File | Invoke-AzFaceDetection -ReturnFaceId -Attribute Blur, Noise", _session.Fails($"Invoke-AzFaceDetection '{Samples}' Blur, Noise -ReturnFaceId").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_for_one_person_s_folder_carries_what_was_typed_and_works()
    {
        string next = _session.Fails($"Import-AzFacePerson crew '{Samples}/people/Eileen Collins' -NoTraining -MinimumQuality Low -Confirm:$false").ErrorDetails.RecommendedAction;
        Assert.EndsWith("| Import-AzFacePerson -NoTraining -MinimumQuality Low -PersonGroup crew", next, StringComparison.Ordinal);
        string piped = next.Replace("Get-Item ", "[IO.DirectoryInfo]", StringComparison.Ordinal);
        Assert.All(_session.Run($"{piped} -Confirm:$false"), row => Assert.Equal("Added", row.Properties["Action"].Value.ToString()));
    }
}
