using System.Collections.ObjectModel;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Finds the files behind a -Path or -LiteralPath; what is not a file is an error of its own.</summary>
internal static class PictureFiles
{
    /// <summary>So many names are looked at for a near one.</summary>
    private const int MostNeighbours = 1000;

    /// <summary>Endings of the files that are taken for pictures where a folder is given.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".heic", ".heif"];

    public static bool HasPictureName(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PictureSource> Resolve(PSCmdlet cmdlet, string path, bool wildcards)
    {
        bool isPattern = wildcards && WildcardPattern.ContainsWildcardCharacters(path);
        foreach (string file in Expand(cmdlet, path, isPattern))
        {
            if (Directory.Exists(file))
            {
                if (isPattern)
                {
                    cmdlet.WriteVerbose($"'{file}' is a folder: passed over.");
                    continue;
                }

                string next = $"Get-ChildItem {NextCommand.Quoted(file)} -File | {NextCommand.Again(cmdlet.MyInvocation, "Path", "LiteralPath", "InputObject", "Uri")}";
                Fail(cmdlet, "PathIsFolder", $"'{file}' is a folder. For the pictures in it: {next}", ErrorCategory.InvalidArgument, path, next);
            }
            else if (File.Exists(file))
            {
                yield return PictureSource.FromFile(file);
            }
            else
            {
                (string meant, string? next) = Neighbours(file);
                Fail(cmdlet, "PathNotFound", $"'{file}' does not exist.{meant}", ErrorCategory.ObjectNotFound, path, next);
            }
        }
    }

    /// <summary>The paths that are meant, files or not, there or not; a pattern that matches nothing is an error.</summary>
    public static Collection<string> Expand(PSCmdlet cmdlet, string path, bool isPattern)
    {
        try
        {
            ProviderInfo provider;
            Collection<string> files;
            if (isPattern)
            {
                files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out provider);
                if (files.Count == 0 && cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _) is var literal && File.Exists(literal))
                {
                    // A pattern that matches nothing, but the very name of a file: "photo [1].jpg" from a table's column.
                    files.Add(literal);
                }
            }
            else
            {
                files = [cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)];
            }

            if (provider.Name != "FileSystem")
            {
                Fail(cmdlet, "NotAFile", $"'{path}' is in the provider {provider.Name}; pictures are files.", ErrorCategory.InvalidArgument, path);
                return [];
            }

            if (files.Count == 0)
            {
                Fail(cmdlet, "NothingMatches", $"No file matches '{path}'. For a name that has [ ] in it use -LiteralPath.", ErrorCategory.ObjectNotFound, path);
            }

            return files;
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            bool address = path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
            Fail(cmdlet, "PathNotFound", address ? $"'{path}' is an address: use -Uri." : $"No file matches '{path}': {e.Message}", ErrorCategory.ObjectNotFound, path, address ? $"{cmdlet.MyInvocation.MyCommand.Name} -Uri {NextCommand.Quoted(path)}" : null);
            return [];
        }
        catch (Exception e) when (e is PSArgumentException or ArgumentException or NotSupportedException or WildcardPatternException)
        {
            Fail(cmdlet, "InvalidPath", $"'{path}' is not a path: {e.Message} For a name that has [ ] in it use -LiteralPath.", ErrorCategory.InvalidArgument, path);
            return [];
        }
    }

    /// <summary>What is there in place of a file that is not.</summary>
    private static (string Meant, string? Next) Neighbours(string file)
    {
        if (Path.GetDirectoryName(file) is not { Length: > 0 } folder || !Directory.Exists(folder))
        {
            return (Path.GetDirectoryName(file) is { Length: > 0 } missing ? $" There is no folder '{missing}' either." : string.Empty, null);
        }

        try
        {
            string? near = NearName.Of(Path.GetFileName(file), Directory.EnumerateFiles(folder).Take(MostNeighbours).Select(path => Path.GetFileName(path)));
            return (near is null ? string.Empty : $" Did you mean '{near}'?", $"Get-ChildItem {NextCommand.Quoted(folder)} -File");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (string.Empty, null);
        }
    }

    private static void Fail(PSCmdlet cmdlet, string id, string message, ErrorCategory category, string target, string? next = null) =>
        cmdlet.WriteError(FaceCmdlet.NewError(new IOException(message), id, category, target, next));
}
