using System.Management.Automation;
using System.Security;

namespace FaceCmdlets.Commands;

/// <summary>Starts the local emulator of the Face service. It ends with this session.</summary>
[Cmdlet(VerbsLifecycle.Start, "AzFaceEmulator", SupportsShouldProcess = true)]
[OutputType(typeof(FaceEmulatorInfo))]
public sealed class StartAzFaceEmulatorCommand : FaceCmdlet
{
    /// <summary>Port on 127.0.0.1; 0, the default, takes any that is free.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The key that clients must send. Without it, the emulator gets a random one.</summary>
    [Parameter]
    [SecretTransformation]
    [ArgumentCompleter(typeof(SecretCompleter))]
    [ValidateNotNull]
    public SecureString? Key { get; set; }

    /// <summary>Refuses face ids as a resource without Microsoft's approval does.</summary>
    [Parameter]
    public SwitchParameter LimitedAccess { get; set; }

    /// <summary>Further options of the program, such as --quota 10/s or --latency 100: what goes wrong on purpose.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EmulatorArgumentCompleter))]
    public string[] ArgumentList { get; set; } = [];

    /// <summary>The emulator's program or folder, where it is not beside the module.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"127.0.0.1:{Port}", "Start emulator"))
        {
            return;
        }

        if (Key is not null && SecretRules.Strange(Key) is { } strange)
        {
            Stop("InvalidSecret", $"The key holds a character that cannot be sent: {strange}.", ErrorCategory.InvalidArgument);
        }

        try
        {
            string? path = Path is null ? null : GetUnresolvedProviderPathFromPSPath(Path);
            WriteObject(new FaceEmulatorInfo(EmulatorProcess.Start(new EmulatorOptions { Port = Port, Key = Key?.Copy(), LimitedAccess = LimitedAccess, More = ArgumentList, Path = path, WorkingFolder = SessionState.Path.CurrentFileSystemLocation.ProviderPath }, WriteVerbose, Cancelled)));
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, Path));
        }
    }
}
