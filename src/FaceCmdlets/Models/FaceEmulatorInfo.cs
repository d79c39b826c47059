using System.Management.Automation;
using System.Security;

namespace FaceCmdlets;

/// <summary>An emulator that runs on this machine, from Start-AzFaceEmulator and Get-AzFaceEmulator.</summary>
public sealed class FaceEmulatorInfo
{
    private readonly EmulatorProcess _process;

    internal FaceEmulatorInfo(EmulatorProcess process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => _process.Endpoint;

    /// <summary>Its process.</summary>
    public int ProcessId => _process.ProcessId;

    /// <summary>Its version.</summary>
    public string Version => _process.Version;

    /// <summary>When it was started.</summary>
    public DateTime StartTime => _process.StartTime;

    /// <summary>The key that it wants, for Connect-AzFace -Key in another session, or for other clients.</summary>
    [Hidden]
    public SecureString Key => _process.Key;

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Endpoint} (process {ProcessId})");

    internal void Stop() => _process.Dispose();
}
