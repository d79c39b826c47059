using System.Diagnostics;
using FaceCmdlets.DependencyCheck;

namespace FaceCmdlets.Tests.Dependencies;

/// <summary>An audit that went wrong is no audit without findings, and not one that nobody could answer.</summary>
public sealed class AuditTests
{
    private const string List = """{ "version": 1, "sources": [ "https://example.com/index.json" ], "projects": [ { "path": "p.csproj" } ] }""";
    private const string IndexWithData = """{ "resources": [ { "@type": "VulnerabilityInfo/6.7.0" } ] }""";
    private const string IndexWithout = """{ "resources": [ { "@type": "PackageBaseAddress/3.0.0" } ] }""";

    [Fact]
    public async Task A_list_from_a_feed_with_data_is_what_is_known()
    {
        AuditResult result = await Audit.OfListAsync(new(List, string.Empty, 0), _ => Task.FromResult(IndexWithData));
        Assert.Equal((null, null), (result.NotLookedUp, result.Failure));
        Assert.Empty(result.Found);
    }

    [Fact]
    public async Task A_feed_without_data_cannot_say_which_is_no_failure()
    {
        AuditResult result = await Audit.OfListAsync(new(List, string.Empty, 0), _ => Task.FromResult(IndexWithout));
        Assert.Contains("no NuGet feed", result.NotLookedUp, StringComparison.Ordinal);
        Assert.Null(result.Failure);
    }

    [Theory]
    [InlineData(1, "error: NU1301: Unable to load the service index", "exit code 1: error: NU1301")]
    [InlineData(134, "", "exit code 134")]
    [InlineData(null, "", "did not end in time")]
    public async Task A_list_that_did_not_come_to_its_end_has_failed_whatever_it_said(int? code, string errors, string expected)
    {
        AuditResult result = await Audit.OfListAsync(new(List, errors, code), _ => Task.FromResult(IndexWithData));
        Assert.Contains(expected, result.Failure, StringComparison.Ordinal);
        Assert.Null(result.NotLookedUp);
    }

    [Fact]
    public async Task A_list_that_is_not_understood_has_failed() =>
        Assert.NotNull((await Audit.OfListAsync(new("Usage: dotnet", string.Empty, 0), _ => Task.FromResult(IndexWithData))).Failure);

    [Fact]
    public async Task A_feed_that_does_not_give_its_index_has_failed() =>
        Assert.Contains("no route", (await Audit.OfListAsync(new(List, string.Empty, 0), _ => throw new HttpRequestException("no route"))).Failure, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "message": "405 Method Not Allowed - POST https://example.com/", "statusCode": 405, "error": { "summary": "", "detail": "" } }""")]
    [InlineData("""{ "message": "request to https://example.com/ failed, reason: getaddrinfo ENOTFOUND example.com", "error": { "summary": "", "detail": "" } }""")]
    public void An_npm_registry_that_does_not_answer_audits_cannot_say_which_is_no_failure(string said)
    {
        AuditResult result = Audit.OfNpmAudit(new(said, "npm error audit endpoint returned an error", 1));
        Assert.Contains("does not answer", result.NotLookedUp, StringComparison.Ordinal);
        Assert.Null(result.Failure);
    }

    [Theory]
    [InlineData(1, """{ "error": { "code": "ENOLOCK", "summary": "This command requires an existing lockfile." } }""")]
    [InlineData(1, "")]
    [InlineData(127, """{ "vulnerabilities": {} }""")]
    [InlineData(null, "")]
    public void An_npm_audit_that_did_not_take_place_has_failed(int? code, string said)
    {
        AuditResult result = Audit.OfNpmAudit(new(said, string.Empty, code));
        Assert.StartsWith("npm audit ", result.Failure, StringComparison.Ordinal);
        Assert.Null(result.NotLookedUp);
    }

    [Fact]
    public void An_npm_audit_that_found_something_ends_with_1_and_is_no_failure() => Assert.Equal(
        [new("deep <1.2.0", "critical", "https://example.com/3")],
        Audit.OfNpmAudit(new("""{ "vulnerabilities": { "deep": { "via": [ { "severity": "critical", "range": "<1.2.0", "url": "https://example.com/3" } ] } } }""", string.Empty, 1)).Found);

    [Fact]
    public async Task A_program_that_hangs_is_ended_and_has_no_exit_code()
    {
        ProgramRun run = await ProgramRun.OfAsync("dotnet", Path.GetTempPath(), TimeSpan.FromMilliseconds(100), typeof(Tools.StandardCmdlets).Assembly.Location, "-Command", "[Threading.Thread]::Sleep(600000)");
        Assert.Null(run.ExitCode);
    }

    [Fact]
    public async Task The_gate_does_not_open_for_what_could_not_be_looked_up()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        // Packages, and no project that `dotnet list` could ask about.
        Directory.CreateDirectory(Path.Combine(folder, "obj"));
        File.Copy(Path.Combine(Checkout.Root, "src", "FaceCmdlets.Service", "obj", "project.assets.json"), Path.Combine(folder, "obj", "project.assets.json"));
        using Process check = Process.Start(new ProcessStartInfo("dotnet", [typeof(Audit).Assembly.Location, folder]) { RedirectStandardOutput = true })!;
        string said = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        Assert.Contains($"could not be looked up: {folder}: dotnet list package ended with exit code 1", said, StringComparison.Ordinal);
        Assert.Contains("0 under a licence that may not", said, StringComparison.Ordinal);
        Assert.Contains("1 look-ups failed", said, StringComparison.Ordinal);
        Assert.Equal(1, check.ExitCode);
        Directory.Delete(folder, true);
    }
}
