using System.Diagnostics;

namespace FaceCmdlets.Tests.Build;

/// <summary>build.ps1 Clean, on a checkout that is nobody's.</summary>
public sealed class CleanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task What_was_built_goes_and_what_a_link_leads_to_stays()
    {
        string checkout = Path.Combine(_folder, "checkout"), beside = Path.Combine(_folder, "beside");
        foreach (string folder in (string[])["src/one/bin", "src/one/obj/sub", "tests/contract/node_modules/some/bin", "out/coverage/checkouts", "src/two/kept"])
        {
            Directory.CreateDirectory(Path.Combine(checkout, folder));
        }

        string[] others = [Path.Combine(beside, "bin"), Path.Combine(beside, "deep", "obj"), Path.Combine(beside, "node_modules")];
        Array.ForEach(others, folder => Directory.CreateDirectory(folder));
        Directory.CreateSymbolicLink(Path.Combine(checkout, "out", "coverage", "checkouts", "shared"), beside);
        Directory.CreateSymbolicLink(Path.Combine(checkout, "src", "link"), beside);
        Copy("build.ps1");
        Copy("tests/LinkedCheckout.ps1");

        using Process clean = Process.Start(new ProcessStartInfo("dotnet", [typeof(Tools.StandardCmdlets).Assembly.Location, Path.Combine(checkout, "build.ps1"), "Clean"]) { RedirectStandardError = true })!;
        string errors = await clean.StandardError.ReadToEndAsync();
        await clean.WaitForExitAsync();

        Assert.Equal((0, string.Empty), (clean.ExitCode, errors));
        Assert.All(others, folder => Assert.True(Directory.Exists(folder), folder));
        Assert.Equal(["src", "src/link", "src/one", "src/two", "src/two/kept", "tests", "tests/contract"], Folders(checkout));

        void Copy(string file) => File.Copy(Path.Combine(Checkout.Root, file), Path.Combine(checkout, file));
    }

    private static IEnumerable<string> Folders(string root) =>
        Directory.GetDirectories(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(folder => Path.GetRelativePath(root, folder).Replace('\\', '/')).Where(folder => !folder.StartsWith("src/link/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
