using System.Text.Json;
using System.Xml.Linq;

namespace FaceCmdlets.ModulePackager;

/// <summary>A package that a project's build restored, as its nuspec describes it.</summary>
internal sealed record RestoredPackage(string Name, string Version, string Licence, string? Copyright, string? Home, string Folder, IReadOnlyList<string> Files)
{
    /// <param name="assetsPath">project.assets.json of the project.</param>
    /// <returns>Direct and transitive ones, by name.</returns>
    public static IReadOnlyList<RestoredPackage> InAssets(string assetsPath)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(assetsPath));
        string[] roots = [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .OrderBy(library => library.Name, StringComparer.OrdinalIgnoreCase)
            .Select(library => Read(library, roots))];
    }

    private static RestoredPackage Read(JsonProperty library, string[] roots)
    {
        string folder = roots.Select(root => Path.Combine(root, library.Value.GetProperty("path").GetString()!)).First(Directory.Exists);
        XElement metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        XElement? Part(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name);
        string? Value(string name) => Part(name)?.Value.Trim();
        string[] parts = library.Name.Split('/');
        string licence = LicenceOf(Part("license"), folder) ?? Value("licenseUrl") ?? throw new InvalidDataException($"{library.Name} names no licence.");
        return new RestoredPackage(parts[0], parts[1], licence, Value("copyright") ?? Value("authors"), Value("projectUrl") ?? Part("repository")?.Attribute("url")?.Value, folder, [.. library.Value.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)]);
    }

    private static string? LicenceOf(XElement? license, string folder) => license?.Attribute("type")?.Value switch
    {
        "expression" => license.Value.Trim(),
        "file" => Recognise(File.ReadAllText(Path.Combine(folder, license.Value.Trim()))) ?? license.Value.Trim(),
        _ => null,
    };

    private static string? Recognise(string text) => text.TrimStart().StartsWith("MIT License", StringComparison.OrdinalIgnoreCase) ? "MIT" : null;
}
