using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Management.Automation.Subsystem;
using System.Management.Automation.Subsystem.Feedback;
using System.Management.Automation.Subsystem.Prediction;
using FaceCmdlets.Tools;

namespace FaceCmdlets.Tests.Module;

/// <summary>What the prompt offers after a command, as PSReadLine asks for it.</summary>
public sealed class PredictionTests : IDisposable
{
    private const int Patience = 10_000;
    private readonly Runspace _runspace;

    public PredictionTests()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        StandardCmdlets.AddTo(state);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        Type($"Import-Module '{ModuleSession.Manifest}' -Force");
    }

    public void Dispose()
    {
        Type("Remove-Module FaceCmdlets");
        _runspace.Dispose();
    }

    [Fact]
    public async Task After_an_error_the_recommended_command_is_offered()
    {
        Type($"Invoke-AzFaceDetection '{ModuleSession.Sample("astronaut.png")}'");
        Assert.Contains("Connect-AzFace https://NAME.cognitiveservices.azure.com -UseDefaultCredential", await OfferedAfter("Conn"));
    }

    [Fact]
    public async Task Nothing_is_offered_that_does_not_begin_as_what_is_typed()
    {
        Type($"Invoke-AzFaceDetection '{ModuleSession.Sample("astronaut.png")}'");
        Assert.Empty(await OfferedAfter("Get-"));
    }

    [Theory]
    [InlineData("New-AzFacePersonGroup crew", "Imp", "Import-AzFacePerson crew FOLDER")]
    [InlineData("New-AzFacePersonGroup -Name Crew -PersonGroupId crew", "New", "New-AzFacePerson crew NAME")]
    [InlineData("New-AzFacePerson crew 'Ada Love' | Out-Null", "Add", null)]
    [InlineData("New-AzFacePerson crew 'Ada Love'", "Add", "Add-AzFacePersonFace crew 'Ada Love' PICTURE")]
    [InlineData("Get-ChildItem | Add-AzFacePersonFace $group Ada", "Sta", "Start-AzFaceTraining $group | Wait-AzFaceTraining")]
    [InlineData("Import-AzFacePerson small people.csv -Standard", "Sta", "Start-AzFaceTraining small -Standard | Wait-AzFaceTraining")]
    [InlineData("Add-AzFaceListFace -FaceList gallery -Path a.jpg", "Sta", "Start-AzFaceTraining -FaceList gallery | Wait-AzFaceTraining")]
    [InlineData("Add-AzFaceListFace -FaceList gallery -Path a.jpg -Standard", "Sta", null)]
    [InlineData("Start-AzFaceTraining crew | Wait-AzFaceTraining", "Get", "Get-ChildItem *.jpg | Resolve-AzFaceIdentity crew")]
    [InlineData("Start-AzFaceTraining -FaceList gallery | Wait-AzFaceTraining", "Get", "Get-ChildItem *.jpg | Find-AzFaceSimilar -FaceList gallery")]
    [InlineData("Get-Module", "Get", null)]
    [InlineData("# nothing", "Get", null)]
    public async Task After_a_success_what_usually_follows_is_offered(string line, string begun, string? offered)
    {
        // Functions come before cmdlets of the same name: these do nothing, and do it well.
        string[] shadowed = ["New-AzFacePersonGroup", "New-AzFacePerson", "Add-AzFacePersonFace", "Import-AzFacePerson", "Add-AzFaceListFace", "Start-AzFaceTraining", "Wait-AzFaceTraining"];
        Type(string.Join("; ", shadowed.Select(name => $"function {name} {{ }}")));
        Type(line);
        Assert.Equal(offered is null ? [] : [offered], await OfferedAfter(begun));
    }

    [Fact]
    public void Whoever_removes_the_module_has_no_predictor_of_it()
    {
        Type("Remove-Module FaceCmdlets");
        Assert.DoesNotContain("FaceCmdlets", Registered(SubsystemKind.CommandPredictor));
        Assert.DoesNotContain("FaceCmdlets", Registered(SubsystemKind.FeedbackProvider));
    }

    [Fact]
    public void Another_runspace_that_comes_and_goes_takes_nothing_away()
    {
        using (PowerShell other = PowerShell.Create(InitialSessionState.CreateDefault2()))
        {
            other.AddScript($"Import-Module '{ModuleSession.Manifest}'; Remove-Module FaceCmdlets").Invoke();
        }

        Assert.Contains("FaceCmdlets", Registered(SubsystemKind.CommandPredictor));
    }

    [Fact]
    public void A_runspace_that_is_closed_and_did_not_remove_the_module_holds_nothing()
    {
        Type("Remove-Module FaceCmdlets");
        PowerShell other = PowerShell.Create(InitialSessionState.CreateDefault2());
        other.AddScript($"Import-Module '{ModuleSession.Manifest}'").Invoke();
        Runspace closed = other.Runspace;
        other.Dispose();
        closed.Close();
        Assert.Contains("FaceCmdlets", Registered(SubsystemKind.CommandPredictor));
        Type($"Import-Module '{ModuleSession.Manifest}'; Remove-Module FaceCmdlets");
        Assert.DoesNotContain("FaceCmdlets", Registered(SubsystemKind.CommandPredictor));
        GC.KeepAlive(closed);
    }

    /// <summary>Runs a line as a prompt does: with an entry in the history, and the engine asking for feedback.</summary>
    private void Type(string line)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(line);
        try
        {
            shell.Invoke(null, new PSInvocationSettings { AddToHistory = true });
        }
        catch (RuntimeException)
        {
            // A prompt shows it and goes on.
        }

        FeedbackHub.GetFeedback(_runspace, Patience);
    }

    private static IEnumerable<string> Registered(SubsystemKind kind) => SubsystemManager.GetSubsystemInfo(kind).Implementations.Select(implementation => implementation.Name);

    private static async Task<IReadOnlyList<string>> OfferedAfter(string begun)
    {
        Ast ast = Parser.ParseInput(begun, out Token[] tokens, out _);
        List<PredictionResult>? results = await CommandPrediction.PredictInputAsync(new PredictionClient("test", PredictionClientKind.Terminal), ast, tokens, Patience);
        return [.. (results ?? []).Where(result => result.Name == "FaceCmdlets").SelectMany(result => result.Suggestions).Select(suggestion => suggestion.SuggestionText)];
    }
}
