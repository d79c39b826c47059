using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace FaceCmdlets.ModulePackager;

/// <summary>Whose work is in a package, and under which licence, read from the packages that the build restored.</summary>
internal static class ThirdPartyNotices
{
    public const string FileName = "THIRD-PARTY-NOTICES.txt";

    private const string Mit = """
        Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
        documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
        rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
        persons to whom the Software is furnished to do so, subject to the following conditions:

        The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
        Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
        WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
        COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
        OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
        """;

    /// <param name="assetsPath">project.assets.json of the project that the files come from.</param>
    /// <param name="files">What is shipped, relative paths.</param>
    public static string For(string assetsPath, IReadOnlyList<string> files)
    {
        HashSet<string> shipped = [.. files.Where(IsCode).Select(file => Path.GetFileName(file))];
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(assetsPath));
        string[] folders = [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        Dictionary<string, string> texts = [];
        var text = new StringBuilder("This package contains files of the following packages, under their licences. Each is\nnamed with its version, its files, its licence, its copyright and its home. Where the\nlicence is MIT and the package holds no text of it, it is this one:\n\n").Append(Mit.ReplaceLineEndings("\n")).Append('\n');
        foreach (JsonProperty library in assets.RootElement.GetProperty("libraries").EnumerateObject().OrderBy(library => library.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (library.Value.GetProperty("type").GetString() != "package")
            {
                continue;
            }

            string[] itsFiles = [.. library.Value.GetProperty("files").EnumerateArray().Select(file => Path.GetFileName(file.GetString()!)).Where(shipped.Contains).Distinct().Order(StringComparer.Ordinal)];
            if (itsFiles.Length > 0)
            {
                string folder = folders.Select(root => Path.Combine(root, library.Value.GetProperty("path").GetString()!)).First(Directory.Exists);
                Append(text, library.Name, folder, itsFiles, texts);
            }
        }

        string own = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(assetsPath))!, "..", "NOTICE.md");
        if (File.Exists(own))
        {
            text.Append("\n\n").Append(File.ReadAllText(own).ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }

    private static bool IsCode(string file) => Path.GetExtension(file) is ".dll" or ".so" or ".dylib";

    private static void Append(StringBuilder text, string name, string folder, string[] files, Dictionary<string, string> texts)
    {
        XElement metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        XElement? Part(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name);
        string? Value(string name) => Part(name)?.Value.Trim();
        XElement? license = Part("license");
        string kind = license?.Attribute("type")?.Value == "expression" ? license.Value : Value("licenseUrl") ?? license?.Value ?? throw new InvalidDataException($"{name} names no licence.");
        text.Append("\n\n").Append('=', 80).Append('\n').Append(name.Replace('/', ' ')).Append('\n');
        text.Append("Files: ").AppendJoin(", ", files).Append('\n');
        text.Append("Licence: ").Append(kind).Append('\n');
        text.Append("Copyright: ").Append(Value("copyright") ?? Value("authors")).Append('\n');
        text.Append("Home: ").Append(Value("projectUrl") ?? Part("repository")?.Attribute("url")?.Value ?? "(none named)").Append('\n');
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
