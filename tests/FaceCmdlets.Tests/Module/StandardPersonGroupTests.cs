using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>Small person groups (-Standard) live beside the large ones.</summary>
public sealed class StandardPersonGroupTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private readonly ModuleSession _session = new();

    public StandardPersonGroupTests()
    {
        _session.Run($$"""
            Connect-AzFace -Emulator
            New-AzFacePersonGroup crew 'Small crew' -Standard | Out-Null
            New-AzFacePerson crew 'Eileen' -Standard | Out-Null
            Add-AzFacePersonFace crew Eileen '{{Astronaut}}' -Standard | Out-Null
            """);
    }

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [Fact]
    public void A_small_group_recognises_like_a_large_one()
    {
        _session.Run("Get-AzFacePersonGroup crew -Standard | Start-AzFaceTraining | Wait-AzFaceTraining | Out-Null");
        Assert.Equal("Eileen", Assert.Single(_session.Run($"Resolve-AzFaceIdentity 'Small crew' '{Astronaut}' -Standard")).Properties["Name"].Value);
    }

    [Fact]
    public void Large_and_small_groups_of_one_id_are_two()
    {
        Assert.Empty(_session.Run("Get-AzFacePersonGroup"));
        _session.Run("New-AzFacePersonGroup crew | Out-Null");
        Assert.Empty(_session.Run("Get-AzFacePersonGroup | Get-AzFacePerson"));
        Assert.Equal(1, Assert.Single(_session.Run("Get-AzFacePersonGroup -Standard | Get-AzFacePerson")).Properties["FaceCount"].Value);
    }

    [Fact]
    public void The_pipeline_remembers_the_size_down_to_the_face()
    {
        _session.Run("Get-AzFacePersonGroup -Standard | Get-AzFacePerson | Get-AzFacePersonFace | Set-AzFacePersonFace -UserData note");
        Assert.Equal("note", Assert.Single(_session.Run("Get-AzFacePerson crew Eileen -Standard | Get-AzFacePersonFace")).Properties["UserData"].Value);
        _session.Run("Get-AzFacePerson crew -Standard | Get-AzFacePersonFace | Remove-AzFacePersonFace -Confirm:$false; Get-AzFacePerson crew -Standard | Remove-AzFacePerson -Confirm:$false; Get-AzFacePersonGroup -Standard | Remove-AzFacePersonGroup -Confirm:$false");
        Assert.Empty(_session.Run("Get-AzFacePersonGroup -Standard"));
    }

    [Fact]
    public void What_was_recognised_in_a_small_group_leads_back_to_it()
    {
        _session.Run("New-AzFacePersonGroup crew | Out-Null; Get-AzFacePersonGroup crew -Standard | Start-AzFaceTraining | Wait-AzFaceTraining | Out-Null");
        foreach (string recognised in (string[])[$"Resolve-AzFaceIdentity crew '{Astronaut}' -Standard", $"Compare-AzFace -PersonGroup crew -Person Eileen '{Astronaut}' -Standard"])
        {
            Assert.Equal("Eileen", Assert.Single(_session.Run($"{recognised} | Get-AzFacePerson")).Properties["Name"].Value);
            Assert.Equal("Eileen", Assert.Single(_session.Run($"{recognised} | Select-Object PersonId, PersonGroupId, Standard | Get-AzFacePerson")).Properties["Name"].Value);
        }

        Assert.Null(Assert.Single(_session.Run($"Compare-AzFace '{Astronaut}' '{Astronaut}'")).Properties["Standard"].Value);
    }

    [Fact]
    public void A_face_is_compared_with_a_person_who_need_not_be_trained()
    {
        PSObject same = Assert.Single(_session.Run($"Get-ChildItem '{Astronaut}' | Compare-AzFace -PersonGroup crew -Person Eileen -Standard"));
        Assert.Equal((true, "Eileen", null), (same.Properties["IsIdentical"].Value, same.Properties["Person"].Value, same.Properties["ReferenceFaceId"].Value));
        _session.Run("New-AzFacePersonGroup large | Out-Null; New-AzFacePerson large Nobody | Out-Null");
        Assert.StartsWith("PersistedFaceNotFound,", _session.Fails($"Compare-AzFace -PersonGroup large -Person Nobody '{Astronaut}'").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("PersonNotFound,", _session.Fails($"Compare-AzFace -PersonGroup large -Person Eileen '{Astronaut}'").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void One_expired_id_costs_the_others_nothing()
    {
        _session.Run("Get-AzFacePersonGroup crew -Standard | Start-AzFaceTraining | Wait-AzFaceTraining | Out-Null");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"'{Astronaut}', '{Guid.NewGuid()}', '{Astronaut}' | Resolve-AzFaceIdentity crew -Standard");
        Assert.Equal(2, output.Count);
        ErrorRecord error = Assert.Single(errors);
        Assert.StartsWith("FaceNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-ReturnFaceId", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_faces_are_answered_before_all_are_there()
    {
        _session.Run("Get-AzFacePersonGroup crew -Standard | Start-AzFaceTraining | Wait-AzFaceTraining | Out-Null");
        Assert.Equal(10, _session.Run($"1..100000 | ForEach-Object {{ '{Astronaut}' }} | Resolve-AzFaceIdentity crew -Standard | Select-Object -First 10").Count);
    }
}
