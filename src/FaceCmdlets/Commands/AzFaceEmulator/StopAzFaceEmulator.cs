using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Stops emulators: those given, or all that this process started.</summary>
[Cmdlet(VerbsLifecycle.Stop, "AzFaceEmulator", SupportsShouldProcess = true)]
public sealed class StopAzFaceEmulatorCommand : FaceCmdlet
{
    /// <summary>The emulators to stop, from Get-AzFaceEmulator.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(RunningEmulatorCompleter))]
    [ValidateNotNull]
    public FaceEmulatorInfo[]? InputObject { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (FaceEmulatorInfo emulator in InputObject ?? [.. EmulatorProcess.Running.Select(process => new FaceEmulatorInfo(process))])
        {
            if (ShouldProcess(emulator.ToString(), "Stop emulator"))
            {
                emulator.Stop();
            }
        }
    }
}
