using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Win32.SafeHandles;

namespace FaceCmdlets;

/// <summary>
/// An append-only journal of finished pictures, one line of JSON each. A line counts only with its end: a kill at any byte
/// leaves at most one half line, which is cut off before the next is written. One writer at a time holds the file.
/// </summary>
internal sealed class CheckpointJournal : IDisposable
{
    private const int CloseOnExecLinux = 0x80000;
    private const int CloseOnExecMac = 0x1000000;

    /// <summary>What a line has, at its top.</summary>
    private static readonly string[] Names = [nameof(Line.Path), nameof(Line.Length), nameof(Line.LastWriteTimeUtc), nameof(Line.Request), nameof(Line.Faces), nameof(Line.Calls)];

    /// <summary>Less than this of a line is no sign of one: {"Path": or {"Calls":.</summary>
    private const int ShortestCut = 8;

    /// <summary>So much is looked at for a line of a journal.</summary>
    private const int LongestBegin = 1 << 20;

    private readonly FileStream _file;
    private readonly Dictionary<string, FaceCheckpoint> _done = new(StringComparer.Ordinal);

    private CheckpointJournal(FileStream file) => _file = file;

    /// <summary>Calls made so far, by all runs. After a kill, those that were in flight then are not counted.</summary>
    public int Calls { get; private set; }

    /// <summary>
    /// Opens or begins a journal. An InvalidDataException says that the file is none, and that it was left as it is; an
    /// IOException says that it cannot be opened, for one because another command has it.
    /// </summary>
    public static CheckpointJournal Open(string path)
    {
        // One writer, any readers. Elsewhere than on Windows only None keeps another writer out; readers open it all the same.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None);
        try
        {
            // What else is in a file is somebody's work: only a journal is ever cut and written to.
            CheckIsJournal(file, path);
            var journal = new CheckpointJournal(file);
            long whole = 0;
            foreach ((FaceCheckpoint? entry, int? calls, long end) in ReadLines(file))
            {
                whole = end;
                journal.Calls = calls ?? journal.Calls;
                if (entry is not null)
                {
                    journal._done[Key(entry.Path, entry.Request)] = entry;
                }
            }

            file.SetLength(whole);
            file.Position = whole;
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a journal, also while it is written: of a picture that was sent again, what came of it last. An InvalidDataException says that the file is none.</summary>
    public static IEnumerable<FaceCheckpoint> Read(string path)
    {
        using FileStream file = OpenToRead(path);
        CheckIsJournal(file, path);
        Dictionary<string, long> last = new(StringComparer.Ordinal);
        foreach ((FaceCheckpoint? entry, _, long end) in ReadLines(file))
        {
            if (entry is not null)
            {
                last[Key(entry.Path, entry.Request)] = end;
            }
        }

        file.Position = 0;
        foreach ((FaceCheckpoint? entry, _, long end) in ReadLines(file))
        {
            if (entry is not null && last.TryGetValue(Key(entry.Path, entry.Request), out long newest) && newest == end)
            {
                yield return entry;
            }
        }
    }

    /// <summary>What is remembered of a picture for this request; null when nothing is, or the file has changed since.</summary>
    public FaceCheckpoint? Find(PictureSource picture, string request)
    {
        if (!_done.TryGetValue(Key(picture.Name, request), out FaceCheckpoint? entry))
        {
            return null;
        }

        return entry.Length is null || (Stamp(picture) is { } stamp && stamp == (entry.Length, entry.LastWriteTimeUtc)) ? entry : null;
    }

    /// <summary>Remembers a finished picture. When this returns, the line is with the operating system: killing the process loses nothing.</summary>
    public void Add(PictureSource picture, string request, (long? Length, DateTime? Written) stamp, IReadOnlyList<DetectedFace> faces, int calls)
    {
        var entry = new FaceCheckpoint { Path = picture.Name, Request = request, Length = stamp.Length, LastWriteTimeUtc = stamp.Written, Faces = [.. faces] };
        Write(new Line(entry.Path, entry.Length, entry.LastWriteTimeUtc, entry.Request, entry.Faces, calls));
        _done[Key(entry.Path, request)] = entry;
    }

    /// <summary>Remembers calls that finished no picture.</summary>
    public void RememberCalls(int calls)
    {
        if (calls != Calls)
        {
            Write(new Line(null, null, null, null, null, calls));
        }
    }

    /// <summary>A file's length and time; both null for what is no file.</summary>
    public static (long? Length, DateTime? Written)? Stamp(PictureSource picture)
    {
        if (picture.Uri is not null || picture.SessionImageId is not null)
        {
            return (null, null);
        }

        var file = new FileInfo(picture.Name);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : null;
    }

    public void Dispose() => _file.Dispose();

    private void Write(Line content)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line))
        {
            JsonSerializer.Serialize(json, content, CheckpointJson.Default.Line);
        }

