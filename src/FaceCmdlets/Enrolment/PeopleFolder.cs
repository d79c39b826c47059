using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>Reads folders of people, always in the same order. What is no picture is reported, not dropped.</summary>
internal static class PeopleFolder
{
    /// <summary>What systems leave in folders.</summary>
    private static readonly string[] Leftovers = ["Thumbs.db", "desktop.ini"];

    /// <summary>A folder with a sub-folder a person: a row for each of them.</summary>
    public static IEnumerable<EnrolmentRow> People(PSCmdlet cmdlet, string folder)
    {
        if (Entries(cmdlet, folder) is not { } entries)
        {
            return [];
        }

        if (!Array.Exists(entries, entry => entry is DirectoryInfo))
        {
            string next = $"Get-Item {NextCommand.Quoted(folder)} | {NextCommand.Again(cmdlet.MyInvocation, "Path", "LiteralPath", "InputObject")}";
            Fail(cmdlet, "NoPersonFolder", $"'{folder}' has no sub-folders: each sub-folder is a person, with the pictures in it. If it is one person's folder: {next}", ErrorCategory.InvalidArgument, folder, next);
            return [];
        }

        return entries.Select(entry => entry is DirectoryInfo person ? Person(person)
            : new EnrolmentRow(null, entry.FullName) { Skip = ("NotInPersonFolder", "It is in no person's folder: move it to the sub-folder of who is in it.") });
    }

    /// <summary>One person's folder.</summary>
    public static EnrolmentRow Person(DirectoryInfo folder) => new(folder.Name.Trim().Normalize(), folder.FullName) { Where = $"'{folder.FullName}'" };

    /// <summary>The pictures of the person that a row names.</summary>
    public static IEnumerable<EnrolmentRow> Pictures(PSCmdlet cmdlet, EnrolmentRow person, string folder) => Entries(cmdlet, folder) switch
    {
        null => [],
        [] => [person with { Path = folder, Skip = ("NoPicture", "There is no picture in the folder.") }],
        var entries => entries.Select(entry => person with
        {
            Path = entry.FullName,
            Skip = entry is DirectoryInfo ? ("SubFolder", "Pictures are taken from the person's folder itself. A folder with a sub-folder a person is given with -Path.")
                : PictureFiles.HasPictureName(entry.Name) ? null
                : ("NotAPicture", $"It is none of {string.Join(", ", PictureFiles.Extensions)}."),
        }),
    };

    /// <summary>What is not hidden; null where an error was written.</summary>
    private static FileSystemInfo[]? Entries(PSCmdlet cmdlet, string folder)
    {
        try
        {
            ILookup<bool, FileSystemInfo> entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().ToLookup(IsHidden);
            foreach (FileSystemInfo hidden in entries[true])
            {
                cmdlet.WriteVerbose($"'{hidden.FullName}' is hidden: passed over.");
            }

            return [.. entries[false].OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(cmdlet, "FolderUnreadable", $"'{folder}' cannot be read: {e.Message}", ErrorCategory.ReadError, folder);
            return null;
        }
    }

    private static bool IsHidden(FileSystemInfo entry) =>
        entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden) || Leftovers.Contains(entry.Name, StringComparer.OrdinalIgnoreCase);

    private static void Fail(PSCmdlet cmdlet, string id, string message, ErrorCategory category, string target, string? next = null) =>
        cmdlet.WriteError(FaceCmdlet.NewError(new IOException(message), id, category, target, next));
}
