using System.Diagnostics;

namespace FaceCmdlets.Tests.PSHost;

/// <summary>The host as build.sh runs it: a process.</summary>
public sealed class PSHostTests
{
    [Theory]
    [InlineData("1 + 1", 0, "2")]
    [InlineData("'b', 'a' | Sort-Object | ConvertTo-Json -Compress", 0, "[\"a\",\"b\"]")]
    [InlineData("exit 7", 7, "")]
    public async Task A_command_gives_its_output_and_its_exit_code(string command, int code, string output)
    {
        (int actual, string said, string errors) = await RunAsync("-Command", command);
        Assert.Equal(string.Empty, errors);
        Assert.Equal(code, actual);
        Assert.Equal(output, said.Trim());
    }

    [Fact]
    public async Task A_script_gets_its_parameters_and_gives_its_exit_code()
    {
        string script = Path.Combine(Path.GetTempPath(), $"pshost {Guid.NewGuid():N}.ps1");
        await File.WriteAllTextAsync(script, "param([string] $Name, [switch] $Loud)\n\"$Name $Loud $PSScriptRoot\"\nexit 3");
        (int code, string said, _) = await RunAsync(script, "-Name", "it's me", "-Loud");
        Assert.Equal(3, code);
        Assert.Equal($"it's me True {Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar)}", said.Trim());
        File.Delete(script);
    }

    [Fact]
    public async Task A_terminating_error_is_said_and_ends_with_1()
    {
        (int code, _, string errors) = await RunAsync("-Command", "throw 'no good'");
        Assert.Equal(1, code);
        Assert.Contains("no good", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standard_cmdlet_that_is_left_out_is_said_to_be_in_pwsh()
    {
        (_, _, string errors) = await RunAsync("-Command", "Invoke-RestMethod http://127.0.0.1");
        Assert.Contains("pwsh has it", errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using Process host = Process.Start(new ProcessStartInfo("dotnet", [typeof(FaceCmdlets.Tools.StandardCmdlets).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = host.StandardError.ReadToEndAsync();
        string output = await host.StandardOutput.ReadToEndAsync();
        await host.WaitForExitAsync();
        return (host.ExitCode, output, await errors);
    }
}
