using System.Diagnostics;
using System.Text.Json;

namespace FaceCmdlets.DependencyCheck;

/// <summary>Asks the registries what is known of the packages in use.</summary>
internal static class Audit
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Null, and why, where nobody can say.</summary>
    public static async Task<(IReadOnlyList<Vulnerability>? Found, string Why)> OfProjectAsync(string folder)
    {
        string json = await RunAsync("dotnet", folder, "list", "package", "--vulnerable", "--include-transitive", "--format", "json");
        try
        {
            using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };
            foreach (string source in Vulnerability.SourcesOf(json).Where(source => source.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
            {
                if (Vulnerability.IsOfferedBy(await http.GetStringAsync(new Uri(source))))
                {
                    return (Vulnerability.InDotnetList(json), string.Empty);
                }
            }

            return (null, "no NuGet feed in use offers vulnerability data");
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or TaskCanceledException)
        {
            return (null, "the NuGet feed does not answer: " + e.Message);
        }
    }

    /// <inheritdoc cref="OfProjectAsync" />
    public static async Task<(IReadOnlyList<Vulnerability>? Found, string Why)> OfLockAsync(string folder)
    {
        string json = await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", folder, "audit", "--json", "--package-lock-only");
        try
        {
            return (Vulnerability.InNpmAudit(json), "the npm registry does not answer an audit");
        }
        catch (JsonException)
        {
            return (null, "npm audit gave no answer");
        }
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await errors;
            await process.WaitForExitAsync(limit.Token);
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return string.Empty;
        }
    }
}
