using System.Management.Automation;
using System.Management.Automation.Runspaces;
using FaceCmdlets.Tools;

namespace FaceCmdlets.Tests.Module;

/// <summary>The built module, imported by its manifest into a runspace of the real engine.</summary>
public sealed class ModuleSession : IDisposable
{
    private readonly Runspace _runspace;

    public ModuleSession()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        StandardCmdlets.AddTo(state);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        Run($"Import-Module '{Manifest}' -ErrorAction Stop");
    }

    public static string Root => Checkout.Root;

    public static string Manifest { get; } = Path.Combine(Root, "out", "FaceCmdlets", "FaceCmdlets.psd1");

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    public (IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors) RunWithErrors(string script)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        List<PSObject> output = [];
        List<ErrorRecord> errors = [];
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException e)
        {
            errors.Add(e.ErrorRecord);
        }

        return (output, [.. shell.Streams.Error, .. errors]);
    }

    public IReadOnlyList<PSObject> Run(string script)
    {
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = RunWithErrors(script);
        Assert.Empty(errors);
        return output;
    }

    public ErrorRecord Fails(string script) => Assert.Single(RunWithErrors(script).Errors);

    /// <summary>What the progress bar was told.</summary>
    public IReadOnlyList<ProgressRecord> Progress(string script)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(script).Invoke();
        return [.. shell.Streams.Progress];
    }

    /// <summary>How long a pipeline takes to end once it is told to, which it is when it has come so far.</summary>
    public long MillisecondsToStop(string script, Func<PowerShell, bool> when)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        IAsyncResult running = shell.BeginInvoke();
        Eventually.Is(() => running.IsCompleted || when(shell));
        Assert.False(running.IsCompleted, "The pipeline ended by itself.");
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        shell.Stop();
        Assert.ThrowsAny<RuntimeException>(() => shell.EndInvoke(running));
        return (long)System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public void Dispose() => _runspace.Dispose();
}
