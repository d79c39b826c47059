using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaceCmdlets;

/// <summary>
/// An append-only journal of finished pictures, one line of JSON each. A line counts only with its end: a kill at any byte
/// leaves at most one half line, which is cut off before the next is written. One writer at a time holds the file.
/// </summary>
internal sealed class CheckpointJournal : IDisposable
{
    private readonly FileStream _file;
    private readonly Dictionary<string, FaceCheckpoint> _done = new(StringComparer.Ordinal);

    private CheckpointJournal(FileStream file) => _file = file;

    /// <summary>Calls made so far, by all runs. After a kill, those that were in flight then are not counted.</summary>
    public int Calls { get; private set; }

    /// <summary>Opens or begins a journal. An IOException says that another command has it open.</summary>
    public static CheckpointJournal Open(string path)
    {
        // One writer, any readers. Elsewhere than on Windows only None is a lock, and readers need none.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None);
        try
        {
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

    /// <summary>Reads a journal, also while it is written.</summary>
    public static IEnumerable<FaceCheckpoint> Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        foreach ((FaceCheckpoint? entry, _, _) in ReadLines(file))
        {
            if (entry is not null)
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
        var entry = new FaceCheckpoint { Path = picture.Name, Request = request, Length = stamp.Length, LastWriteTimeUtc = stamp.Written, Faces = faces };
        Write(new Line(entry.Path, entry.Length, entry.LastWriteTimeUtc, entry.Request, [.. faces], calls));
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

    private static string Key(string path, string request) => request + "\n" + path;

    private static IEnumerable<(FaceCheckpoint? Entry, int? Calls, long End)> ReadLines(FileStream file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        var text = new StringBuilder();
        long end = 0;
        int c;
        while ((c = reader.Read()) >= 0)
        {
            if (c != '\n')
            {
                text.Append((char)c);
                continue;
            }

            string line = text.ToString();
            text.Clear();
            end += Encoding.UTF8.GetByteCount(line) + 1;
            Line? read = Parse(line);
            yield return (read?.ToCheckpoint(), read?.Calls, end);
        }
    }

    private static Line? Parse(string line)
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
