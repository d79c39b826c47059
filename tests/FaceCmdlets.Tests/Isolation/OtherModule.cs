using System.Reflection;
using System.Runtime.InteropServices;

namespace FaceCmdlets.Tests.Isolation;

/// <summary>Which versions of the libraries another module brings.</summary>
public sealed record OtherVersions(string AzureCore, string IdentityClient, string TextJson, string Skia)
{
    private const string Raised = "4.999.0";

    /// <summary>The milestone that the native library belongs to; that of the number yet to come is ours, a second time.</summary>
    public int SkiaMilestone { get; } = Version.Parse(Skia == Raised ? OtherModule.OurVersion("SkiaSharp") : Skia).Minor;

    public static IReadOnlyDictionary<string, OtherVersions> Sets { get; } = new Dictionary<string, OtherVersions>
    {
        ["much older"] = new("1.36.0", "4.55.0", "8.0.5", "2.88.9"),
        ["older"] = new("1.53.0", "4.73.1", "9.0.23", "3.119.4"),
        // Of two of them no newer one is out: RaisedVersion.
        ["newer"] = new("1.999.0", "4.92.0", "11.0.0", Raised),
    };
}

/// <summary>A module as many are: a script, and libraries beside it that it loads into the session.</summary>
internal static class OtherModule
{
    private static readonly string Packages = typeof(OtherModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Packages").Value!;
    private static readonly string Ours = Path.Combine(Checkout.Root, "out", "FaceCmdlets", "dependencies");

    private static readonly string Manifest = """
        @{
            ModuleVersion      = '1.0'
            RootModule         = 'OtherModule.psm1'
            RequiredAssemblies = 'Azure.Core.dll', 'Microsoft.Identity.Client.dll', 'SkiaSharp.dll'
            FunctionsToExport  = 'Invoke-OtherAzureCore', 'Invoke-OtherIdentityClient', 'Invoke-OtherTextJson', 'Invoke-OtherSkia', 'Get-OtherSkiaLibrary'
        }
        """;

    // System.Text.Json is the runtime's own in every session: another one lives beside it, in a context of its own.
    private static readonly string Script = """
        $json = [Runtime.Loader.AssemblyLoadContext]::new('OtherModule')
        foreach ($file in [IO.Directory]::GetFiles("$PSScriptRoot/json")) { $null = $json.LoadFromAssemblyPath($file) }
        $serializer = $json.Assemblies.Where({ $_.GetName().Name -eq 'System.Text.Json' })[0].GetType('System.Text.Json.JsonSerializer')

        function Invoke-OtherAzureCore([uri] $Endpoint) {
            $pipeline = [Azure.Core.Pipeline.HttpPipelineBuilder]::Build([Azure.Core.ClientOptions]::Default)
            $request = $pipeline.CreateRequest()
            $request.Method = [Azure.Core.RequestMethod]::Get
            $request.Uri.Reset($Endpoint)
            "$([Azure.Core.ClientOptions].Assembly.GetName().Version) $($pipeline.SendRequest($request, [Threading.CancellationToken]::None).Status)"
        }

        function Invoke-OtherIdentityClient {
            $application = [Microsoft.Identity.Client.PublicClientApplicationBuilder]::Create('66666666-7777-8888-9999-000000000000').Build()
            "$($application.GetType().Assembly.GetName().Version) $(@($application.GetAccountsAsync().GetAwaiter().GetResult()).Count) $($application.AppConfig.ClientId)"
        }

        function Invoke-OtherTextJson {
            $serialize = $serializer.GetMethods().Where({ $_.Name -eq 'Serialize' -and -not $_.IsGenericMethod -and $_.ReturnType -eq [string] -and $_.GetParameters()[1].ParameterType -eq [type] })[0]
            "$($serializer.Assembly.GetName().Version) $($serialize.Invoke($null, @([int[]] (1, 2), [int[]], $null)))"
        }

        function Get-OtherSkiaLibrary { "$([SkiaSharp.SkiaSharpVersion]::Native)" }

        function Invoke-OtherSkia([string] $Path) {
            $bitmap = [SkiaSharp.SKBitmap]::Decode($Path)
            "$([SkiaSharp.SKBitmap].Assembly.GetName().Version) $($bitmap.Width)x$($bitmap.Height) $($bitmap.GetPixel(100, 100))"
            $bitmap.Dispose()
        }
        """;

    private static string Platform => (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-") + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static string SkiaFile => OperatingSystem.IsWindows() ? "libSkiaSharp.dll" : OperatingSystem.IsMacOS() ? "libSkiaSharp.dylib" : "libSkiaSharp.so";

    public static string OurVersion(string library) => AssemblyName.GetAssemblyName(Path.Combine(Ours, library + ".dll")).Version!.ToString();

    public static void Write(string folder, OtherVersions versions)
    {
        Directory.CreateDirectory(Path.Combine(folder, "json"));
        File.WriteAllText(Path.Combine(folder, "OtherModule.psd1"), Manifest);
        File.WriteAllText(Path.Combine(folder, "OtherModule.psm1"), Script);

        // What the libraries stand on; newer than they ask for is good enough.
        foreach (string file in Directory.GetFiles(Ours, "*.dll").Where(file => Path.GetFileName(file).Split('.') is ["Microsoft", "Bcl" or "Extensions" or "IdentityModel", ..] or ["System", "ClientModel" or "Memory", ..]))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Bring(folder, "Azure.Core", versions.AzureCore);
        Bring(folder, "Microsoft.Identity.Client", versions.IdentityClient);
        Bring(Path.Combine(folder, "json"), "System.Text.Json", versions.TextJson);
        if (versions.TextJson == "11.0.0")
        {
            Bring(Path.Combine(folder, "json"), "System.Text.Encodings.Web", versions.TextJson);
            Bring(Path.Combine(folder, "json"), "System.IO.Pipelines", versions.TextJson);
        }

        Bring(folder, "SkiaSharp", versions.Skia);
        string package = OperatingSystem.IsWindows() ? "skiasharp.nativeassets.win32" : OperatingSystem.IsMacOS() ? "skiasharp.nativeassets.macos" : "skiasharp.nativeassets.linux.nodependencies";
        string runtimes = Directory.Exists(Path.Combine(Packages, package, versions.Skia)) ? Path.Combine(Packages, package, versions.Skia, "runtimes") : Path.Combine(Ours, "runtimes");
        File.Copy(Path.Combine(runtimes, OperatingSystem.IsMacOS() ? "osx" : Platform, "native", SkiaFile), Path.Combine(folder, SkiaFile));
    }

    private static void Bring(string folder, string package, string version)
    {
        string target = Path.Combine(folder, package + ".dll");
        string lib = Path.Combine(Packages, package.ToLowerInvariant(), version, "lib");
        if (Directory.Exists(lib))
        {
            string framework = ((string[])["net10.0", "net9.0", "net8.0", "net6.0", "netstandard2.0"]).First(name => Directory.Exists(Path.Combine(lib, name)));
            File.Copy(Path.Combine(lib, framework, package + ".dll"), target);
        }
        else
        {
            RaisedVersion.Copy(Path.Combine(Ours, package + ".dll"), target, Version.Parse(version + ".0"));
        }
    }
}
