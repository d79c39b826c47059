using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>Whose emulator Connect-AzFace -Emulator takes, and what becomes of those that have ended.</summary>
public sealed class EmulatorOwnershipTests : IDisposable
{
    private const string ConnectedTo = "(Get-AzFaceContext).Endpoint.AbsoluteUri";

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_session_takes_the_emulator_that_it_started()
    {
        Assert.Equal(Text(_session, "(Start-AzFaceEmulator -LimitedAccess).Endpoint.AbsoluteUri"), Text(_session, $"Connect-AzFace -Emulator; {ConnectedTo}"));
    }

    [Fact]
    public void A_session_takes_no_other_sessions_emulator_and_outlives_that_session()
    {
        string foreign;
        using (var other = new ModuleSession())
        {
            foreign = Text(other, "(Start-AzFaceEmulator -LimitedAccess -ArgumentList --error-rate, 1).Endpoint.AbsoluteUri");
            Assert.NotEqual(foreign, Text(_session, $"Connect-AzFace -Emulator; {ConnectedTo}"));
        }

        Assert.Single(_session.Run($"Invoke-AzFaceDetection '{ModuleSession.Sample("astronaut.png")}'"));
        Assert.DoesNotContain(foreign, _session.Run("Get-AzFaceEmulator | ForEach-Object { $_.Endpoint.AbsoluteUri }").Select(endpoint => endpoint.ToString()));
    }

    [Fact]
    public void An_emulator_that_has_ended_is_replaced()
    {
        int id = (int)Assert.Single(_session.Run("(Start-AzFaceEmulator).ProcessId")).BaseObject;
        using (Process ended = Process.GetProcessById(id))
        {
            ended.Kill();
            ended.WaitForExit();
        }

        Assert.Empty(_session.Run("Get-AzFaceEmulator"));
        _session.Run("Connect-AzFace -Emulator; Test-AzFaceConnection | Out-Null");
        Assert.NotEqual(id, (int)Assert.Single(_session.Run("(Get-AzFaceEmulator).ProcessId")).BaseObject);
    }

    [Fact]
    public void Stopping_an_emulator_that_has_ended_is_no_error()
    {
        _session.Run("$e = Start-AzFaceEmulator; [Diagnostics.Process]::GetProcessById($e.ProcessId).Kill(); Stop-AzFaceEmulator $e; Stop-AzFaceEmulator $e");
        Assert.Empty(_session.Run("Get-AzFaceEmulator"));
    }

    [Fact]
    public void A_data_folder_in_use_is_said_as_the_program_says_it()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        _session.Run($"Start-AzFaceEmulator -ArgumentList --data, '{folder}'");
        ErrorRecord error = _session.Fails($"Start-AzFaceEmulator -ArgumentList --data, '{folder}'");
        Assert.StartsWith("EmulatorNotStarted,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("in use by another emulator", error.Exception.Message, StringComparison.Ordinal);
        _session.Run("Stop-AzFaceEmulator");
        Directory.Delete(folder, true);
    }

    [Fact]
    public void Every_fault_that_the_program_knows_is_completed()
    {
        using Process help = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(ModuleSession.Root, "out", "FaceEmulator", "FaceEmulator.dll"), "--help"]) { RedirectStandardOutput = true })!;
        string usage = help.StandardOutput.ReadToEnd();
        string[] ofParameters = ["--port", "--key", "--stdin", "--limited-access", "--version", "--help"];
        IEnumerable<string> known = System.Text.RegularExpressions.Regex.Matches(usage, @"--[a-z-]+").Select(option => option.Value).Distinct().Except(ofParameters);
        IEnumerable<string> completed = _session.Run("(TabExpansion2 'Start-AzFaceEmulator -ArgumentList ').CompletionMatches.ListItemText").Select(option => option.ToString());
        Assert.Equal(known.Order(StringComparer.Ordinal), completed.Order(StringComparer.Ordinal));
    }

    private static string Text(ModuleSession session, string script) => Assert.Single(session.Run(script)).ToString();
}
