using FaceCmdlets.DependencyCheck;

namespace FaceCmdlets.Tests.Dependencies;

/// <summary>What may ship, and what the registries answer of it.</summary>
public sealed class DependencyCheckTests
{
    [Theory]
    [InlineData("MIT", true)]
    [InlineData("Apache-2.0", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("MIT OR GPL-3.0-only", false)]
    [InlineData("https://example.com/licence", false)]
    [InlineData("(none stated)", false)]
    public void A_licence_ships_only_when_it_is_on_the_list(string licence, bool allowed) =>
        Assert.Equal(allowed, LicenceRules.Allow(new Dependency("NuGet", "Some.Package", "1.0.0", licence)));

    [Fact]
    public void A_licence_that_was_read_by_hand_is_allowed_for_its_package_alone()
    {
        const string Licence = "SEE LICENSE IN README.md AND LICENSE";
        Assert.True(LicenceRules.Allow(new Dependency("npm", "dejavu-fonts-ttf", "2.37.3", Licence)));
        Assert.False(LicenceRules.Allow(new Dependency("npm", "other", "1.0.0", Licence)));
    }

    [Fact]
    public void Restored_packages_have_the_licence_of_their_nuspec()
    {
        Dependency[] dependencies = [.. Dependency.OfAssets(Path.Combine(Checkout.Root, "src", "FaceEmulator", "obj", "project.assets.json"))];
        Assert.Equal("Apache-2.0", Assert.Single(dependencies, it => it.Name == "SQLitePCLRaw.core").Licence);
        // Named by a file in the package.
        Assert.Equal("MIT", Assert.Single(dependencies, it => it.Name == "Microsoft.ML.OnnxRuntime").Licence);
    }

    [Fact]
    public void Locked_packages_are_found_however_deep() => Assert.Equal(
        [new("npm", "one", "1.2.3", "MIT"), new("npm", "@scope/two", "2.0.0", "(none stated)")],
        Dependency.OfLock("""
            { "packages": {
                "": { "name": "ours", "version": "0.0.0" },
                "node_modules/one": { "version": "1.2.3", "license": "MIT" },
                "node_modules/one/node_modules/@scope/two": { "version": "2.0.0" } } }
            """));

    [Fact]
    public void Vulnerabilities_of_direct_and_transitive_packages_are_read() => Assert.Equal(
        [new("A 1.0.0", "High", "https://example.com/1"), new("B 2.0.0", "Low", "https://example.com/2")],
        Vulnerability.InDotnetList("""
            { "version": 1, "sources": [ "https://example.com/index.json" ], "projects": [ { "path": "p.csproj" }, { "path": "q.csproj", "frameworks": [ { "framework": "net8.0",
                "topLevelPackages": [ { "id": "A", "requestedVersion": "1.0.0", "resolvedVersion": "1.0.0", "vulnerabilities": [ { "severity": "High", "advisoryurl": "https://example.com/1" } ] } ],
                "transitivePackages": [ { "id": "B", "resolvedVersion": "2.0.0", "vulnerabilities": [ { "severity": "Low", "advisoryurl": "https://example.com/2" } ] } ] } ] } ] }
            """));

    [Fact]
    public void An_audit_tells_the_cause_once_and_not_whom_it_reaches() => Assert.Equal(
        [new("deep <1.2.0", "critical", "https://example.com/3")],
        Vulnerability.InNpmAudit("""
            { "vulnerabilities": {
                "deep": { "severity": "critical", "via": [ { "severity": "critical", "range": "<1.2.0", "url": "https://example.com/3" } ] },
                "user": { "severity": "critical", "via": [ "deep" ] } } }
            """)!);

    [Fact]
    public void An_audit_that_failed_is_not_one_without_findings()
    {
        Assert.Null(Vulnerability.InNpmAudit("""{ "message": "405 Method Not Allowed", "error": { "summary": "" } }"""));
        Assert.Empty(Vulnerability.InNpmAudit("""{ "vulnerabilities": {} }""")!);
    }

    [Theory]
    [InlineData("""{ "resources": [ { "@id": "https://example.com/", "@type": "PackageBaseAddress/3.0.0" } ] }""", false)]
    [InlineData("""{ "resources": [ { "@id": "https://example.com/v/", "@type": "VulnerabilityInfo/6.7.0" } ] }""", true)]
    public void A_feed_without_vulnerability_data_is_not_taken_for_one_without_findings(string index, bool offered) =>
        Assert.Equal(offered, Vulnerability.IsOfferedBy(index));
}
