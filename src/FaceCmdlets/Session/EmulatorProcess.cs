using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Security;
using System.Security.Cryptography;

namespace FaceCmdlets;

/// <summary>How to start an emulator.</summary>
internal sealed record EmulatorOptions
{
    /// <summary>0 for any free port.</summary>
    public int Port { get; init; }

    public SecureString? Key { get; init; }

    public string? Path { get; init; }

    /// <summary>What relative paths among the options start from.</summary>
    public required string WorkingFolder { get; init; }

    public bool LimitedAccess { get; init; }

    public IReadOnlyList<string> More { get; init; } = [];

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>
/// An emulator that this process started. Its standard input is a pipe from here: when that ends, however this
/// process ended, the emulator ends as well. The key goes through the same pipe, so no process list shows it.
/// </summary>
internal sealed class EmulatorProcess : IDisposable
{
    private const string NeedsRuntime = "It needs the .NET 10 runtime with ASP.NET Core (https://dot.net).";
    private const string Install = "Install-PSResource FaceCmdlets.Emulator";
    private const string ReadyMark = " listening on ";
    private static readonly List<EmulatorProcess> All = [];

    private readonly Process _process;
    private readonly Runspace? _owner;

    private EmulatorProcess(Process process, Uri endpoint, string version, SecureString key)
    {
        _process = process;
        Endpoint = endpoint;
        Version = version;
        Key = key;
        StartTime = DateTime.Now;
        ProcessId = process.Id;
        _owner = Runspace.DefaultRunspace;
        if (_owner is not null)
        {
            _owner.StateChanged += OnRunspaceStateChanged;
        }
    }

    private static string InstallRuntime => OperatingSystem.IsWindows() ? "winget install Microsoft.DotNet.AspNetCore.10"
        : OperatingSystem.IsMacOS() ? "brew install dotnet" : "sudo apt-get install aspnetcore-runtime-10.0";

    public static IReadOnlyList<EmulatorProcess> Running
    {
        get
        {
            List<EmulatorProcess> ended;
            lock (All)
            {
                ended = All.FindAll(emulator => emulator._process.HasExited);
            }

            ended.ForEach(emulator => emulator.Dispose());
            lock (All)
            {
                return [.. All];
            }
        }
    }

    /// <summary>The first of those that this runspace started. Another's may have been told to fail, and ends with its owner.</summary>
    public static EmulatorProcess? Own => Running.FirstOrDefault(emulator => emulator._owner == Runspace.DefaultRunspace);

    public Uri Endpoint { get; }

    public string Version { get; }

    public SecureString Key { get; }

    public DateTime StartTime { get; }

    public int ProcessId { get; }

    public static EmulatorProcess Start(EmulatorOptions options, Action<string> verbose, CancellationToken cancellationToken)
    {
        string program = Find(options.Path);
        verbose($"Starting {program}");
        SecureString key = options.Key ?? SecretTransformationAttribute.ToSecureString(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = options.WorkingFolder };
        if (program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(program);
        }
        else
        {
            start.FileName = program;
        }

        foreach (string argument in (string[])["--stdin", "--port", options.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), .. options.LimitedAccess ? ["--limited-access"] : (string[])[], .. options.More])
        {
            start.ArgumentList.Add(argument);
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new FaceServiceException("EmulatorNotStarted", $"'{start.FileName}' could not be started: {e.Message} {NeedsRuntime}", ErrorCategory.OpenError, true, inner: e, next: InstallRuntime);
        }

        try
        {
            process.StandardInput.WriteLine(new System.Net.NetworkCredential(string.Empty, key).Password);
            process.StandardInput.Flush();
            (Uri endpoint, string version) = WaitUntilReady(process, options.Patience, cancellationToken);
            verbose($"The emulator {version} listens on {endpoint}, process {process.Id}.");
            var emulator = new EmulatorProcess(process, endpoint, version, key);
            lock (All)
            {
                All.Add(emulator);
            }

            return emulator;
        }
        catch (Exception e)
        {
            Kill(process);
            process.Dispose();
            key.Dispose();
            if (e is IOException)
            {
                throw new FaceServiceException("EmulatorNotStarted", $"The emulator ended before it took its key. {NeedsRuntime}", ErrorCategory.OpenError, true, inner: e, next: InstallRuntime);
            }

            throw;
        }
    }

    /// <summary>Stops those that this runspace started.</summary>
    public static void StopOwnedBy(Runspace? runspace)
    {
        foreach (EmulatorProcess emulator in Running.Where(emulator => emulator._owner == runspace))
        {
            emulator.Dispose();
        }
    }

