namespace FaceCmdlets.Tests.Isolation;

/// <summary>Another module has brought its own versions of our libraries into the session: both sides work, in either order.</summary>
public sealed class OtherVersionsTests(SessionWithBoth sessions) : IClassFixture<SessionWithBoth>
{
    public static IEnumerable<object[]> Sessions =>
        from versions in OtherVersions.Sets.Keys
        from order in (string[])["before ours", "after ours"]
        select (object[])[versions, order];

    public static IEnumerable<object[]> Libraries =>
        from session in Sessions
        from library in (string[])["Azure.Core", "Microsoft.Identity.Client", "System.Text.Json", "SkiaSharp"]
        select (object[])[.. session, library];

    [Theory]
    [MemberData(nameof(Sessions))]
    public void The_other_modules_Azure_Core_sends_requests(string versions, string order) =>
        Assert.Equal($"{OtherVersions.Sets[versions].AzureCore}.0 401", sessions.Of(versions, order)["other Azure.Core"]);

    [Theory]
    [MemberData(nameof(Sessions))]
    public void The_other_modules_identity_client_knows_no_account(string versions, string order) =>
        Assert.Equal($"{OtherVersions.Sets[versions].IdentityClient}.0 0 66666666-7777-8888-9999-000000000000", sessions.Of(versions, order)["other Microsoft.Identity.Client"]);

    [Theory]
    [MemberData(nameof(Sessions))]
    public void The_other_modules_json_is_written_by_its_own_serializer(string versions, string order) =>
        Assert.Matches($@"^{Version.Parse(OtherVersions.Sets[versions].TextJson).Major}\.0\.0\.\d+ \[1,2\]$", sessions.Of(versions, order)["other System.Text.Json"]);

    [Theory]
    [MemberData(nameof(Sessions))]
    public void The_other_modules_Skia_reads_pictures(string versions, string order) =>
        Assert.Equal($"{Version.Parse(OtherVersions.Sets[versions].Skia).ToString(2)}.0.0 512x512 #ffbbb0a9", sessions.Of(versions, order)["other SkiaSharp"]);

    /// <summary>Two of Skia's native libraries in one process.</summary>
    [Theory]
    [MemberData(nameof(Sessions))]
    public void The_other_modules_Skia_has_its_own_native_library(string versions, string order) =>
        Assert.StartsWith($"{OtherVersions.Sets[versions].SkiaMilestone}.", sessions.Of(versions, order)["other libSkiaSharp"], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Sessions))]
    public void Ours_detects(string versions, string order) => Assert.Equal("1", sessions.Of(versions, order)["our detection"]);

    [Theory]
    [MemberData(nameof(Sessions))]
    public void Ours_cuts_pictures(string versions, string order) => Assert.Equal("PNG", sessions.Of(versions, order)["our picture"]);

    [Theory]
    [MemberData(nameof(Sessions))]
    public void Ours_signs_in_as_far_as_there_is_somebody_to_answer(string versions, string order) => Assert.Equal("AuthorityUnreachable", sessions.Of(versions, order)["our sign-in"]);

    [Theory]
    [MemberData(nameof(Sessions))]
    public void Nobody_complains(string versions, string order) => Assert.Equal(string.Empty, sessions.Of(versions, order)["errors"]);

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Ours_uses_the_version_that_it_brings(string versions, string order, string library) =>
        Assert.Equal(OtherModule.OurVersion(library), sessions.Of(versions, order)["our " + library]);
}
