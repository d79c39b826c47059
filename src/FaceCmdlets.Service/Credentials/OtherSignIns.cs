namespace FaceCmdlets.Service;

/// <summary>Signing in outside of this module, where -UseDefaultCredential looks: with what is installed here.</summary>
internal static class OtherSignIns
{
    /// <summary>The commands, the usual one first.</summary>
    public static IReadOnlyList<string> Of(SignInOptions signIn)
    {
        var commands = new List<string>();
        // Another cloud would have to be set there first.
        if (signIn.Cloud.Name == FaceCloud.Public && Folders("PATH").Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "az.cmd" : "az"))))
        {
            commands.Add(signIn.TenantId is null ? "az login" : $"az login --tenant {NextCommand.Quoted(signIn.TenantId)}");
        }

        if (Folders("PSModulePath").Any(folder => Directory.Exists(Path.Combine(folder, "Az.Accounts"))))
        {
            commands.Add(NextCommand.ConnectAzAccount(signIn));
        }

        return commands;
    }

    private static string[] Folders(string variable) =>
        (Environment.GetEnvironmentVariable(variable) ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
