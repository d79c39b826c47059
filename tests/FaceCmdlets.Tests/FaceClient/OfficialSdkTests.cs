using FaceCmdlets.DependencyCheck;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>
/// -p:FaceSdk=Official compiles the module against the package Azure.AI.Vision.Face. Where no feed carries it, the same sources
/// are compiled against our client (FaceSdk=OfficialShape), and their metadata tells whether they use anything that the package lacks.
/// </summary>
public sealed class OfficialSdkTests
{
    /// <summary>In official.txt in a later shape than that of the published package.</summary>
    private static readonly string[] OtherInThePublishedPackage = ["Liveness", "CreateLiveness", "OperationState"];

    private static readonly Lazy<SortedSet<string>> Used = new(BuildAndRead);

    private static HashSet<string> Official => [.. SurfaceText.Read("official.txt", "AIVisionFaceModelFactory").Select(UsedMembers.Plain)];

    [Fact]
    public void The_official_build_uses_nothing_that_the_package_lacks()
    {
        Assert.Empty(Used.Value.Where(member => !member.StartsWith("ServiceVersion", StringComparison.Ordinal)).Except(Official));
        Assert.DoesNotContain(Used.Value, member => OtherInThePublishedPackage.Any(name => member.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_it_uses_is_read_at_all()
    {
        Assert.Contains("FaceClient.VerifyFaceToFaceAsync(Guid, Guid, CancellationToken)", Used.Value);
        Assert.Contains("FaceDetectionResult.FaceRectangle", Used.Value);
        Assert.True(Used.Value.Count > 60);
    }

    [Fact]
    public void The_usual_build_uses_what_only_our_client_has() =>
        Assert.Contains(UsedMembers.Of(Path.Combine(Checkout.Root, "out", "FaceCmdlets", "dependencies", "FaceCmdlets.Service.dll")), member => member.StartsWith("FaceStandardAdministrationClient", StringComparison.Ordinal));

    /// <summary>Outside of the checkout: what is built there stays as it is.</summary>
    private static SortedSet<string> BuildAndRead()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            ProgramRun build = ProgramRun.OfAsync(
                "dotnet", Checkout.Root, TimeSpan.FromMinutes(10),
                "build", Path.Combine("src", "FaceCmdlets.Service"), "-c", "Release", "-p:FaceSdk=OfficialShape", $"-p:FaceSdkFolder={folder}/", "-p:BuildProjectReferences=false", "--no-restore", "--nologo", "-v", "quiet", "-nodeReuse:false").GetAwaiter().GetResult();
            Assert.True(build.ExitCode == 0, $"dotnet build {build.End}\n{build.Output}");
            return UsedMembers.Of(Path.Combine(folder, "bin", "OfficialShape", "Release", "net8.0", "FaceCmdlets.Service.dll"));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
