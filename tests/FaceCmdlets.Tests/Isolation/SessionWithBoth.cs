using System.Collections.Concurrent;
using System.Diagnostics;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Isolation;

/// <summary>Sessions in processes of their own, in pwsh where there is one: both modules imported, then both used.</summary>
public sealed class SessionWithBoth : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private readonly string _folder = Directory.CreateTempSubdirectory("isolation-").FullName;
    private readonly ConcurrentDictionary<(string, string), IReadOnlyDictionary<string, string>> _sessions = new();
    private readonly ModuleSession _emulator = new();
    private readonly string _endpoint;

    public SessionWithBoth()
    {
        _endpoint = _emulator.Run($"(Start-AzFaceEmulator -Key {Key}).Endpoint.ToString()")[0].ToString()!;
    }

    /// <summary>What either module said of a library that it used, by 'module library'.</summary>
    public IReadOnlyDictionary<string, string> Of(string versions, string order) => _sessions.GetOrAdd((versions, order), _ => Run(versions, order));

    public void Dispose()
    {
        _emulator.Run("Stop-AzFaceEmulator");
        _emulator.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The small host where it was built: beside the tests lie native libraries that no user has there.</summary>
    private static string Engine() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")).FirstOrDefault(File.Exists)
        ?? Path.Combine(Checkout.Root, "tools", "PSHost", "bin", "Release", "net10.0", "PSHost.dll");

    private Dictionary<string, string> Run(string versions, string order)
    {
        string module = Path.Combine(_folder, versions, "OtherModule");
        if (!Directory.Exists(module))
        {
            OtherModule.Write(module, OtherVersions.Sets[versions]);
        }

        string other = $"Import-Module '{Path.Combine(module, "OtherModule.psd1")}'";
        string ours = $"Import-Module '{ModuleSession.Manifest}'";
        string astronaut = ModuleSession.Sample("astronaut.png");
        // What comes first is also used first: libraries load when they are needed.
        string useOther = $$"""
            function Say([string] $what, [scriptblock] $do) { try { "$what=$(& $do)" } catch { "$what=$($_.Exception.GetBaseException().Message)" } }
            Say 'other Azure.Core' { Invoke-OtherAzureCore '{{_endpoint}}' }
            Say 'other Microsoft.Identity.Client' { Invoke-OtherIdentityClient }
            Say 'other System.Text.Json' { Invoke-OtherTextJson }
            Say 'other libSkiaSharp' { Get-OtherSkiaLibrary }
            Say 'other SkiaSharp' { Invoke-OtherSkia '{{astronaut}}' }
            """;
        string useOurs = $$"""
            Connect-AzFace '{{_endpoint}}' {{Key}}
            $faces = @(Invoke-AzFaceDetection '{{astronaut}}')
            "our detection=$($faces.Count)"
            $crop = $faces | Export-AzFaceImage '{{Path.Combine(_folder, "crops")}}' -Crop -Force
            "our picture=$((Test-AzFaceImage $crop.FullName).Format)"
            try { Connect-AzFace https://contoso.cognitiveservices.azure.com -TenantId 11111111-2222-3333-4444-555555555555 -ClientId x -ClientSecret y -Authority https://127.0.0.1:9 }
            catch { "our sign-in=$($_.FullyQualifiedErrorId.Split(',')[0])" }
            foreach ($assembly in [Runtime.Loader.AssemblyLoadContext]::All.Where({ $_.Name -eq 'FaceCmdlets' })[0].Assemblies) { "our $($assembly.GetName().Name)=$($assembly.GetName().Version)" }
            """;
        string script = Path.Combine(_folder, $"{versions} {order}.ps1");
        string[] steps = order == "before ours" ? [other, useOther, ours, useOurs, useOther] : [ours, useOurs, other, useOther, useOurs];
        File.WriteAllText(script, string.Join('\n', steps));
        string engine = Engine();
        string[] arguments = engine.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", engine, script] : [engine, "-NoProfile", "-NonInteractive", "-File", script];
        using Process session = Process.Start(new ProcessStartInfo(arguments[0], arguments[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = session.StandardError.ReadToEndAsync();
        Dictionary<string, string> said = [];
        foreach (string[] line in session.StandardOutput.ReadToEnd().Split('\n').Select(line => line.Trim().Split('=', 2)).Where(line => line.Length == 2))
        {
            // Said twice, before and after the other side did its work: the same, or the test says both.
            said[line[0]] = said.TryGetValue(line[0], out string? before) && before != line[1] ? $"{before}, then {line[1]}" : line[1];
        }

        session.WaitForExit();
        said["errors"] = errors.Result;
        return said;
    }
}
