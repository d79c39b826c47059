using System.Collections;
using System.Management.Automation.Language;

namespace FaceCmdlets.ModulePackager;

/// <summary>A module manifest, read as data: nothing in it runs.</summary>
internal sealed class ModuleManifest
{
    private const string EmptyFileList = "FileList             = @()";

    private readonly string _text;
    private readonly Hashtable _data;

    private ModuleManifest(string name, string text, Hashtable data)
    {
        Name = name;
        _text = text;
        _data = data;
    }

    public string Name { get; }

    public string Version => Text("ModuleVersion");

    public string Author => Text("Author");

    public string Copyright => Text("Copyright");

    public string Description => Text("Description");

    public IReadOnlyList<string> Cmdlets => List(_data["CmdletsToExport"]);

    public IReadOnlyList<string> Tags => List(PSData["Tags"]);

    public Uri LicenseUri => new((string)PSData["LicenseUri"]!);

    public Uri ProjectUri => new((string)PSData["ProjectUri"]!);

    public string ReleaseNotes => (string)PSData["ReleaseNotes"]!;

    private Hashtable PSData => (Hashtable)((Hashtable)_data["PrivateData"]!)["PSData"]!;

    public static ModuleManifest InFolder(string folder)
    {
        string path = Directory.GetFiles(folder, "*.psd1").Single();
        string text = File.ReadAllText(path);
        ScriptBlockAst ast = Parser.ParseInput(text, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            throw new InvalidDataException($"{path}: {errors[0].Message}");
        }

        var table = (HashtableAst)ast.Find(node => node is HashtableAst, searchNestedScriptBlocks: false)!;
        return new ModuleManifest(Path.GetFileNameWithoutExtension(path), text, (Hashtable)table.SafeGetValue());
    }

    /// <summary>Writes the manifest with its files named.</summary>
    public void WriteWithFileList(string path, IEnumerable<string> files)
    {
        if (!_text.Contains(EmptyFileList, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{Name}.psd1 has no line '{EmptyFileList}' to fill in.");
        }

        string list = string.Concat(files.Select(file => $"\n        '{file.Replace("'", "''", StringComparison.Ordinal)}'"));
        File.WriteAllText(path, _text.Replace(EmptyFileList, $"FileList             = @({list}\n    )", StringComparison.Ordinal));
    }

    private static string[] List(object? value) => [.. ((IEnumerable?)value ?? Array.Empty<object>()).Cast<string>()];

    private string Text(string key) => (string)_data[key]!;
}
