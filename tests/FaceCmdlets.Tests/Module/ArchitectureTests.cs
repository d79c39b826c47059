using System.Text.RegularExpressions;

namespace FaceCmdlets.Tests.Module;

/// <summary>The picture in docs/architecture.md against the project files.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Sources = Path.Combine(ModuleSession.Root, "src");

    private static string Page => File.ReadAllText(Path.Combine(ModuleSession.Root, "docs", "architecture.md"));

    [Fact]
    public void Every_arrow_is_a_reference_and_every_reference_an_arrow()
    {
        IEnumerable<string> drawn = Arrow().Matches(Page).Select(match => $"{match.Groups[1].Value} --> {match.Groups[2].Value}");
        Assert.Equal(References().Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_that_ships_is_in_the_picture()
    {
        IEnumerable<string> drawn = Box().Matches(Page).Select(match => match.Groups[1].Value).Where(name => name != "Azure");
        IEnumerable<string> projects = Directory.GetFiles(Sources, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)!);
        Assert.Equal(projects.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_path_that_the_page_names_is_there() =>
        Assert.All(
            Named().Matches(Page).Select(match => match.Value).Where(path => !path.Contains("NOUN", StringComparison.Ordinal)),
            path => Assert.True(Path.Exists(Path.Combine(ModuleSession.Root, path)), path));

    [Fact]
    public void The_cmdlets_have_no_third_party_dependency()
    {
        string project = File.ReadAllText(Path.Combine(Sources, "FaceCmdlets", "FaceCmdlets.csproj"));
        Assert.Equal(["PowerShellStandard.Library"], Package().Matches(project).Select(match => match.Groups[1].Value));
    }

    private static IEnumerable<string> References() =>
        from path in Directory.GetFiles(Sources, "*.csproj", SearchOption.AllDirectories)
        from Match match in Reference().Matches(File.ReadAllText(path))
        select $"{Path.GetFileNameWithoutExtension(path)} --> {Path.GetFileNameWithoutExtension(match.Groups[1].Value)}";

    [GeneratedRegex(@"^\s*([\w.]+) --> ([\w.]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"([\w.]+)\[""", RegexOptions.Multiline)]
    private static partial Regex Box();

    [GeneratedRegex(@"src/[\w./]+\w")]
    private static partial Regex Named();

    [GeneratedRegex(@"ProjectReference Include=""([^""]+)""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"PackageReference Include=""([^""]+)""")]
    private static partial Regex Package();
}
