using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace FaceCmdlets.Tools;

/// <summary>Runs a script file or a command in the real PowerShell engine.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        List<string> rest = [.. args];
        rest.RemoveAll(argument => argument is "-NoProfile" or "-NonInteractive");
        if (rest.Count == 0 || rest[0] is "-h" or "--help" or "-?")
        {
            Console.Error.WriteLine("PSHost [-File] FILE [arguments]   runs a script in the PowerShell engine\nPSHost -Command TEXT             runs a command");
            return rest.Count == 0 ? 64 : 0;
        }

        bool command = rest[0] is "-Command" or "-c";
        if (command || rest[0] is "-File" or "-f")
        {
            rest.RemoveAt(0);
        }

        if (rest.Count == 0)
        {
            Console.Error.WriteLine("PSHost: nothing to run.");
            return 64;
        }

        if (!command && !File.Exists(rest[0]))
        {
            Console.Error.WriteLine($"PSHost: '{rest[0]}' does not exist.");
            return 64;
        }

        var host = new ConsoleHost();
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        StandardCmdlets.AddTo(state);
        // Another PowerShell's modules may be on the path; they are not for this host.
        state.Variables.Add(new SessionStateVariableEntry("PSModuleAutoLoadingPreference", PSModuleAutoLoadingPreference.None, "No module is loaded unasked."));
        using Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        LeftOut.Announce(runspace);
        using PowerShell shell = PowerShell.Create(runspace);
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            host.SetShouldExit(130);
            shell.BeginStop(null, null);
        };
        string text = command ? string.Join(' ', rest) : "& '" + Path.GetFullPath(rest[0]).Replace("'", "''", StringComparison.Ordinal) + "' " + string.Join(' ', rest.Skip(1).Select(Quote));
        shell.AddScript(text).AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        try
        {
            shell.Invoke();
        }
        catch (PipelineStoppedException)
        {
            return host.ExitCode ?? 130;
        }
        catch (RuntimeException e)
        {
            host.UI.WriteErrorLine(e.ErrorRecord is { } record ? $"{record.InvocationInfo?.MyCommand?.Name ?? "PSHost"}: {e.Message}\n{record.ScriptStackTrace}" : e.Message);
            return 1;
        }

        return host.ExitCode ?? (command ? 0 : LastExitCode(runspace));
    }

    /// <summary>What the script's own exit said: called with &amp;, it leaves the number here.</summary>
    private static int LastExitCode(Runspace runspace) => runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code ? code : 0;

    /// <summary>A parameter's name, or a word.</summary>
    private static string Quote(string argument) =>
        argument.Length > 1 && argument[0] == '-' && char.IsAsciiLetter(argument[1]) ? argument : "'" + argument.Replace("'", "''", StringComparison.Ordinal) + "'";
}
