using System.Management.Automation;
using System.Text.RegularExpressions;

namespace FaceCmdlets.Tests.Module;

/// <summary>What Get-Help says, from the compiled pages.</summary>
public sealed partial class HelpTests : IDisposable
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
    public void The_examples_are_what_a_reader_types_without_their_set_up(string cmdlet)
    {
        IReadOnlyList<PSObject> code = _session.Run($"(Get-Help {cmdlet} -Examples).examples.example.code");
        Assert.Equal(Examples.Of(Path.Combine(ModuleSession.Root, "docs", "en-US", cmdlet + ".md")).Select(example => example.Code.TrimEnd()), code.Select(example => example.ToString().TrimEnd()));
        string shown = Assert.Single(_session.Run($"Get-Help {cmdlet} -Full | Out-String")).ToString();
        Assert.DoesNotContain("before:", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", shown, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("Margin", "0.3")]
    [InlineData("Quality", "95")]
    [InlineData("Format", "Same")]
    [InlineData("Color", null)]
    public void The_default_of_a_parameter_is_shown(string parameter, string? value) =>
        Assert.Equal(value, Assert.Single(_session.Run($"(Get-Help Export-AzFaceImage -Parameter {parameter}).defaultValue"))?.ToString());

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_related_links_are_those_of_the_page(string cmdlet)
    {
        string page = File.ReadAllText(Path.Combine(ModuleSession.Root, "docs", "en-US", cmdlet + ".md"));
        string[] links = [.. Link().Matches(page[page.IndexOf("## RELATED LINKS", StringComparison.Ordinal)..]).Select(link => link.Groups[1].Value)];
        Assert.NotEmpty(links);
        Assert.Equal(["Online version:", .. links], _session.Run($"(Get-Help {cmdlet}).relatedLinks.navigationLink.linkText").Select(text => text.ToString()));
        string shown = Assert.Single(_session.Run($"Get-Help {cmdlet} -Full | Out-String")).ToString();
        Assert.Contains(links[^1], shown[shown.IndexOf("RELATED LINKS", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Online_is_the_page_at_the_projects_own_address(string cmdlet)
    {
        string project = Assert.Single(_session.Run("(Get-Module FaceCmdlets).ProjectUri.OriginalString")).ToString();
        Assert.Equal($"{project}/blob/main/docs/en-US/{cmdlet}.md", _session.Run($"(Get-Help {cmdlet}).relatedLinks.navigationLink.uri")[0].ToString());
    }

    [GeneratedRegex(@"\[([^\]]+)\]\(")]
    private static partial Regex Link();
}
