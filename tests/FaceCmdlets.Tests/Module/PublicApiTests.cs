using System.Reflection;

namespace FaceCmdlets.Tests.Module;

/// <summary>What scripts rely on does not change unnoticed: PublicApi.txt lists it, and a change of it is a change to that file.</summary>
public sealed class PublicApiTests : IDisposable
{
    /// <summary>With this variable set, the file is written instead.</summary>
    private const string Update = "UPDATE_PUBLIC_API";

    private static readonly string File = Path.Combine(ModuleSession.Root, "tests", "FaceCmdlets.Tests", "Module", "PublicApi.txt");

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void The_modules_public_surface_is_what_the_file_says()
    {
        string[] actual = PublicApi.Of(Module());
        if (Environment.GetEnvironmentVariable(Update) is { Length: > 0 })
        {
            System.IO.File.WriteAllText(File, string.Join('\n', actual) + "\n");
        }

        string[] listed = System.IO.File.ReadAllLines(File);
        if (!actual.SequenceEqual(listed))
        {
            IEnumerable<string> changes = Qualified(actual).Except(Qualified(listed)).Select(line => "+ " + line)
                .Concat(Qualified(listed).Except(Qualified(actual)).Select(line => "- " + line));
            Assert.Fail($"The public surface is not what PublicApi.txt lists:\n{string.Join('\n', changes)}\nWhere that is meant, run './build.sh PublicApi', read the difference, and tell of it in CHANGELOG.md.");
        }
    }

    [Fact]
    public void The_file_lists_every_cmdlet_that_the_manifest_exports()
    {
        IEnumerable<string> listed = System.IO.File.ReadAllLines(File).Where(line => line.StartsWith("    cmdlet ", StringComparison.Ordinal)).Select(line => line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[1]);
        IEnumerable<string> exported = _session.Run("(Get-Module FaceCmdlets).ExportedCmdlets.Keys").Select(name => name.ToString());
        Assert.Equal(exported.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static Assembly Module() => AppDomain.CurrentDomain.GetAssemblies().First(assembly => assembly.GetName().Name == "FaceCmdlets");

    /// <summary>Each member with its type before it.</summary>
    private static IEnumerable<string> Qualified(string[] lines)
    {
        string type = string.Empty;
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            bool isMember = line.StartsWith(' ');
            type = isMember ? type : line.Split(' ').SkipWhile(word => word is "enum" or "interface" or "struct" or "static" or "abstract" or "sealed" or "class").First();
            yield return isMember ? $"{type}: {line.Trim()}" : line;
        }
    }
}
