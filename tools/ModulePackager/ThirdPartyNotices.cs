using System.Text;

namespace FaceCmdlets.ModulePackager;

/// <summary>Whose work is in a package, and under which licence, read from the packages that the build restored.</summary>
internal static class ThirdPartyNotices
{
    public const string FileName = "THIRD-PARTY-NOTICES.txt";

    /// <param name="assetsPath">project.assets.json of the project that the files come from.</param>
    /// <param name="files">What is shipped, relative paths.</param>
    public static string For(string assetsPath, IReadOnlyList<string> files)
    {
        HashSet<string?> shipped = [.. files.Select(Path.GetFileName)];
        Dictionary<string, string> texts = [];
        var text = new StringBuilder("This package contains files of the following packages, under their licences. Each is\nnamed with its version, its licence, its copyright and its home.\n");
        foreach (RestoredPackage package in RestoredPackage.InAssets(assetsPath).Where(package => package.Files.Any(file => shipped.Contains(Path.GetFileName(file)) && IsCode(file))))
        {
            Append(text, package, texts);
        }

        string own = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(assetsPath))!, "..", "NOTICE.md");
        if (File.Exists(own))
        {
            text.Append("\n\n").Append(File.ReadAllText(own).ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }

    private static bool IsCode(string file) => Path.GetExtension(file) is ".dll" or ".so" or ".dylib";

    private static void Append(StringBuilder text, RestoredPackage package, Dictionary<string, string> texts)
    {
        string name = $"{package.Name} {package.Version}";
        text.Append("\n\n").Append('=', 80).Append('\n').Append(name).Append('\n');
        text.Append("Licence: ").Append(package.Licence).Append('\n');
        text.Append("Copyright: ").Append(package.Copyright).Append('\n');
        text.Append("Home: ").Append(package.Home ?? "(none named)").Append('\n');
        foreach (string file in Directory.GetFiles(package.Folder).Where(IsLicence).Order(StringComparer.OrdinalIgnoreCase))
        {
            string licence = File.ReadAllText(file).ReplaceLineEndings("\n").Trim();
            text.Append('\n').Append(texts.TryAdd(licence, name) ? licence : $"{Path.GetFileName(file)}: word for word that of {texts[licence]}.").Append('\n');
        }
    }

    private static bool IsLicence(string path)
    {
        string name = Path.GetFileName(path);
        return name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase) || name.StartsWith("THIRD-PARTY", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ThirdParty", StringComparison.OrdinalIgnoreCase);
    }
}
