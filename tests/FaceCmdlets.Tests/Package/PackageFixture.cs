using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace FaceCmdlets.Tests.Package;

/// <summary>What ./build.sh Package makes of out/, in a folder of its own.</summary>
public sealed class PackageFixture : IDisposable
{
    public const string Version = "0.1.0";

    private const string Module = "FaceCmdlets";
    private const string Emulator = "FaceCmdlets.Emulator";

    public PackageFixture()
    {
        (int code, string said) = Pack(Folder, (Path.Combine(Checkout.Root, "out", "FaceCmdlets"), "FaceCmdlets.Service"), (Path.Combine(Checkout.Root, "out", "FaceEmulator"), "FaceEmulator"));
        Assert.True(code == 0, said);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("packages-").FullName;

    public static string[] Names => [Module, Emulator];

    public string ModuleOf(string name) => Path.Combine(Folder, name, Version);

    public string PackageOf(string name) => Path.Combine(Folder, $"{name}.{Version}.nupkg");

    /// <summary>Relative paths with slashes, in order.</summary>
    public string[] FilesOf(string name) =>
        [.. Directory.GetFiles(ModuleOf(name), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(ModuleOf(name), path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public string NoticesOf(string name) => File.ReadAllText(Path.Combine(ModuleOf(name), "THIRD-PARTY-NOTICES.txt"));

    public XElement NuspecOf(string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(PackageOf(name));
        using Stream stream = archive.GetEntry(name + ".nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>Runs the packager on each module's folder, and the project whose packages its files come from.</summary>
    public static (int Code, string Said) Pack(string target, params (string Folder, string Project)[] modules)
    {
        string packager = Path.Combine(Checkout.Root, "tools", "ModulePackager", "bin", "Release", "net10.0", "ModulePackager.dll");
        string[] arguments = [packager, target, .. modules.SelectMany(module => (string[])[module.Folder, Path.Combine(Checkout.Root, "src", module.Project, "obj", "project.assets.json")])];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