    public void Dispose()
    {
        lock (All)
        {
            // The runspace may close while somebody stops it.
            if (!All.Remove(this))
            {
                return;
            }
        }

        if (_owner is not null)
        {
            _owner.StateChanged -= OnRunspaceStateChanged;
        }

        try
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(2000))
            {
                Kill(_process);
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has ended by itself.
        }

        _process.Dispose();
        Key.Dispose();
    }

    private static (Uri Endpoint, string Version) WaitUntilReady(Process process, TimeSpan patience, CancellationToken cancellationToken)
    {
        var complaint = new System.Text.StringBuilder();
        process.ErrorDataReceived += (_, e) =>
        {
            lock (complaint)
            {
                if (complaint.Length < 4096)
                {
                    complaint.AppendLine(e.Data);
                }
            }
        };
        var ready = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is null || e.Data.Contains(ReadyMark, StringComparison.Ordinal))
            {
                ready.TrySetResult(e.Data);
            }
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        bool inTime;
        try
        {
            inTime = ready.Task.Wait((int)patience.TotalMilliseconds, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        if (inTime && ready.Task.Result is { } line)
        {
            int mark = line.IndexOf(ReadyMark, StringComparison.Ordinal);
            return (new Uri(line[(mark + ReadyMark.Length)..].Trim()), line[..mark].Split(' ')[^1]);
        }

        if (inTime && process.WaitForExit(1000))
        {
            // This one waits until what it said has been read to its end as well.
            process.WaitForExit();
        }

        string said;
        lock (complaint)
        {
            said = complaint.ToString().Trim();
        }

        throw Explain(said, inTime ? null : patience);
    }

    /// <summary>Says of what the program said what to do here; its own options are not those of the cmdlet.</summary>
    private static FaceServiceException Explain(string said, TimeSpan? waited)
    {
        string first = said.Split("\n\n", 2)[0].Split("\r\n\r\n", 2)[0].Trim();
        (string message, string? next) = waited is { } patience ? ($"The emulator did not get ready within {patience.TotalSeconds:0} seconds. {first}", "Start-AzFaceEmulator -ArgumentList --verbose")
            : first.Contains("is taken", StringComparison.Ordinal) ? ($"The emulator did not start: {first.Split(". ", 2)[0].Replace("FaceEmulator: ", string.Empty, StringComparison.Ordinal)}. Leave out -Port for any that is free.", "Start-AzFaceEmulator")
            : said.Contains(".NET", StringComparison.Ordinal) ? ($"The emulator did not start. {NeedsRuntime}", InstallRuntime)
            : ($"The emulator ended at once: {first}{(first.Contains("is not an option", StringComparison.Ordinal) ? " Tab after -ArgumentList shows those there are." : string.Empty)}", (string?)null);
        return new FaceServiceException("EmulatorNotStarted", message, ErrorCategory.OpenError, true, next: next);
    }

    private static string Find(string? path)
    {
        string module = System.IO.Path.GetDirectoryName(typeof(EmulatorProcess).Assembly.Location)!;
        IEnumerable<string?> folders = path is not null ? [path] : [Environment.GetEnvironmentVariable("FACE_EMULATOR"), System.IO.Path.Combine(module, "..", "FaceEmulator"), .. InstalledPackages(module)];
        return folders.OfType<string>().SelectMany(ProgramsOf).FirstOrDefault(File.Exists) is { } found
            ? System.IO.Path.GetFullPath(found)
            : throw new FaceServiceException("EmulatorNotFound", path is not null
                ? $"There is no emulator at '{path}': name the program FaceEmulator or its folder, or leave out -Path. Install it with '{Install}'."
                : $"The emulator is not here. Install it with '{Install}', or name its place with Start-AzFaceEmulator -Path or the environment variable FACE_EMULATOR.", ErrorCategory.ObjectNotFound, true, next: Install);
    }

    /// <summary>Where Install-PSResource and Save-PSResource put the package FaceCmdlets.Emulator, the newest first.</summary>
    private static IEnumerable<string> InstalledPackages(string module)
    {
        IEnumerable<string> roots = [System.IO.Path.Combine(module, "..", ".."), .. (Environment.GetEnvironmentVariable("PSModulePath") ?? string.Empty).Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)];
        return roots.Select(root => System.IO.Path.Combine(root, "FaceCmdlets.Emulator")).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetDirectories(folder).OrderByDescending(version => System.Version.TryParse(System.IO.Path.GetFileName(version), out System.Version? number) ? number : new System.Version()));
    }

    private static IEnumerable<string> ProgramsOf(string folder) =>
        [folder, System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "FaceEmulator.exe" : "FaceEmulator"), System.IO.Path.Combine(folder, "FaceEmulator.dll")];

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private void OnRunspaceStateChanged(object? sender, RunspaceStateEventArgs e)
    {
        if (e.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken)
        {
            Dispose();
        }
    }
}
