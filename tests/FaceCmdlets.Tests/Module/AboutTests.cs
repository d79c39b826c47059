namespace FaceCmdlets.Tests.Module;

/// <summary>The about_ topics: Get-Help finds them, they fit a console, and what they show runs.</summary>
public sealed class AboutTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public static TheoryData<string> Topics => ["about_FaceCmdlets", "about_FaceCmdlets_Emulator", "about_FaceCmdlets_Bulk"];

    public void Dispose() => _session.Dispose();

    [Theory]
    [MemberData(nameof(Topics))]
    public void Get_Help_shows_the_topic_in_80_columns(string topic)
    {
        string text = Assert.Single(_session.Run($"Get-Help {topic}")).ToString();
        Assert.Contains("SHORT DESCRIPTION", text, StringComparison.Ordinal);
        Assert.DoesNotContain("```", text, StringComparison.Ordinal);
        // Code stands as it has to be typed; words are wrapped.
        Assert.All(text.Split('\n').Where(line => !line.StartsWith("        ", StringComparison.Ordinal)), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void The_examples_of_the_topic_run(string topic)
    {
        Examples.Example[] examples = Examples.Of(Path.Combine(ModuleSession.Root, "docs", "en-US", topic + ".md"));
        Assert.NotEmpty(examples);
        _session.Run("Connect-AzFace -Emulator");
        Examples.Run(_session, examples);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_cmdlet_that_a_topic_names_exists(string topic)
    {
        string text = File.ReadAllText(Path.Combine(ModuleSession.Root, "docs", "en-US", topic + ".md"));
        string[] named = [.. System.Text.RegularExpressions.Regex.Matches(text, @"\b[A-Z][a-z]+-AzFace\w*").Select(match => match.Value).Distinct()];
        Assert.Empty(named.Except(_session.Run("(Get-Command -Module FaceCmdlets).Name").Select(name => name.ToString())));
    }
}
