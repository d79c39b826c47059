using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>Face lists from a script's side, large and small.</summary>
public sealed class FaceListTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Coffee = ModuleSession.Sample("coffee.png");
    private readonly ModuleSession _session = new();

    public FaceListTests() => _session.Run("Connect-AzFace -Emulator");

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [Fact]
    public void A_trained_large_list_gives_similar_faces_with_what_was_kept()
    {
        _session.Run($"New-AzFaceList guests | Out-Null; Add-AzFaceListFace guests '{Astronaut}' -UserData Eileen | Out-Null; Start-AzFaceTraining -FaceList guests | Wait-AzFaceTraining | Out-Null");
        PSObject found = Assert.Single(_session.Run($"Get-ChildItem '{Astronaut}' | Find-AzFaceSimilar -FaceList guests"));
        Assert.Equal(("Eileen", Astronaut, 1), (found.Properties["UserData"].Value, found.Properties["ReferencePath"].Value, found.Properties["Rank"].Value));
        Assert.True((double)found.Properties["Confidence"].Value > 0.9);
        Assert.Null(found.Properties["FaceId"].Value);
    }

    [Fact]
    public void A_small_list_needs_no_training()
    {
        _session.Run($"New-AzFaceList vip -Standard | Out-Null; Add-AzFaceListFace vip '{Astronaut}' -Standard -UserData Eileen | Out-Null");
        PSObject found = Assert.Single(_session.Run($"Invoke-AzFaceDetection '{Astronaut}' -ReturnFaceId | Find-AzFaceSimilar -FaceList vip -Standard"));
        Assert.Equal(("Eileen", true), (found.Properties["UserData"].Value, found.Properties["Standard"].Value));
        Assert.StartsWith("NotSupportedByStandard,", _session.Fails("Get-AzFaceList vip -Standard | Start-AzFaceTraining").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("NotSupportedByStandard,", _session.Fails("Get-AzFaceListFace vip -Standard | Set-AzFaceListFace -UserData x").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_of_the_pipeline_say_which_list_and_of_which_size()
    {
        _session.Run($"New-AzFaceList both | Out-Null; New-AzFaceList both -Standard | Out-Null; Add-AzFaceListFace both -Standard '{Astronaut}' | Out-Null");
        Assert.Empty(_session.Run("Get-AzFaceList both | Get-AzFaceListFace"));
        Assert.Single(_session.Run("Get-AzFaceList both -Standard | Get-AzFaceListFace"));
        _session.Run("Get-AzFaceList -Standard | Get-AzFaceListFace | Remove-AzFaceListFace -Confirm:$false");
        Assert.Empty(_session.Run("Get-AzFaceListFace both -Standard"));
        _session.Run("Get-AzFaceList -Standard | Remove-AzFaceList -Confirm:$false");
        Assert.Equal("both", Assert.Single(_session.Run("Get-AzFaceList; Get-AzFaceList -Standard")).ToString());
    }

    [Fact]
    public void Detected_faces_bring_their_rectangle()
    {
        _session.Run("New-AzFaceList guests | Out-Null");
        PSObject added = Assert.Single(_session.Run($"Invoke-AzFaceDetection '{Astronaut}' | Add-AzFaceListFace guests"));
        Assert.Equal(Astronaut, added.Properties["Path"].Value);
        ErrorRecord error = _session.Fails($"Invoke-AzFaceDetection '{Astronaut}' | Add-AzFaceListFace guests -TargetFace 0, 0, 20, 20");
        Assert.StartsWith("InvalidImage,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_taken_where_they_are_unique()
    {
        _session.Run("New-AzFaceList a 'Guests' | Out-Null; New-AzFaceList b 'Staff' | Out-Null; New-AzFaceList c 'Staff' | Out-Null");
        Assert.Equal("a", Assert.Single(_session.Run("Get-AzFaceList guests")).ToString());
        Assert.Equal(2, _session.Run("Get-AzFaceList st*").Count);
        Assert.StartsWith("FaceListNotUnique,", _session.Fails("Get-AzFaceListFace Staff").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("FaceListNotFound,", _session.Fails("Get-AzFaceListFace Nobody").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("InvalidFaceListId,", _session.Fails("New-AzFaceList 'The Guests'").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("LargeFaceListExists,", _session.Fails("New-AzFaceList a").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_changed_is_changed_and_the_rest_is_kept()
    {
        _session.Run($"New-AzFaceList guests -UserData old | Out-Null; Add-AzFaceListFace guests '{Astronaut}' -UserData old | Out-Null");
        PSObject list = Assert.Single(_session.Run("Set-AzFaceList guests -Name Guests -PassThru"));
        Assert.Equal(("Guests", "old"), (list.Properties["Name"].Value, list.Properties["UserData"].Value));
        Assert.Equal("new", Assert.Single(_session.Run("Get-AzFaceListFace guests | Set-AzFaceListFace -UserData new; Get-AzFaceListFace guests")).Properties["UserData"].Value);
    }

    [Fact]
    public void A_picture_that_cannot_be_added_is_its_error_and_the_others_are_added()
    {
        _session.Run("New-AzFaceList guests | Out-Null");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"'{Coffee}', 'nowhere.png', '{Astronaut}' | Add-AzFaceListFace guests");
        Assert.Equal(Astronaut, Assert.Single(output).Properties["Path"].Value);
        Assert.Equal(["InvalidImage", "PathNotFound"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public void An_untrained_list_says_what_to_do()
    {
        _session.Run($"New-AzFaceList guests | Out-Null; Add-AzFaceListFace guests '{Astronaut}' | Out-Null");
        ErrorRecord error = _session.Fails($"Get-ChildItem '{Astronaut}' | Find-AzFaceSimilar -FaceList guests");
        Assert.StartsWith("LargeFaceListNotTrained,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Start-AzFaceTraining", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_changes_nothing()
    {
        _session.Run($"New-AzFaceList kept | Out-Null; Add-AzFaceListFace kept '{Astronaut}' | Out-Null");
        _session.Run($"New-AzFaceList never -WhatIf; Add-AzFaceListFace kept '{Astronaut}' -WhatIf; Get-AzFaceListFace kept | Remove-AzFaceListFace -WhatIf; Set-AzFaceList kept -Name x -WhatIf; Remove-AzFaceList kept -WhatIf");
        Assert.Equal("kept", Assert.Single(_session.Run("Get-AzFaceList")).Properties["Name"].Value);
        Assert.Single(_session.Run("Get-AzFaceListFace kept"));
    }

    [Theory]
    [InlineData("Get-AzFaceList gu", "guests")]
    [InlineData("Get-AzFaceListFace -Standard -FaceList v", "vip")]
    [InlineData("Find-AzFaceSimilar -FaceList gu", "guests")]
    public void Tab_knows_lists(string typed, string completed)
    {
        _session.Run("New-AzFaceList guests | Out-Null; New-AzFaceList vip -Standard | Out-Null");
        Assert.Equal(completed, Assert.Single(_session.Run($"[Management.Automation.CommandCompletion]::CompleteInput(\"{typed}\", {typed.Length}, $null).CompletionMatches[0].CompletionText")).ToString());
    }
}
