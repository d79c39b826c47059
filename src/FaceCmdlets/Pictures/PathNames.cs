namespace FaceCmdlets;

/// <summary>How this system tells the paths of files apart: Windows and macOS do not by capitals.</summary>
internal static class PathNames
{
    public static StringComparer Comparer { get; } = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
