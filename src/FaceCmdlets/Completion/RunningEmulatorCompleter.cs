using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -InputObject of Stop-AzFaceEmulator with the commands that give the emulators of this process.</summary>
internal sealed class RunningEmulatorCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        EmulatorProcess.Running
            .Select(emulator => (Process: emulator.ProcessId.ToString(CultureInfo.InvariantCulture), Endpoint: emulator.Endpoint.GetLeftPart(UriPartial.Authority)))
            .Where(emulator => CompletionFromService.Begins(emulator.Process, wordToComplete) || CompletionFromService.Begins(emulator.Endpoint, wordToComplete))
            .Select(emulator => new CompletionResult($"(Get-AzFaceEmulator | Where-Object ProcessId -eq {emulator.Process})", emulator.Endpoint, CompletionResultType.ParameterValue, $"{emulator.Endpoint}, process {emulator.Process}"));
}
