using System.IO.Compression;
using NuGet.Packaging;
using NuGet.Versioning;

namespace FaceCmdlets.ModulePackager;

/// <summary>The .nupkg of a module, as a gallery takes it. The same files give the same bytes.</summary>
internal static class ModulePackage
{
    /// <summary>The first moment that a ZIP archive can name.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(ModuleManifest manifest, string folder, IReadOnlyList<string> files, string path)
    {
        var package = new PackageBuilder(deterministic: true)
        {
            Id = manifest.Name,
            Version = NuGetVersion.Parse(manifest.Version),
            Description = manifest.Description,
            Copyright = manifest.Copyright,
            LicenseUrl = manifest.LicenseUri,
            ProjectUrl = manifest.ProjectUri,
            ReleaseNotes = manifest.ReleaseNotes,
        };
        package.Authors.Add(manifest.Author);
        package.Owners.Add(manifest.Author);
        // What a gallery searches by; PSModule is what makes the package a module.
        package.Tags.UnionWith([
            .. manifest.Tags,
            "PSModule",
            .. manifest.Cmdlets.Count > 0 ? ["PSIncludes_Cmdlet"] : (string[])[],
            .. manifest.Cmdlets.SelectMany(cmdlet => (string[])[$"PSCmdlet_{cmdlet}", $"PSCommand_{cmdlet}"])]);
        foreach (string file in files)
        {
            package.Files.Add(new PhysicalPackageFile { SourcePath = Path.Combine(folder, file), TargetPath = file.Replace('/', Path.DirectorySeparatorChar) });
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        package.Save(stream);
        StampAlike(stream);
    }

    /// <summary>A package's bytes must not tell when it was made.</summary>
    private static void StampAlike(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            entry.LastWriteTime = Epoch;
        }
    }
}
