using System.Text.Json;

namespace FaceCmdlets.DependencyCheck;

/// <summary>Asks the registries what is known of the packages in use.</summary>
internal static class Audit
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<AuditResult> OfProjectAsync(string folder)
    {
        using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };
        return await OfListAsync(await ProgramRun.OfAsync("dotnet", folder, Patience, "list", "package", "--vulnerable", "--include-transitive", "--format", "json"), http.GetStringAsync);
    }

    public static async Task<AuditResult> OfLockAsync(string folder) =>
        OfNpmAudit(await ProgramRun.OfAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", folder, Patience, "audit", "--json", "--package-lock-only"));

    /// <summary>Reads a `dotnet list package --vulnerable`, and the indexes of the feeds that it asked.</summary>
    public static async Task<AuditResult> OfListAsync(ProgramRun list, Func<Uri, Task<string>> readIndex)
    {
        if (list.ExitCode != 0)
        {
            return AuditResult.Failed("dotnet list package " + list.End);
        }

        try
        {
            foreach (string source in Vulnerability.SourcesOf(list.Output).Where(source => source.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
            {
                if (Vulnerability.IsOfferedBy(await readIndex(new Uri(source))))
                {
                    return AuditResult.Of(Vulnerability.InDotnetList(list.Output));
                }
            }

            return AuditResult.Unknown("no NuGet feed in use offers vulnerability data");
        }
        catch (JsonException e)
        {
            return AuditResult.Failed("dotnet list package, or a feed's index, is not understood: " + e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return AuditResult.Failed("a NuGet feed that dotnet list package could ask does not give its index: " + e.Message);
        }
    }

    /// <summary>Reads an `npm audit`, which ends with 1 both where it found something and where it was not answered.</summary>
    public static AuditResult OfNpmAudit(ProgramRun audit)
    {
        if (audit.ExitCode is not (0 or 1))
        {
            return AuditResult.Failed("npm audit " + audit.End);
        }

        try
        {
            return Vulnerability.InNpmAudit(audit.Output) is { } found ? AuditResult.Of(found)
                : Vulnerability.IsRegistrysRefusal(audit.Output) ? AuditResult.Unknown("the npm registry does not answer an audit")
                : AuditResult.Failed("npm audit " + audit.End);
        }
        catch (JsonException)
        {
            return AuditResult.Failed("npm audit " + audit.End);
        }
    }
}
