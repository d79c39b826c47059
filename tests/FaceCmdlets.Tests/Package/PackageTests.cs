using System.Diagnostics;
using System.IO.Compression;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace FaceCmdlets.Tests.Package;

/// <summary>The packages are ready for a gallery: complete, small, and the same bytes for the same files.</summary>
public sealed class PackageTests(PackageFixture packages) : IClassFixture<PackageFixture>
{
    public static TheoryData<string> Modules => [.. PackageFixture.Names];

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_manifest_names_every_file_and_no_other(string module)
    {
        string[] named = [.. ((object[])Manifest(module)["FileList"]!).Cast<string>()];
        Assert.Equal(packages.FilesOf(module), named.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_package_holds_the_files_of_the_module_folder(string module)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PackageOf(module));
        string[] packed = [.. archive.Entries.Where(entry => !IsPackaging(entry.FullName)).Select(entry => $"{entry.FullName} {Hash(entry)}").Order(StringComparer.Ordinal)];
        Assert.Equal(packages.FilesOf(module).Select(file => $"{file} {Hash(Path.Combine(packages.ModuleOf(module), file))}").Order(StringComparer.Ordinal), packed);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_content_types_know_every_extension(string module)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PackageOf(module));
        using Stream stream = archive.GetEntry("[Content_Types].xml")!.Open();
        XElement[] types = [.. XDocument.Load(stream).Root!.Elements()];
        string[] extensions = [.. types.Select(type => type.Attribute("Extension")?.Value).OfType<string>()];
        string[] parts = [.. types.Select(type => type.Attribute("PartName")?.Value).OfType<string>()];
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName != "[Content_Types].xml" && !extensions.Contains(Path.GetExtension(entry.FullName).TrimStart('.')) && !parts.Contains("/" + entry.FullName));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_gallery_page_has_all_that_the_manifest_says(string module)
    {
        XElement nuspec = packages.NuspecOf(module);
        string Value(string part) => nuspec.Elements().Single(element => element.Name.LocalName == part).Value;
        var data = (System.Collections.Hashtable)((System.Collections.Hashtable)Manifest(module)["PrivateData"]!)["PSData"]!;
        Assert.Equal(
            [module, (string)Manifest(module)["ModuleVersion"]!, (string)data["LicenseUri"]!, (string)data["ProjectUri"]!, (string)data["ReleaseNotes"]!, (string)Manifest(module)["Description"]!],
            [Value("id"), Value("version"), Value("licenseUrl").TrimEnd('/'), Value("projectUrl").TrimEnd('/'), Value("releaseNotes"), Value("description")]);
        Assert.Empty(((object[])data["Tags"]!).Cast<string>().Append("PSModule").Except(Value("tags").Split(' ')));
    }

    [Fact]
    public void Every_command_is_among_the_tags()
    {
        string tags = packages.NuspecOf("FaceCmdlets").Elements().Single(element => element.Name.LocalName == "tags").Value;
        string[] commands = [.. ((object[])Manifest("FaceCmdlets")["CmdletsToExport"]!).Cast<string>()];
        Assert.Equal(commands.Order(StringComparer.Ordinal), tags.Split(' ').Where(tag => tag.StartsWith("PSCommand_", StringComparison.Ordinal)).Select(tag => tag["PSCommand_".Length..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void No_export_is_a_wildcard(string module)
    {
        var manifest = Manifest(module);
        Assert.DoesNotContain(
            new[] { "FunctionsToExport", "CmdletsToExport", "AliasesToExport", "VariablesToExport" },
            exports => manifest[exports] is not object[] names || names.Cast<string>().Any(WildcardPattern.ContainsWildcardCharacters));
    }

    [Theory]
    [InlineData("win-x64", "libSkiaSharp.dll")]
    [InlineData("win-arm64", "libSkiaSharp.dll")]
    [InlineData("linux-x64", "libSkiaSharp.so")]
    [InlineData("linux-arm64", "libSkiaSharp.so")]
    [InlineData("linux-musl-x64", "libSkiaSharp.so")]
    [InlineData("osx", "libSkiaSharp.dylib")]
    public void The_module_brings_Skia_for(string platform, string library) =>
        Assert.Contains($"dependencies/runtimes/{platform}/native/{library}", packages.FilesOf("FaceCmdlets"));

    /// <summary>Apple's universal binaries begin with how many there are, and for which processors.</summary>
    [Theory]
    [InlineData(0x01000007u)]
    [InlineData(0x0100000Cu)]
    public void Skia_for_macOS_runs_on_Intel_and_on_Apple_silicon(uint processor)
    {
        byte[] header = new byte[48];
        using (FileStream file = File.OpenRead(Path.Combine(packages.ModuleOf("FaceCmdlets"), "dependencies", "runtimes", "osx", "native", "libSkiaSharp.dylib")))
        {
            file.ReadExactly(header);
        }

        uint[] words = [.. Enumerable.Range(0, 12).Select(i => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * i)))];
        Assert.Equal(0xCAFEBABEu, words[0]);
        Assert.Contains(processor, (uint[])[words[2], words[7]]);
    }

    [Theory]
    [InlineData("win-x64", "onnxruntime.dll", "e_sqlite3.dll")]
    [InlineData("win-arm64", "onnxruntime.dll", "e_sqlite3.dll")]
    [InlineData("linux-x64", "libonnxruntime.so", "libe_sqlite3.so")]
    [InlineData("linux-arm64", "libonnxruntime.so", "libe_sqlite3.so")]
    [InlineData("osx-arm64", "libonnxruntime.dylib", "libe_sqlite3.dylib")]
    public void The_emulator_brings_its_networks_and_its_database_for(string platform, string networks, string database) =>
        Assert.Empty(new[] { $"runtimes/{platform}/native/{networks}", $"runtimes/{platform}/native/{database}" }.Except(packages.FilesOf("FaceCmdlets.Emulator")));

    [Theory]
    [InlineData("FaceCmdlets", "dependencies/", "FaceCmdlets.Service.deps.json")]
    [InlineData("FaceCmdlets.Emulator", "", "FaceEmulator.deps.json")]
    public void Everything_that_the_deps_file_promises_is_there_and_no_library_besides(string module, string folder, string deps)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(packages.ModuleOf(module), folder, deps)));
        IEnumerable<string> promised = document.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject().SelectMany(library =>
            (IEnumerable<string>)[.. Assets(library.Value, "runtime").Select(asset => Path.GetFileName(asset)), .. Assets(library.Value, "runtimeTargets")]);
        Assert.Equal(
            promised.Select(asset => folder + asset).Distinct().Order(StringComparer.Ordinal),
            packages.FilesOf(module).Where(file => file.StartsWith(folder, StringComparison.Ordinal) && IsLibrary(file)).Order(StringComparer.Ordinal));

        static IEnumerable<string> Assets(JsonElement library, string kind) =>
            library.TryGetProperty(kind, out JsonElement assets) ? assets.EnumerateObject().Select(asset => asset.Name) : [];
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_library_of_others_is_in_the_notices(string module)
    {
        string[] named = [.. packages.NoticesOf(module).Split('\n').Where(line => line.StartsWith("Files: ", StringComparison.Ordinal)).SelectMany(line => line["Files: ".Length..].Split(", "))];
        string[] others = [.. packages.FilesOf(module).Where(IsLibrary).Select(file => Path.GetFileName(file)).Where(name => !name.StartsWith("Face", StringComparison.Ordinal)).Distinct()];
        Assert.NotEmpty(others);
        Assert.Empty(others.Except(named));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_notice_names_a_licence_a_copyright_and_a_home(string module)
    {
        string[] notices = packages.NoticesOf(module).Split("\n" + new string('=', 80) + "\n");
        Assert.DoesNotContain(notices.Skip(1).Where(notice => notice.Split('\n') is [_, var second, ..] && second.StartsWith("Files: ", StringComparison.Ordinal)), notice =>
            !(notice.Split('\n') is [_, _, var licence, var copyright, var home, ..] && licence.Length > 9 && licence.StartsWith("Licence: ", StringComparison.Ordinal) && copyright.Length > 11 && home.StartsWith("Home: http", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("FaceCmdlets", "LICENSE", "MIT License")]
    [InlineData("FaceCmdlets", "LICENSE.DejaVu.txt", "Bitstream Vera")]
    [InlineData("FaceCmdlets.Emulator", "LICENSE", "MIT License")]
    [InlineData("FaceCmdlets.Emulator", "models/LICENSE.face-api.txt", "Vladimir Mandic")]
    [InlineData("FaceCmdlets.Emulator", "THIRD-PARTY-NOTICES.txt", "@mediapipe/face_mesh")]
    public void The_licences_of_what_is_no_library_are_there(string module, string file, string words) =>
        Assert.Contains(words, File.ReadAllText(Path.Combine(packages.ModuleOf(module), file)), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(Modules))]
    public void No_file_tells_where_it_was_built(string module)
    {
        string restored = typeof(PackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Packages").Value!;
        byte[][] places = [.. new[] { Checkout.Root, restored }.SelectMany(place => (byte[][])[Encoding.UTF8.GetBytes(place), Encoding.Unicode.GetBytes(place), Encoding.UTF8.GetBytes(place.Replace("\\", "\\\\", StringComparison.Ordinal))])];
        Assert.DoesNotContain(packages.FilesOf(module), file =>
        {
            byte[] content = File.ReadAllBytes(Path.Combine(packages.ModuleOf(module), file));
            return places.Any(place => content.AsSpan().IndexOf(place) >= 0);
        });
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Nothing_is_for_builders_only(string module) =>
        Assert.DoesNotContain(packages.FilesOf(module), file =>
            file.EndsWith(".lib", StringComparison.OrdinalIgnoreCase)
            || (file.Contains("/native/", StringComparison.Ordinal) && file.EndsWith(".pdb", StringComparison.OrdinalIgnoreCase))
            || (file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !file.EndsWith("-Help.xml", StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void The_module_finds_the_emulator_beside_it_and_both_work()
    {
        string script = Path.Combine(packages.Folder, "use.ps1");
        File.WriteAllText(script, $"""
            Import-Module '{Path.Combine(packages.ModuleOf("FaceCmdlets"), "FaceCmdlets.psd1")}'
            $story = Connect-AzFace -Emulator -Verbose 4>&1
            foreach ($line in $story) {'{'} if ("$line" -match '^Starting') {'{'} "$line" {'}'} {'}'}
            "faces: $(@(Invoke-AzFaceDetection '{Path.Combine(Checkout.Root, "samples", "astronaut.png")}').Count)"
            """);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Checkout.Root, "tools", "PSHost", "bin", "Release", "net10.0", "PSHost.dll"), script]) { RedirectStandardOutput = true };
        start.Environment.Remove("FACE_EMULATOR");
        using Process host = Process.Start(start)!;
        string[] said = host.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        host.WaitForExit();
        Assert.Equal([$"Starting {Path.Combine(packages.ModuleOf("FaceCmdlets.Emulator"), "FaceEmulator.dll")}", "faces: 1"], said);
    }

    [Fact]
    public void The_same_files_give_the_same_bytes()
    {
        string again = Directory.CreateTempSubdirectory("packages-").FullName;
        (int code, string said) = PackageFixture.Pack(again, (Path.Combine(Checkout.Root, "out", "FaceCmdlets"), "FaceCmdlets.Service"));
        Assert.True(code == 0, said);
        Assert.Equal(Hash(packages.PackageOf("FaceCmdlets")), Hash(Path.Combine(again, Path.GetFileName(packages.PackageOf("FaceCmdlets")))));
        Directory.Delete(again, recursive: true);
    }

    [Theory]
    [InlineData(85, false, "85.0 MB installed, the budget is 84 MB")]
    [InlineData(40, true, "packed, the budget is 36 MB")]
    public void A_module_above_its_budget_is_refused(int megabytes, bool incompressible, string complaint)
    {
        string folder = Directory.CreateTempSubdirectory("packages-").FullName;
        string module = Directory.CreateDirectory(Path.Combine(folder, "FaceCmdlets")).FullName;
        File.Copy(Path.Combine(Checkout.Root, "FaceCmdlets.psd1"), Path.Combine(module, "FaceCmdlets.psd1"));
        byte[] content = new byte[megabytes << 20];
        if (incompressible)
        {
            new Random(1).NextBytes(content);
        }

        File.WriteAllBytes(Path.Combine(module, "large.bin"), content);
        (int code, string said) = PackageFixture.Pack(Path.Combine(folder, "packages"), (module, "FaceCmdlets.Service"));
        Assert.Equal(1, code);
        Assert.Contains(complaint, said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "packages"), "*.nupkg"));
        Directory.Delete(folder, recursive: true);
    }

    private static bool IsPackaging(string entry) => entry is "[Content_Types].xml" or "_rels/.rels" || entry.EndsWith(".nuspec", StringComparison.Ordinal) || entry.EndsWith(".psmdcp", StringComparison.Ordinal);

    private static bool IsLibrary(string file) => Path.GetExtension(file) is ".dll" or ".so" or ".dylib";

    private static string Hash(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(stream));
    }

    private static string Hash(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return Convert.ToHexString(SHA256.HashData(stream));
    }

    private System.Collections.Hashtable Manifest(string module)
    {
        ScriptBlockAst script = Parser.ParseFile(Path.Combine(packages.ModuleOf(module), module + ".psd1"), out _, out ParseError[] errors);
        Assert.Empty(errors);
        return (System.Collections.Hashtable)((HashtableAst)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false)).SafeGetValue();
    }
}
