using System.Text.RegularExpressions;

namespace FaceCmdlets.Tests.Module;

/// <summary>Every example of Get-Help runs as it stands, in the checkout, connected to the emulator.</summary>
public sealed partial class HelpExamplesTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(ModuleSession.Root, "docs", "en-US"), "*-*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_examples_run(string cmdlet)
    {
        string page = File.ReadAllText(Path.Combine(ModuleSession.Root, "docs", "en-US", cmdlet + ".md"));
        string[] blocks = [.. Block().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.True(blocks.Length >= 2);
        using var session = new ModuleSession();
        session.Run($"Set-Location '{ModuleSession.Root}'; Connect-AzFace -Emulator");
        session.Run("$key = $token = 'a-secret-0123456789'; $env:FACE_ENDPOINT = 'https://contoso.cognitiveservices.azure.com'; $env:FACE_APIKEY = $key");
        foreach (string block in blocks)
        {
            session.Run(block);
        }

        session.Run("Stop-AzFaceEmulator; $env:FACE_ENDPOINT = $env:FACE_APIKEY = $null");
    }

    [GeneratedRegex("```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
