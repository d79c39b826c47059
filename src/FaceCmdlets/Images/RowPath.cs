using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>The file that the Path of a row means.</summary>
internal static class RowPath
{
    /// <summary>Its full path, whether or not the file is there; null, and why, where it can be no file.</summary>
    public static string? Read(PathIntrinsics paths, string given, out string? problem)
    {
        problem = null;
        if (Uri.TryCreate(given, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https")
        {
            problem = $"'{PictureAddress.WithoutSignature(given)}' is an address, and this command reads files: download it, and detect the file.";
            return null;
        }

        if (ContentPictures.IsName(given) && !File.Exists(paths.GetUnresolvedProviderPathFromPSPath(given)))
        {
            problem = $"'{given}' came as bytes or a stream, and this command reads files: write it into one (Set-Content -AsByteStream), and detect that.";
            return null;
        }

        try
        {
            string path = Path.GetFullPath(paths.GetUnresolvedProviderPathFromPSPath(given, out ProviderInfo provider, out _));
            problem = provider.Name == "FileSystem" ? null : $"'{given}' is in the provider {provider.Name}; pictures are files.";
            return problem is null ? path : null;
        }
        catch (Exception e) when (e is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or PSArgumentException or ArgumentException or NotSupportedException or PathTooLongException)
        {
            problem = $"'{given}' is not a path: {e.Message}";
            return null;
        }
    }
}
