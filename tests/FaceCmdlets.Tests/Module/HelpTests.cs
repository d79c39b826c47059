using System.Management.Automation;

namespace FaceCmdlets.Tests.Module;

/// <summary>What Get-Help says, from the compiled pages.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public static TheoryData<string> Cmdlets => [.. Directory.GetFiles(Path.Combine(ModuleSession.Root, "docs", "en-US"), "*-*.md").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    public void Dispose() => _session.Dispose();

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_cmdlet_has_a_synopsis_a_description_and_two_examples(string cmdlet)
    {
        PSObject help = Assert.Single(_session.Run($"Get-Help {cmdlet} -Full"));
        Assert.True(help.Properties["Synopsis"].Value.ToString()!.Trim().Length > 20);
        Assert.Equal("True", Assert.Single(_session.Run($"@((Get-Help {cmdlet}).description).Count -ge 1 -and @((Get-Help {cmdlet}).examples.example).Count -ge 2")).ToString());
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_parameter_has_a_description(string cmdlet)
    {
        IReadOnlyList<PSObject> missing = _session.Run($$"""
            $common = [Management.Automation.Cmdlet]::CommonParameters
            (Get-Command {{cmdlet}}).Parameters.Keys | Where-Object { $_ -notin $common } | Where-Object { -not (Get-Help {{cmdlet}} -Parameter $_ -ErrorAction Ignore).description.Text }
            """);
        Assert.Empty(missing);
    }
}
