using System.Diagnostics;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>
/// -p:FaceSdk=Official compiles the module against the package Azure.AI.Vision.Face. Where no feed carries it, the same sources
/// are compiled against our client (FaceSdk=OfficialShape), and their metadata tells whether they use anything that the package lacks.
/// </summary>
public sealed class OfficialSdkTests
{
    /// <summary>In official.txt in a later shape than that of the published package.</summary>
    private static readonly string[] OtherInThePublishedPackage = ["Liveness", "CreateLiveness", "OperationState"];

    private static readonly Lazy<SortedSet<string>> Used = new(() => UsedMembers.Of(Build()));

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

    private static string Build()
    {
        string project = Path.Combine(Checkout.Root, "src", "FaceCmdlets.Service");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])["build", project, "-c", "Release", "-p:FaceSdk=OfficialShape", "-p:BuildProjectReferences=false", "--no-restore", "--nologo", "-v", "quiet"])
        {
            start.ArgumentList.Add(argument);
        }

        using Process build = Process.Start(start)!;
        string said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 0, said);
        return Path.Combine(project, "bin", "OfficialShape", "Release", "net8.0", "FaceCmdlets.Service.dll");
    }
}
