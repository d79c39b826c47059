namespace FaceEmulator.Storage;

/// <summary>The folder under --data, which one emulator has to itself while it runs.</summary>
internal static class DataFolder
{
    /// <summary>What the system says where somebody else holds the file: Windows' sharing violation, and EWOULDBLOCK of Linux and of macOS.</summary>
    private static readonly int[] Held = [unchecked((int)0x80070020), 11, 35];

    /// <summary>Makes the folder where it is missing, and holds it until the stream is disposed or the process is gone, however it went.</summary>
    public static FileStream Hold(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            // The file stays: whoever deleted it could delete the one that the next emulator holds by then.
            return new FileStream(Path.Combine(folder, "emulator.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (Held.Contains(e.HResult))
        {
            throw new DataFolderException($"the folder '{folder}' is in use by another emulator. Stop that one, or choose another folder with --data.", e);
        }
    }
}

/// <summary>Nothing can be kept in the folder under --data; the message says why, and what to do.</summary>
internal sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const int Corrupt = 11, NoDatabase = 26;

    public static DataFolderException Of(string folder, Exception e) => new(
        e is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: Corrupt or NoDatabase }
            ? $"faces.db in '{folder}' is damaged, or no database. Put a copy of it in its place, delete it, or choose another folder with --data."
            : $"nothing can be kept in the folder '{folder}': {e.Message.ReplaceLineEndings(" ")} Choose another one with --data, or leave it out for memory only.",
        e);
}
