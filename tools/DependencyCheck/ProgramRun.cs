using System.Diagnostics;

namespace FaceCmdlets.DependencyCheck;

/// <summary>What a program said; its exit code is null where it was not done in time and was ended.</summary>
internal sealed record ProgramRun(string Output, string Errors, int? ExitCode)
{
    /// <summary>How it ended, and what it said last of that.</summary>
    public string End
    {
        get
        {
            string[] lines = $"{Output}\n{Errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return (ExitCode is { } code ? $"ended with exit code {code}" : "did not end in time") + (lines.Length > 0 ? $": {lines[^1]}" : string.Empty);
        }
    }

    public static async Task<ProgramRun> OfAsync(string program, string folder, TimeSpan patience, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(patience);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            string said = await errors;
            await process.WaitForExitAsync(limit.Token);
            return new ProgramRun(output, said, process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new ProgramRun(string.Empty, string.Empty, null);
        }
    }
}
