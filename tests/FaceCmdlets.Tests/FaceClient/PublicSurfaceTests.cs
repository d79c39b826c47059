namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>Holds the assembly against Surface/official.txt and Surface/additions.txt, each way.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly SortedSet<string> Official = SurfaceText.Read("official.txt", "AIVisionFaceModelFactory");
    private static readonly SortedSet<string> Additions = SurfaceText.Read("additions.txt", "FaceAdditionsModelFactory");
    private static readonly SortedSet<string> Assembly = SurfaceOfAssembly.Read();

    [Fact]
    public void What_the_official_package_has_is_here_exactly() =>
        Assert.Empty(Official.Except(Assembly));

    [Fact]
    public void What_is_listed_as_ours_is_here() =>
        Assert.Empty(Additions.Except(Assembly));

    [Fact]
    public void Nothing_else_is_public() =>
        Assert.Empty(Assembly.Except(Official).Except(Additions));

    [Fact]
    public void The_lists_are_not_empty_and_do_not_overlap()
    {
        Assert.True(Official.Count > 500);
        // Only the type that both have values in.
        Assert.Equal(["struct FaceAttributeType.Detection03"], Official.Intersect(Additions));
    }

    [Fact]
    public void No_type_of_ours_takes_a_name_of_the_official_package()
    {
        // What beta.2 has and the later shape lost: had we a type of that name, the two would be mixed up in silence.
        string[] gone = ["CreateLivenessSessionResult", "CreateLivenessWithVerifySessionResult", "LivenessSessionItem", "LivenessSessionAuditEntry", "AuditRequestInfo", "AuditLivenessResponseInfo", "LivenessResponseBody", "LivenessOutputsTarget", "LivenessWithVerifyImage", "FaceSessionStatus"];
        Assert.DoesNotContain(typeof(Azure.AI.Vision.Face.FaceClient).Assembly.GetExportedTypes(), type => gone.Contains(type.Name));
    }
}
