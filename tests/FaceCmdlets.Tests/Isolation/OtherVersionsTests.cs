using System.Diagnostics;
using System.Reflection;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Isolation;

/// <summary>Another module has brought its own Azure.Core and System.Text.Json into the session: both work, in either order.</summary>
public sealed class OtherVersionsTests
{
    private static readonly Dictionary<string, string> Paths = typeof(OtherVersionsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(item => item.Key, item => item.Value!);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_work_in_either_order_of_import(bool othersFirst)
    {
        string others = $"""
            $core = [Reflection.Assembly]::LoadFrom('{Paths["OlderAzureCore"]}')
            $json = [Runtime.Loader.AssemblyLoadContext]::new('other module').LoadFromAssemblyPath('{Paths["OlderTextJson"]}')
            """;
        string module = $"""
            Import-Module '{ModuleSession.Manifest}'
            Connect-AzFace -Emulator
            $faces = @(Invoke-AzFaceDetection '{ModuleSession.Sample("astronaut.png")}')
            """;
        const string Check = """
            $ours = [Runtime.Loader.AssemblyLoadContext]::All.Where({ $_.Name -eq 'FaceCmdlets' })[0].Assemblies.Where({ $_.GetName().Name -eq 'Azure.Core' })[0]
            "faces $($faces.Count); other $($core.GetName().Version); ours $($ours.GetName().Version); type $([Azure.AzureKeyCredential].Assembly.GetName().Version); key $([Azure.AzureKeyCredential]::new('k').GetType().Name); json $($json.GetName().Version)"
            Stop-AzFaceEmulator
            """;
        string script = Path.Combine(Path.GetTempPath(), $"isolation-{Guid.NewGuid():N}.ps1");
        await File.WriteAllTextAsync(script, (othersFirst ? others + "\n" + module : module + "\n" + others) + "\n" + Check);
        using Process host = Process.Start(new ProcessStartInfo("dotnet", [typeof(FaceCmdlets.Tools.StandardCmdlets).Assembly.Location, script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = host.StandardError.ReadToEndAsync();
        string output = await host.StandardOutput.ReadToEndAsync();
        await host.WaitForExitAsync();
        File.Delete(script);
        Assert.Equal(string.Empty, await errors);
        Assert.Contains("faces 1; other 1.36.0.0; ours 1.64.0.0; type 1.36.0.0; key AzureKeyCredential; json 8.0.0.0", output, StringComparison.Ordinal);
    }
}
