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

    /// <summary>Opens or begins a journal. An IOException says that another command has it open.</summary>
    public static CheckpointJournal Open(string path)
    {
        // One writer, any readers. Elsewhere than on Windows only None is a lock, and readers need none.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None);
        try
        {
            var journal = new CheckpointJournal(file);
            long whole = 0;
            foreach ((FaceCheckpoint? entry, long end) in ReadLines(file))
            {
                whole = end;
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
        foreach ((FaceCheckpoint? entry, _) in ReadLines(file))
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
    public void Add(PictureSource picture, string request, (long? Length, DateTime? Written) stamp, IReadOnlyList<DetectedFace> faces)
    {
        var entry = new FaceCheckpoint { Path = picture.Name, Request = request, Length = stamp.Length, LastWriteTimeUtc = stamp.Written, Faces = faces };
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line))
        {
            JsonSerializer.Serialize(json, new Line(entry.Path, entry.Length, entry.LastWriteTimeUtc, entry.Request, [.. faces]), CheckpointJson.Default.Line);
        }

        line.Write("\n"u8);
        _file.Write(line.WrittenSpan);
        _file.Flush();
        _done[Key(entry.Path, request)] = entry;
    }

    /// <summary>A file's length and time; both null for what is no file.</summary>
    public static (long? Length, DateTime? Written)? Stamp(PictureSource picture)
    {
        if (picture.Uri is not null)
        {
            return (null, null);
        }

        var file = new FileInfo(picture.Name);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : null;
    }

    public void Dispose() => _file.Dispose();

    private static string Key(string path, string request) => request + "\n" + path;

    private static IEnumerable<(FaceCheckpoint? Entry, long End)> ReadLines(FileStream file)
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
            yield return (Parse(line), end);
        }
    }

    private static FaceCheckpoint? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CheckpointJson.Default.Line) is { } read
                ? new FaceCheckpoint { Path = read.Path, Length = read.Length, LastWriteTimeUtc = read.LastWriteTimeUtc, Request = read.Request, Faces = read.Faces }
                : null;
        }
        catch (JsonException)
        {
            // A line that something else has damaged: its picture is simply not done.
            return null;
        }
    }

    internal sealed record Line(string Path, long? Length, DateTime? LastWriteTimeUtc, string Request, DetectedFace[] Faces);
}

/// <summary>The journal's JSON, without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckpointJournal.Line))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
