using System.Text;

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
        Dictionary<string, string> texts = [];
        var text = new StringBuilder("This package contains files of the following packages, under their licences. Each is\nnamed with its version, its files, its licence, its copyright and its home. Where the\nlicence is MIT and the package holds no text of it, it is this one:\n\n").Append(Mit.ReplaceLineEndings("\n")).Append('\n');
        foreach (RestoredPackage package in RestoredPackage.InAssets(assetsPath))
        {
            string[] itsFiles = [.. package.Files.Select(file => Path.GetFileName(file)).Where(shipped.Contains).Distinct().Order(StringComparer.Ordinal)];
            if (itsFiles.Length > 0)
            {
                Append(text, package, itsFiles, texts);
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

    private static void Append(StringBuilder text, RestoredPackage package, string[] files, Dictionary<string, string> texts)
    {
        string name = $"{package.Name} {package.Version}";
        text.Append("\n\n").Append('=', 80).Append('\n').Append(name).Append('\n');
        text.Append("Files: ").AppendJoin(", ", files).Append('\n');
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
