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

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(EmulatorFixture.Root, "out", "FaceEmulator", "FaceEmulator.dll"), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
}
