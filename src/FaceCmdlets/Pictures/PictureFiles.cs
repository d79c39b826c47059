using System.Collections.ObjectModel;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Finds the files behind a -Path or -LiteralPath; what is not a file is an error of its own.</summary>
internal static class PictureFiles
{
    /// <summary>The parameters that take pictures.</summary>
    private static readonly string[] Inputs = ["Path", "LiteralPath", "InputObject", "Uri", "Face", "VerifyImage"];

    /// <summary>So many names are looked at for a near one.</summary>
    private const int MostNeighbours = 1000;

    /// <summary>Endings of the files that are taken for pictures where a folder is given.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".heic", ".heif"];

    public static bool HasPictureName(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a path has wildcards that mean something: a file or folder of just that name comes before the pattern, for "photo [1].jpg" is no other picture than itself.</summary>
    public static bool IsPattern(PSCmdlet cmdlet, string path) => WildcardPattern.ContainsWildcardCharacters(path) && !IsThere(cmdlet, path);

    /// <summary>Whether it is the address of a picture and not its path.</summary>
    public static bool IsAddress(string path) => path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<PictureSource> Resolve(PSCmdlet cmdlet, string path, bool wildcards)
    {
        bool isPattern = wildcards && IsPattern(cmdlet, path);
        if (wildcards && !isPattern && path.Contains('`', StringComparison.Ordinal) && !IsThere(cmdlet, path))
        {
            // All its wildcards are escaped: it is a name.
            path = WildcardPattern.Unescape(path);
        }

        foreach (string file in Expand(cmdlet, path, isPattern))
        {
            if (Directory.Exists(file))
            {
                if (isPattern)
                {
                    cmdlet.WriteVerbose($"'{file}' is a folder: passed over.");
                    continue;
                }

                string next = $"Get-ChildItem {NextCommand.Quoted(file)} -File | {NextCommand.Again(cmdlet.MyInvocation, Inputs)}";
                Fail(cmdlet, "PathIsFolder", $"'{file}' is a folder. For the pictures in it: {next}", ErrorCategory.InvalidArgument, file, next);
            }
            else if (File.Exists(file))
            {
                yield return PictureSource.FromFile(file);
            }
            else
            {
                (string meant, string? next) = Neighbours(file);
                Fail(cmdlet, "PathNotFound", $"'{file}' does not exist.{meant}", ErrorCategory.ObjectNotFound, file, next);
            }
        }
    }

    /// <summary>The one picture of a parameter that takes no wildcards; null where an error was written.</summary>
    /// <param name="cmdlet">Whose location counts, and who writes the error.</param>
    /// <param name="path">The picture's path.</param>
    /// <param name="forEach">The command that takes each of several pictures by the pipeline; null where one is wanted and no more.</param>
    public static PictureSource? One(PSCmdlet cmdlet, string path, string? forEach)
    {
        if (IsAddress(path) || !IsPattern(cmdlet, path))
        {
            return Resolve(cmdlet, path, wildcards: false).SingleOrDefault();
        }

        string list = $"Get-ChildItem {NextCommand.Quoted(path)}", next = forEach is null ? list : $"{list} | {forEach}";
        Fail(cmdlet, "PathNotFound", $"'{path}' does not exist, and wildcards are not expanded here. {(forEach is null ? "Name one picture; this lists them" : "They go through Get-ChildItem")}: {next}", ErrorCategory.ObjectNotFound, FullName(cmdlet, path) ?? path, next);
        return null;
    }

    /// <summary>A path in full, there or not; null where it is none of the file system.</summary>
    public static string? FullName(PSCmdlet cmdlet, string path)
    {
        try
        {
            return cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _) is var full && provider.Name == "FileSystem" ? full : null;
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or PSArgumentException or ArgumentException or NotSupportedException)
        {
            // Expand says what is wrong with it.
            return null;
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
            (string message, string? next) = IsAddress(path) ? ForAddress(cmdlet, path) : ($"No file matches '{path}': {e.Message}", null);
            Fail(cmdlet, "PathNotFound", message, ErrorCategory.ObjectNotFound, IsAddress(path) ? PictureAddress.WithoutSignature(path) : path, next);
            return [];
        }
        catch (Exception e) when (e is PSArgumentException or ArgumentException or NotSupportedException or WildcardPatternException)
        {
            Fail(cmdlet, "InvalidPath", $"'{path}' is not a path: {e.Message} For a name that has [ ] in it use -LiteralPath.", ErrorCategory.InvalidArgument, path);
            return [];
        }
    }

    private static bool IsThere(PSCmdlet cmdlet, string path) => Path.Exists(FullName(cmdlet, path));

    /// <summary>What to do with an address: not every command has the service download it.</summary>
    private static (string Message, string Next) ForAddress(PSCmdlet cmdlet, string given)
    {
        string address = PictureAddress.WithoutSignature(given);
        if (cmdlet.MyInvocation.MyCommand.Parameters.ContainsKey("Uri"))
        {
            return ($"'{address}' is an address: use -Uri.", $"{NextCommand.Again(cmdlet.MyInvocation, Inputs)} -Uri {NextCommand.Quoted(address)}");
        }

        string name = Path.GetFileName(address.Split('?', '#')[0]), next = $"Invoke-WebRequest {NextCommand.Quoted(address)} -OutFile {(Path.HasExtension(name) ? NextCommand.Quoted(name) : "FILE")}";
        return ($"'{address}' is an address, and this command takes files. Download it first: {next}", next);
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
