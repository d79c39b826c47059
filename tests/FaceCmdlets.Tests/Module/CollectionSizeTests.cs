using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>A large and a small collection of one id: an object means the one that it is, wherever it is given.</summary>
public sealed class CollectionSizeTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private readonly ModuleSession _session = new();

    public CollectionSizeTests() => _session.Run($$"""
        Connect-AzFace -Emulator
        New-AzFacePersonGroup dup Large | Out-Null
        New-AzFacePersonGroup dup Small -Standard | Out-Null
        New-AzFaceList dup Large | Out-Null
        New-AzFaceList dup Small -Standard | Out-Null
        New-AzFacePerson dup Ada -Standard | Out-Null
        New-AzFacePerson dup Ada | Out-Null
        Add-AzFacePersonFace dup Ada '{{Astronaut}}' -Standard -UserData small | Out-Null
        Add-AzFaceListFace dup '{{Astronaut}}' -Standard -UserData small | Out-Null
        $large = Get-AzFacePersonGroup dup
        $small = Get-AzFacePersonGroup dup -Standard
        $ada = Get-AzFacePerson dup Ada -Standard
        $list = Get-AzFaceList dup -Standard
        """);

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [Theory]
    [InlineData("Remove-AzFacePersonGroup $small -Confirm:$false; (Get-AzFacePersonGroup).Name; (Get-AzFacePersonGroup -Standard).Name", "Large")]
    [InlineData("Remove-AzFacePersonGroup $small, $large -Confirm:$false; Get-AzFacePersonGroup; Get-AzFacePersonGroup -Standard", "")]
    [InlineData("Remove-AzFacePersonGroup @($small) -Confirm:$false; (Get-AzFacePersonGroup).Name; (Get-AzFacePersonGroup -Standard).Name", "Large")]
    [InlineData("Set-AzFacePersonGroup $small -Name New; (Get-AzFacePersonGroup).Name; (Get-AzFacePersonGroup -Standard).Name", "Large New")]
    [InlineData("(Get-AzFacePersonGroup $small, $large).Name", "Small Large")]
    [InlineData("Remove-AzFaceList $list -Confirm:$false; (Get-AzFaceList).Name; (Get-AzFaceList -Standard).Name", "Large")]
    [InlineData("Set-AzFaceList $list -Name New; (Get-AzFaceList).Name; (Get-AzFaceList -Standard).Name", "Large New")]
    [InlineData("(Get-AzFaceList $list).Name", "Small")]
    [InlineData("(New-AzFacePerson $small Zed).Standard; (Get-AzFacePerson dup Z*).Count", "True 0")]
    [InlineData("(Get-AzFacePerson $small).Standard; (Get-AzFacePerson dup $ada).Standard", "True True")]
    [InlineData("Set-AzFacePerson $small $ada -Name Bea; (Get-AzFacePerson dup).Name; (Get-AzFacePerson $small).Name", "Ada Bea")]
    [InlineData("Remove-AzFacePerson $small Ada -Confirm:$false; (Get-AzFacePerson dup).Name; (Get-AzFacePerson $small).Name", "Ada")]
    [InlineData("Remove-AzFacePerson dup $ada -Confirm:$false; (Get-AzFacePerson dup).Name; (Get-AzFacePerson $small).Name", "Ada")]
    [InlineData("(Get-AzFacePersonFace $small Ada).UserData; (Get-AzFaceListFace $list).UserData", "small small")]
    [InlineData("(Add-AzFacePersonFace $small Ada PICTURE).Standard; (Add-AzFaceListFace $list PICTURE).Standard", "True True")]
    [InlineData("'PICTURE' | Add-AzFacePersonFace dup $ada | ForEach-Object Standard", "True")]
    [InlineData("(Start-AzFaceTraining $small).Standard; (Wait-AzFaceTraining $small).Standard; (Get-AzFaceTraining $small).Standard", "True True True")]
    [InlineData("Start-AzFaceTraining $small | Wait-AzFaceTraining | Out-Null; 'PICTURE' | Resolve-AzFaceIdentity $small | ForEach-Object Name", "Ada")]
    [InlineData("'PICTURE' | Compare-AzFace -PersonGroup $small -Person $ada | ForEach-Object IsIdentical", "True")]
    [InlineData("'PICTURE' | Find-AzFaceSimilar -FaceList $list | ForEach-Object UserData", "small")]
    [InlineData("[pscustomobject]@{ Name = 'Ada'; Path = 'PICTURE' } | Import-AzFacePerson $small -NoTraining -MinimumQuality Low -Confirm:$false | ForEach-Object Action; (Get-AzFacePerson dup).FaceCount", "Added 0")]
    public void An_argument_means_the_collection_that_it_is(string script, string left) =>
        Assert.Equal(left, string.Join(' ', _session.Run(script.Replace("PICTURE", Astronaut, StringComparison.Ordinal)).Where(item => item is not null)));

    [Theory]
    [InlineData("Remove-AzFacePersonGroup $small -Standard:$false -Confirm:$false", "Leave it out")]
    [InlineData("Remove-AzFacePersonGroup $large -Standard -Confirm:$false", "means the small ones")]
    [InlineData("Remove-AzFaceList $list -Standard:$false -Confirm:$false", "means the large ones")]
    [InlineData("$small | Set-AzFacePersonGroup -Standard:$false -Name New", "means the large ones")]
    [InlineData("Remove-AzFacePerson $large $ada -Confirm:$false", "of the small ones")]
    [InlineData("Add-AzFacePersonFace $small Ada 'PICTURE' -Standard:$false", "means the large ones")]
    [InlineData("Get-AzFacePerson dup | New-AzFacePerson $small", "add -Standard")]
    [InlineData("Find-AzFaceSimilar -FaceList $list -Face 'PICTURE' -Standard:$false", "means the large ones")]
    [InlineData("Import-AzFacePerson $small nowhere -Standard:$false", "means the large ones")]
    public void Where_object_and_switch_differ_nothing_is_done(string script, string says)
    {
        ErrorRecord error = _session.Fails(script.Replace("PICTURE", Astronaut, StringComparison.Ordinal));
        Assert.StartsWith("StandardDiffers,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["Large", "Small", "Large", "Small", "Ada", "Ada"], _session.Run("(Get-AzFacePersonGroup).Name; (Get-AzFacePersonGroup -Standard).Name; (Get-AzFaceList).Name; (Get-AzFaceList -Standard).Name; (Get-AzFacePerson dup).Name; (Get-AzFacePerson dup -Standard).Name").Select(name => name.ToString()));
    }

    [Theory]
    [InlineData("Remove-AzFacePersonGroup $small", "Delete small person group with all persons and faces")]
    [InlineData("Remove-AzFacePersonGroup dup", "Delete large person group with all persons and faces")]
    [InlineData("Set-AzFacePersonGroup $small -Name New", "Change small person group")]
    [InlineData("New-AzFacePersonGroup other", "Create large person group")]
    [InlineData("Remove-AzFaceList $list", "Delete small face list with all faces")]
    [InlineData("Set-AzFaceList dup -Name New", "Change large face list")]
    [InlineData("New-AzFaceList other -Standard", "Create small face list")]
    [InlineData("Start-AzFaceTraining $small", "Train small person group")]
    [InlineData("Start-AzFaceTraining -FaceList dup", "Train large face list")]
    public void What_is_asked_names_the_size(string command, string asked) =>
        Assert.Contains($"\"{asked}\"", string.Join(' ', _session.Run($"{command} -Confirm:$false -Verbose 4>&1")), StringComparison.Ordinal);

    [Fact]
    public void The_command_that_is_recommended_means_the_same_collection()
    {
        string next = _session.Fails("Set-AzFacePersonGroup $small").ErrorDetails.RecommendedAction;
        Assert.Equal("Set-AzFacePersonGroup -PersonGroup dup -Standard -Name NAME", next);
    }

    [Fact]
    public void Nothing_is_no_name()
    {
        Assert.StartsWith("ParameterArgumentTransformationError,", _session.Fails("Remove-AzFacePersonGroup ''").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ParameterArgumentTransformationError,", _session.Fails("New-AzFacePerson $null Zed").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
