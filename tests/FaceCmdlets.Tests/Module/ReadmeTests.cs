namespace FaceCmdlets.Tests.Module;

/// <summary>Every powershell block of README runs as it stands.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Every_example_of_the_readme_runs()
    {
        Examples.Example[] examples = Examples.Of(Path.Combine(ModuleSession.Root, "README.md"));
        Assert.True(examples.Length >= 6);
        using var session = new ModuleSession();
        Examples.Run(session, examples);
        Assert.Contains("astronaut.png", File.ReadAllText(Path.Combine(ModuleSession.Root, "out", "faces.csv")), StringComparison.Ordinal);
    }
}
