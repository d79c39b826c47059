using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets.Images.Tests.Photos;

/// <summary>Where rules come from, and what is refused.</summary>
public sealed class PhotoRulesTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".psd1");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("DirectoryThumbnail")]
    [InlineData("passport")]
    [InlineData("None")]
    public void The_ready_sets_are_in_order(string name)
    {
        PhotoRules rules = PhotoRules.Set(name)!;
        rules.CheckOrder();
        Assert.Equal(name, rules.Name, ignoreCase: true);
        Assert.Equal(1, rules.FaceCount);
    }

    [Fact]
    public void A_table_changes_the_set_it_names()
    {
        PhotoRules rules = PhotoRules.Set("DirectoryThumbnail")!.With(new Hashtable { ["ruleset"] = "Passport", ["maximumyaw"] = 5, ["AspectRatio"] = "3:4", ["Glasses"] = "any" });
        Assert.Equal("Passport (changed)", rules.Name);
        Assert.Equal(5, rules.MaximumYaw);
        Assert.Equal(0.75, rules.AspectRatio);
        Assert.Equal("Any", rules.Glasses);
        Assert.Equal(0.7, rules.MinimumHeadShare);
    }

    [Fact]
    public void Null_lifts_a_rule()
    {
        PhotoRules rules = PhotoRules.Set("Passport")!;
        foreach (string rule in PhotoRules.Names)
        {
            rules.Change(rule, null);
        }

        Assert.Empty(PhotoVerdict.Of(rules, [new SomeFace { Glasses = "Sunglasses", MaskType = "FaceMask", Yaw = 90, BlurLevel = "High" }.Build()], 10, 10, 10_000_000));
    }

    [Fact]
    public void An_unknown_rule_is_answered_with_the_known_ones()
    {
        string message = Assert.Throws<ArgumentException>(() => PhotoRules.Set("None")!.With(new Hashtable { ["MaxYaw"] = 5 })).Message;
        Assert.Contains("'MaxYaw'", message, StringComparison.Ordinal);
        Assert.All(PhotoRules.Names, name => Assert.Contains(name, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FaceCount", 0)]
    [InlineData("FaceCount", 1.5)]
    [InlineData("MinimumFaceShare", 1.01)]
    [InlineData("MinimumFaceShare", -0.01)]
    [InlineData("MaximumFaceShare", double.NaN)]
    [InlineData("MaximumOffCentre", 0.51)]
    [InlineData("AspectRatio", "3:0")]
    [InlineData("AspectRatio", "wide")]
    [InlineData("AspectRatio", "a:b")]
    [InlineData("MinimumWidth", 0)]
    [InlineData("MaximumBytes", 1023)]
    [InlineData("MaximumYaw", 181)]
    [InlineData("MaximumYaw", "much")]
    [InlineData("MaximumYaw", true)]
    [InlineData("EyesFree", "perhaps")]
    [InlineData("Glasses", "Some")]
    [InlineData("MaximumBlur", "Little")]
    [InlineData("RuleSet", "Pasport")]
    public void A_value_that_makes_no_sense_is_refused_with_what_would(string rule, object value)
    {
        string message = Assert.Throws<ArgumentException>(() => PhotoRules.Set("None")!.With(new Hashtable { [rule] = value })).Message;
        Assert.StartsWith($"{rule} is '", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MinimumFaceShare", "MaximumFaceShare", 0.5)]
    [InlineData("MinimumHeadShare", "MaximumHeadShare", 0.5)]
    [InlineData("MinimumEyeLine", "MaximumEyeLine", 0.5)]
    [InlineData("MinimumWidth", "MaximumWidth", 500)]
    [InlineData("MinimumHeight", "MaximumHeight", 500)]
    public void A_least_that_is_more_than_the_most_is_refused(string minimum, string maximum, double bound)
    {
        PhotoRules rules = PhotoRules.Set("None")!.With(new Hashtable { [minimum] = bound, [maximum] = bound });
        rules.CheckOrder();
        rules.Change(minimum, bound < 1 ? 0.6 : 600);
        Assert.Throws<ArgumentException>(rules.CheckOrder);
    }

    [Fact]
    public void Numbers_from_a_file_and_from_the_command_line_are_alike()
    {
        PhotoRules rules = PhotoRules.Set("None")!.With(new Hashtable { ["MaximumYaw"] = new PSObject("7.5"), ["MinimumWidth"] = 300L, ["EyesFree"] = "true", ["MouthFree"] = new SwitchParameter(true) });
        Assert.Equal((7.5, 300, true, true), (rules.MaximumYaw, rules.MinimumWidth, rules.EyesFree, rules.MouthFree));
    }

    [Fact]
    public void A_file_is_a_table()
    {
        File.WriteAllText(_file, "# Badges\n@{ RuleSet = 'DirectoryThumbnail'\n MaximumYaw = 10; Glasses = 'None'; AspectRatio = '3:4'; MaximumBytes = $null; MinimumWidth = 1KB }");
        PhotoRules rules = PhotoRules.Set("None")!.With(PhotoRuleFile.Read(_file), "badge.psd1");
        Assert.Equal(("badge.psd1", 10, "None", 0.75, null, 1024), (rules.Name, rules.MaximumYaw, rules.Glasses, rules.AspectRatio, rules.MaximumBytes, rules.MinimumWidth));
    }

    [Theory]
    [InlineData("@{ MaximumYaw = (New-Item '{0}') }")]
    [InlineData("@{ MaximumYaw = $(New-Item '{0}') }")]
    [InlineData("@{ MaximumYaw = \"$(New-Item '{0}')\" }")]
    [InlineData("@{ (New-Item '{0}') = 1 }")]
    [InlineData("@{ MaximumYaw = & { New-Item '{0}' } }")]
    [InlineData("@{ MaximumYaw = [IO.File]::WriteAllText('{0}', 'x') }")]
    [InlineData("@{ MaximumYaw = if (1) { New-Item '{0}' } }")]
    [InlineData("New-Item '{0}'; @{ MaximumYaw = 10 }")]
    [InlineData("@{ MaximumYaw = 10 } | New-Item '{0}'")]
    [InlineData("@{ MaximumYaw = 10 } > '{0}'")]
    [InlineData("param($a = (New-Item '{0}')) @{ MaximumYaw = 10 }")]
    [InlineData("begin { New-Item '{0}' } end { @{ MaximumYaw = 10 } }")]
    [InlineData("clean { New-Item '{0}' } end { @{ MaximumYaw = 10 } }")]
    [InlineData("trap { New-Item '{0}' } @{ MaximumYaw = 10 }")]
    [InlineData("@{ MaximumYaw = $env:HOME }")]
    [InlineData("@{ MaximumYaw = { 10 } }")]
    [InlineData("'text'")]
    [InlineData("@{ MaximumYaw = ")]
    [InlineData("")]
    public void Code_in_a_file_is_refused_and_does_not_run(string text)
    {
        string trace = _file + ".ran";
        File.WriteAllText(_file, text.Replace("{0}", trace, StringComparison.Ordinal));
        Assert.Contains(_file, Assert.Throws<ArgumentException>(() => PhotoRules.Set("None")!.With(PhotoRuleFile.Read(_file))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(trace));
    }
}
