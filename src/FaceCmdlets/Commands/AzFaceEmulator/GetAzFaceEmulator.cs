using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Lists the emulators that this process started and that still run.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceEmulator")]
[OutputType(typeof(FaceEmulatorInfo))]
public sealed class GetAzFaceEmulatorCommand : FaceCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord() => WriteObject(EmulatorProcess.Running.Select(process => new FaceEmulatorInfo(process)), enumerateCollection: true);
}
