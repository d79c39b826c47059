using System.Management.Automation;
using System.Reflection;
using FaceCmdlets.HelpCompiler;

if (args.Length != 3)
{
    Console.Error.WriteLine("HelpCompiler ASSEMBLY DOCS OUT   compiles one page a cmdlet to MAML");
    return 64;
}

Assembly assembly = Assembly.LoadFrom(Path.GetFullPath(args[0]));
(string Name, Type Type)[] cmdlets = [.. assembly.GetExportedTypes()
    .Select(type => (Attribute: type.GetCustomAttribute<CmdletAttribute>(), Type: type))
    .Where(pair => pair.Attribute is not null)
    .Select(pair => ($"{pair.Attribute!.VerbName}-{pair.Attribute.NounName}", pair.Type))
    .OrderBy(pair => pair.Item1, StringComparer.Ordinal)];
List<string> complaints = [];
List<(CommandShape Shape, HelpPage Page)> pages = [];
foreach ((string name, Type type) in cmdlets)
{
    string path = Path.Combine(args[1], name + ".md");
    if (!File.Exists(path))
    {
        complaints.Add($"{name} has no page: {path}");
        continue;
    }

    var shape = CommandShape.Of(name, type);
    HelpPage page = HelpPage.Read(path);
    complaints.AddRange(page.Complaints(shape).Select(complaint => $"{path}: {complaint}"));
    pages.Add((shape, page));
}

foreach (string path in Directory.GetFiles(args[1], "*-*.md"))
{
    if (!cmdlets.Any(cmdlet => cmdlet.Name == Path.GetFileNameWithoutExtension(path)))
    {
        complaints.Add($"{path} is about no cmdlet of the module.");
    }
}

if (complaints.Count > 0)
{
    foreach (string complaint in complaints)
    {
        Console.Error.WriteLine(complaint);
    }

    return 1;
}

Directory.CreateDirectory(args[2]);
MamlWriter.Write(Path.Combine(args[2], Path.GetFileName(args[0]) + "-Help.xml"), ModuleManifest.PagesOnline(Path.ChangeExtension(args[0], ".psd1")), pages);
foreach (string about in Directory.GetFiles(args[1], "about_*.md"))
{
    File.WriteAllText(Path.Combine(args[2], Path.GetFileNameWithoutExtension(about) + ".help.txt"), AboutText.FromMarkdown(File.ReadAllText(about)));
}

return 0;