        line.Write("\n"u8);
        _file.Write(line.WrittenSpan);
        _file.Flush();
        Calls = content.Calls ?? Calls;
    }

    private static FileStream OpenToRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (IOException) when (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            // A writer has it. Its lock is a custom of .NET; the system opens the file all the same.
            int handle = OpenUnlocked([.. Encoding.UTF8.GetBytes(path), 0], OperatingSystem.IsMacOS() ? CloseOnExecMac : CloseOnExecLinux);
            if (handle < 0)
            {
                throw;
            }

            return new FileStream(new SafeFileHandle(handle, ownsHandle: true), FileAccess.Read);
        }
    }

    [DllImport("libc", EntryPoint = "open", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenUnlocked(byte[] path, int flags);

    /// <summary>What some editors put before a file's text.</summary>
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>A journal is empty, or has one of its lines near its begin, which may be cut; others may be damaged.</summary>
    private static void CheckIsJournal(FileStream file, string path)
    {
        Span<byte> rest = new byte[LongestBegin];
        rest = rest[..file.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (rest.IsEmpty)
        {
            return;
        }

        rest = rest.StartsWith(Utf8Mark) ? rest[Utf8Mark.Length..] : rest;
        bool isFirst = !rest.Contains((byte)'\n');
        for (int newline; (newline = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(newline + 1)..])
        {
            if (IsLine(rest[..newline], isWhole: true))
            {
                return;
            }
        }

        // What is left is a line without its end. Of the first that was ever written, every cut is one.
        if (rest.Length < (isFirst ? 1 : ShortestCut) || !IsLine(rest, isWhole: false))
        {
            throw new InvalidDataException($"'{path}' is no checkpoint: name another file.");
        }
    }

    private static bool IsLine(ReadOnlySpan<byte> line, bool isWhole)
    {
        if (!isWhole && ("{\"Path\":\""u8.StartsWith(line) || "{\"Calls\":"u8.StartsWith(line)))
        {
            return true;
        }

        var json = new Utf8JsonReader(line, isFinalBlock: isWhole, state: default);
        bool counts = false;
        try
        {
            while (json.Read())
            {
                if (json.CurrentDepth == 0 && json.TokenType != JsonTokenType.StartObject)
                {
                    // The end of an object, or something else altogether. Every line counts the calls up to it.
                    return counts;
                }

                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1)
                {
                    if (!Names.Contains(json.GetString()))
                    {
                        return false;
                    }

                    counts |= json.ValueTextEquals("Calls"u8);
                }
            }

            return !isWhole && json.CurrentDepth > 0;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or no UTF-8.
            return false;
        }
    }

    private static string Key(string path, string request) => request + "\n" + path;

    private static IEnumerable<(FaceCheckpoint? Entry, int? Calls, long End)> ReadLines(FileStream file)
    {
        // By bytes, not characters: damage need not be UTF-8, and what is cut off is counted in bytes.
        byte[] buffer = new byte[1 << 16];
        var line = new ArrayBufferWriter<byte>(512);
        long end = 0;
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            int start = 0;
            for (int newline; (newline = Array.IndexOf(buffer, (byte)'\n', start, read - start)) >= 0; start = newline + 1)
            {
                line.Write(buffer.AsSpan(start, newline - start));
                end += line.WrittenCount + 1;
                Line? whole = Parse(end == line.WrittenCount + 1 && line.WrittenSpan.StartsWith(Utf8Mark) ? line.WrittenSpan[Utf8Mark.Length..] : line.WrittenSpan);
                line.ResetWrittenCount();
                yield return (whole?.ToCheckpoint(), whole?.Calls, end);
            }

            line.Write(buffer.AsSpan(start, read - start));
        }
    }

    private static Line? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CheckpointJson.Default.Line);
        }
        catch (JsonException)
        {
            // A line that something else has damaged: its picture is simply not done.
            return null;
        }
    }

    /// <summary>A finished picture and the calls up to then, or the calls alone.</summary>
    internal sealed record Line(string? Path, long? Length, DateTime? LastWriteTimeUtc, string? Request, DetectedFace[]? Faces, int? Calls)
    {
        public FaceCheckpoint? ToCheckpoint() => Path is null || Request is null || Faces is null
            ? null
            : new FaceCheckpoint { Path = Path, Length = Length, LastWriteTimeUtc = LastWriteTimeUtc, Request = Request, Faces = Faces };
    }
}

/// <summary>The journal's JSON, without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckpointJournal.Line))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
