namespace FaceCmdlets.DependencyCheck;

/// <summary>The licences that something we ship may have.</summary>
internal static class LicenceRules
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Zlib", "MS-PL",

        // Packages from before licence expressions; both texts are MIT's.
        "https://github.com/PowerShell/PowerShell/blob/master/LICENSE.txt",
        "https://github.com/dotnet/corefx/blob/master/LICENSE.TXT",
    };

    /// <summary>Packages whose licence has no short name, read once by hand: name and the licence it states.</summary>
    private static readonly HashSet<(string Name, string Licence)> Read =
    [
        // Bitstream Vera's and Arev's terms: free to use, embed and sell with software; its text ships as LICENSE.DejaVu.txt.
        ("dejavu-fonts-ttf", "SEE LICENSE IN README.md AND LICENSE"),
    ];

    public static bool Allow(Dependency dependency) => Allowed.Contains(dependency.Licence) || Read.Contains((dependency.Name, dependency.Licence));
}
