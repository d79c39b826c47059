namespace FaceCmdlets.Tests.Module;

/// <summary>Every example of Get-Help runs as it stands, connected to the emulator.</summary>
public sealed class HelpExamplesTests
{
    [Theory]
    [MemberData(nameof(HelpTests.Cmdlets), MemberType = typeof(HelpTests))]
    public void The_examples_run(string cmdlet)
    {
        Examples.Example[] examples = Examples.Of(Path.Combine(ModuleSession.Root, "docs", "en-US", cmdlet + ".md"));
        Assert.True(examples.Length >= 2);
        using var session = new ModuleSession();
        session.Run("Connect-AzFace -Emulator");
        Examples.Run(session, examples);
    }
}
