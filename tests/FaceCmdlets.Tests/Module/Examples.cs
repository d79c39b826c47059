using System.Text.RegularExpressions;

namespace FaceCmdlets.Tests.Module;

/// <summary>The powershell blocks of a page, which run as they stand, in the checkout.</summary>
internal static partial class Examples
{
    public static string[] Of(string page) => [.. Block().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value)];

    /// <summary>Runs them with what a reader is supposed to have: a key, a token, the environment's endpoint and key.</summary>
    public static void Run(ModuleSession session, string[] blocks)
    {
        session.Run($"Set-Location '{ModuleSession.Root}'");
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
