using System.Text.Json;
using FaceCmdlets.ModulePackager;

namespace FaceCmdlets.DependencyCheck;

/// <summary>A package, direct or transitive.</summary>
internal sealed record Dependency(string Registry, string Name, string Version, string Licence)
{
    public static IEnumerable<Dependency> OfAssets(string path) =>
        RestoredPackage.InAssets(path).Select(package => new Dependency("NuGet", package.Name, package.Version, package.Licence));

    public static IEnumerable<Dependency> OfLock(string json)
    {
        const string Folder = "node_modules/";
        using JsonDocument lockFile = JsonDocument.Parse(json);
        return [.. from package in lockFile.RootElement.GetProperty("packages").EnumerateObject()
                   where package.Name.Contains(Folder, StringComparison.Ordinal)
                   let name = package.Name[(package.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..]
                   let licence = package.Value.TryGetProperty("license", out JsonElement stated) ? stated.GetString()! : "(none stated)"
                   select new Dependency("npm", name, package.Value.GetProperty("version").GetString()!, licence)];
    }
}
