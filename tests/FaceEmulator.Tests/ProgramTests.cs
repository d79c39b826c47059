using System.Diagnostics;

namespace FaceEmulator.Tests;

/// <summary>The emulator as a program: options, exit codes, and its end.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task The_key_comes_through_standard_input_and_is_never_printed()
    {
        using Process emulator = Start("--stdin", "--port", "0", "--verbose");
        await emulator.StandardInput.WriteLineAsync("a-secret-key-0123456789");
        await emulator.StandardInput.FlushAsync();
        string ready = (await emulator.StandardOutput.ReadLineAsync())!;
        Assert.StartsWith("FaceEmulator 0.1.0 listening on http://127.0.0.1:", ready, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = new Uri(ready.Split(' ')[^1]) };
        Assert.Equal(401, (int)(await client.PostAsync("/face/v1.2/detect", null)).StatusCode);
        client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "a-secret-key-0123456789");
        Assert.Equal(415, (int)(await client.PostAsync("/face/v1.2/detect", null)).StatusCode);

        long start = Stopwatch.GetTimestamp();
        emulator.StandardInput.Close();
        await emulator.WaitForExitAsync();
        Assert.Equal(0, emulator.ExitCode);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
        Assert.DoesNotContain("a-secret-key", await emulator.StandardOutput.ReadToEndAsync() + await emulator.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_it_made_is_told()
    {
        using Process emulator = Start("--port", "0");
        await emulator.StandardOutput.ReadLineAsync();
        Assert.Matches("^Key: [0-9a-f]{32}$", await emulator.StandardOutput.ReadLineAsync());
        emulator.Kill();
    }

    [Theory]
    [InlineData(64, "--port", "many")]
    [InlineData(64, "--nonsense")]
    [InlineData(64, "--training-time", "soon")]
    [InlineData(64, "--quota", "99999999999/s")]
    [InlineData(64, "--error-rate", "NaN")]
    [InlineData(0, "--help")]
    [InlineData(0, "--version")]
    public async Task An_option_has_its_exit_code(int code, params string[] arguments)
    {
        using Process emulator = Start(arguments);
        string output = await emulator.StandardOutput.ReadToEndAsync();
        string errors = await emulator.StandardError.ReadToEndAsync();
        await emulator.WaitForExitAsync();
        Assert.Equal(code, emulator.ExitCode);
        Assert.NotEqual(string.Empty, code == 0 ? output : errors);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using Process emulator = Start("--key", "k", "--port", ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString());
        Assert.Contains("is taken", await emulator.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        await emulator.WaitForExitAsync();
        Assert.Equal(2, emulator.ExitCode);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_said_in_one_line()
    {
        string file = Path.GetTempFileName();
        string said = await RefusalAsync("--data", Path.Combine(file, "below"));
        Assert.StartsWith("FaceEmulator: nothing can be kept in the folder", said, StringComparison.Ordinal);
        Assert.EndsWith("Choose another one with --data, or leave it out for memory only.", said, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_damaged_database_is_said_in_one_line()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "faces.db"), new string('x', 8192));
        Assert.StartsWith("FaceEmulator: faces.db in", await RefusalAsync("--data", folder), StringComparison.Ordinal);
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task A_second_emulator_on_one_data_folder_is_refused_until_the_first_is_gone_even_killed()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        using Process first = Start("--port", "0", "--data", folder);
        try
        {
            await first.StandardOutput.ReadLineAsync();
            Assert.Contains("in use by another emulator", await RefusalAsync("--data", folder), StringComparison.Ordinal);
        }
        finally
        {
            first.Kill();
            await first.WaitForExitAsync();
        }

        using Process next = Start("--port", "0", "--data", folder);
        Assert.Contains(" listening on ", await next.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        next.Kill();
        await next.WaitForExitAsync();
        Directory.Delete(folder, true);
    }

    [Fact]
    public void The_key_of_the_command_line_goes_before_that_of_the_environment()
    {
        const string Variable = "FACE_EMULATOR_KEY";
        string? before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, "of-the-environment");
        try
        {
            Assert.Equal("told", EmulatorOptions.Parse(["--key", "told"], TextReader.Null).Key);
            Assert.Equal("piped", EmulatorOptions.Parse(["--key", "told", "--stdin"], new StringReader("piped\n")).Key);
            Assert.Equal("of-the-environment", EmulatorOptions.Parse([], TextReader.Null).Key);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }

    /// <summary>The one line that it ends with where it cannot start.</summary>
    private static async Task<string> RefusalAsync(params string[] arguments)
    {
        using Process emulator = Start(["--port", "0", .. arguments]);
        string said = await emulator.StandardError.ReadToEndAsync();
        await emulator.WaitForExitAsync();
        Assert.Equal(3, emulator.ExitCode);
        return Assert.Single(said.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(EmulatorFixture.Root, "out", "FaceEmulator", "FaceEmulator.dll"), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
}
