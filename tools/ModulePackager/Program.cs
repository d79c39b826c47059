using FaceCmdlets.ModulePackager;

// ModulePackager OUT MODULE_FOLDER ASSETS [MODULE_FOLDER ASSETS ...]
if (args.Length < 3 || args.Length % 2 == 0)
{
    Console.Error.WriteLine("ModulePackager OUT MODULE_FOLDER PROJECT_ASSETS [MODULE_FOLDER PROJECT_ASSETS ...]   makes OUT/NAME/VERSION and OUT/NAME.VERSION.nupkg");
    return 64;
}

for (int i = 1; i < args.Length; i += 2)
{
    ModuleManifest manifest = ModuleManifest.InFolder(args[i]);
    string folder = Path.Combine(args[0], manifest.Name, manifest.Version);
    string[] files = ModuleFolder.Fill(args[i], folder);
    string notices = Path.Combine(folder, ThirdPartyNotices.FileName);
    File.WriteAllText(notices, ThirdPartyNotices.For(args[i + 1], files));
    files = [.. files.Append(ThirdPartyNotices.FileName).Order(StringComparer.Ordinal)];
    manifest.WriteWithFileList(Path.Combine(folder, manifest.Name + ".psd1"), files);
    string package = Path.Combine(args[0], FormattableString.Invariant($"{manifest.Name}.{manifest.Version}.nupkg"));
    ModulePackage.Write(manifest, folder, files, package);
    long installed = files.Sum(file => new FileInfo(Path.Combine(folder, file)).Length);
    long downloaded = new FileInfo(package).Length;
    if (SizeBudget.Of(manifest.Name).ComplainAbout(installed, downloaded) is { } complaint)
    {
        File.Delete(package);
        Console.Error.WriteLine($"{Path.GetFileName(package)} is too large: {complaint}.");
        return 1;
    }

    Console.WriteLine(FormattableString.Invariant($"{Path.GetFileName(package)}: {files.Length} files, {SizeBudget.Megabytes(installed):0.0} MB, packed {SizeBudget.Megabytes(downloaded):0.0} MB"));
}

return 0;
