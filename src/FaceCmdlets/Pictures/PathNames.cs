namespace FaceCmdlets;

/// <summary>How this system tells the paths of files apart: Windows and macOS do not by capitals, and links lead elsewhere.</summary>
internal static class PathNames
{
    public static StringComparer Comparer { get; } = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>So many links lead on from one to the next at most; more go round in a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>The folder that a full path with links leads to, there or not.</summary>
    public static string RealFolder(string path) => RealFolder(path, MostLinks);

    private static string RealFolder(string path, int links)
    {
        string real = Path.GetPathRoot(path)!;
        foreach (string name in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            if (links > 0 && Directory.Exists(real) && Directory.ResolveLinkTarget(real, returnFinalTarget: false) is { } target)
            {
                // Its path may lead through links, too.
                real = RealFolder(target.FullName, --links);
            }
        }

        return real;
    }
}
