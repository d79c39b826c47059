namespace FaceCmdlets.ModulePackager;

/// <summary>The folder of a module's version, as it lies in a module path.</summary>
internal static class ModuleFolder
{
    /// <summary>Copies what a user needs; says the relative paths, with slashes, in order.</summary>
    public static string[] Fill(string source, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        string[] files = [.. Directory.GetFiles(source, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(source, path).Replace('\\', '/'))
            .Where(IsForUsers)
            .Order(StringComparer.Ordinal)];
        foreach (string file in files)
        {
            string copy = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(source, file), copy);
        }

        return files;
    }

    /// <summary>XML documentation is for compilers, lists of static web files are for servers that have some, and a program for this machine only is not for others: the portable one is.</summary>
    private static bool IsForUsers(string file) =>
        !(file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !file.EndsWith("-Help.xml", StringComparison.OrdinalIgnoreCase))
        && Path.GetFileName(file) is not ("FaceEmulator" or "FaceEmulator.exe" or "FaceEmulator.staticwebassets.endpoints.json");
}
