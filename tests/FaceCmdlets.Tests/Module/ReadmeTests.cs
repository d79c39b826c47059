using System.Text.RegularExpressions;

namespace FaceCmdlets.Tests.Module;

/// <summary>Every powershell block of README runs as it stands.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_example_of_the_readme_runs()
    {
        string[] blocks = [.. Block().Matches(File.ReadAllText(Path.Combine(ModuleSession.Root, "README.md"))).Select(match => match.Groups[1].Value)];
        Assert.True(blocks.Length >= 6);
        using var session = new ModuleSession();
        session.Run($"Set-Location '{ModuleSession.Root}'");
        session.Run("$key = $token = 'a-secret-0123456789'; $env:FACE_ENDPOINT = 'https://contoso.cognitiveservices.azure.com'; $env:FACE_APIKEY = $key");
        foreach (string block in blocks)
        {
            session.Run(block);
        }

        Assert.Contains("astronaut.png", File.ReadAllText(Path.Combine(ModuleSession.Root, "out", "faces.csv")), StringComparison.Ordinal);
        session.Run("Stop-AzFaceEmulator; $env:FACE_ENDPOINT = $env:FACE_APIKEY = $null");
    }

    [GeneratedRegex("```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
