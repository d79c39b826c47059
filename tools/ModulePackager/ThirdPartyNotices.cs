using System.Text;
using System.Text.Json;
using System.Xml.Linq;

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
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(assetsPath));
        string[] folders = [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        Dictionary<string, string> texts = [];
        var text = new StringBuilder("This package contains files of the following packages, under their licences. Each is\nnamed with its version, its licence, its copyright and its home.\n");
        foreach (JsonProperty library in assets.RootElement.GetProperty("libraries").EnumerateObject().OrderBy(library => library.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (library.Value.GetProperty("type").GetString() != "package"
                || !library.Value.GetProperty("files").EnumerateArray().Any(file => shipped.Contains(Path.GetFileName(file.GetString()!)) && IsCode(file.GetString()!)))
            {
                continue;
            }

            string folder = folders.Select(root => Path.Combine(root, library.Value.GetProperty("path").GetString()!)).First(Directory.Exists);
            Append(text, library.Name, folder, texts);
        }

        string own = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(assetsPath))!, "..", "NOTICE.md");
        if (File.Exists(own))
        {
            text.Append("\n\n").Append(File.ReadAllText(own).ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }

    private static bool IsCode(string file) => Path.GetExtension(file) is ".dll" or ".so" or ".dylib";

    private static void Append(StringBuilder text, string name, string folder, Dictionary<string, string> texts)
    {
        XElement metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string? Value(string part) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == part)?.Value.Trim();
        XElement? license = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        string kind = license?.Attribute("type")?.Value == "expression" ? license.Value : Value("licenseUrl") ?? license?.Value ?? throw new InvalidDataException($"{name} names no licence.");
        text.Append("\n\n").Append('=', 80).Append('\n').Append(name.Replace('/', ' ')).Append('\n');
        text.Append("Licence: ").Append(kind).Append('\n');
        text.Append("Copyright: ").Append(Value("copyright") ?? Value("authors")).Append('\n');
        text.Append("Home: ").Append(Value("projectUrl") ?? "(none named)").Append('\n');
        foreach (string file in Directory.GetFiles(folder).Where(IsLicence).Order(StringComparer.OrdinalIgnoreCase))
        {
            string licence = File.ReadAllText(file).ReplaceLineEndings("\n").Trim();
            text.Append('\n').Append(texts.TryAdd(licence, name) ? licence : $"{Path.GetFileName(file)}: word for word that of {texts[licence].Replace('/', ' ')}.").Append('\n');
        }
    }

    private static bool IsLicence(string path)
    {
        string name = Path.GetFileName(path);
        return name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase) || name.StartsWith("THIRD-PARTY", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ThirdParty", StringComparison.OrdinalIgnoreCase);
    }
}
