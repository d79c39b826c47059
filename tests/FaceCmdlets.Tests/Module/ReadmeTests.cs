namespace FaceCmdlets.Tests.Module;

/// <summary>Every powershell block of README runs as it stands.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Every_example_of_the_readme_runs()
    {
        string[] blocks = Examples.Of(Path.Combine(ModuleSession.Root, "README.md"));
        Assert.True(blocks.Length >= 6);
        using var session = new ModuleSession();
        Examples.Run(session, blocks);
        Assert.Contains("astronaut.png", File.ReadAllText(Path.Combine(ModuleSession.Root, "out", "faces.csv")), StringComparison.Ordinal);
    }
}
