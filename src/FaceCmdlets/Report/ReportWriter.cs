using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FaceCmdlets;

/// <summary>
/// Writes a report as its parts come: the page, then one block of JSON a picture with its thumbnail, then the script that
/// builds what is seen. It goes to a file beside the target, which takes the target's place when it is whole.
/// </summary>
internal sealed partial class ReportWriter : IDisposable
{
    private readonly string _target;
    private readonly string _unfinished;
    private readonly FileStream _file;
    private readonly string _end;
    private readonly ArrayBufferWriter<byte> _block = new(4096);
    private readonly Utf8JsonWriter _json;

    private ReportWriter(string target, string unfinished, FileStream file, string title)
    {
        _target = target;
        _unfinished = unfinished;
        _file = file;

        // The standard encoder: < > & and quotes leave as \u003C …, so that no data ends the element that it is in.
        _json = new Utf8JsonWriter(_block);
        string[] page = Part("report.html").Split("{{Data}}");
        DateTimeOffset made = DateTimeOffset.Now;
        _end = Fill(page[1], title, made);
        Write(Fill(page[0], title, made));
    }

    /// <summary>Begins a report.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static ReportWriter Create(string target, string title)
    {
        string unfinished = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        try
        {
            return new ReportWriter(target, unfinished, file, title);
        }
        catch
        {
            file.Dispose();
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Takes out of every address what follows its question mark, and whoever's password: a report is passed around.</summary>
    public static string WithoutSecrets(string text) => text.Contains("://", StringComparison.Ordinal) ? Secrets().Replace(text, match => match.Value[0] == '?' ? "?…" : "…@") : text;

    /// <summary>A picture for the first time.</summary>
    public void Add(ReportPicture picture, IReadOnlyList<ReportRow> rows)
    {
        _json.WriteStartObject();
        _json.WriteNumber("picture", picture.Index);
        _json.WriteString("path", WithoutSecrets(picture.Path));
        _json.WriteString("name", picture.Name);
        if (picture.Link is not null)
        {
            _json.WriteString("link", picture.Link);
        }

        if (picture.Thumbnail is not null)
        {
            _json.WriteNumber("width", picture.Width);
            _json.WriteNumber("height", picture.Height);
        }
        else
        {
            _json.WriteString("absent", picture.Absent);
        }

        WriteRows(rows);
        EndBlock("picture");
        if (picture.Thumbnail is { } jpeg)
        {
            Write("<script type=\"image/jpeg\" class=\"thumbnail\">");
            byte[] text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(jpeg.Length));
            Base64.EncodeToUtf8(jpeg, text, out _, out int length);
            _file.Write(text.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(text);
            Write("</script>\n");
        }
    }

    /// <summary>More of a picture that the report has already.</summary>
    public void Add(int index, IReadOnlyList<ReportRow> rows)
    {
        _json.WriteStartObject();
        _json.WriteNumber("picture", index);
        WriteRows(rows);
        EndBlock("picture");
    }

    public void Add(ErrorRecord error)
    {
        // "PathNotFound,FaceCmdlets.Commands.…": only the code says something to a reader.
        string id = error.FullyQualifiedErrorId.Split(',')[0];
        _json.WriteStartObject();
        _json.WriteString("id", id.Length > 0 ? id : error.CategoryInfo.Category.ToString());
        if (error.TargetObject?.ToString() is { Length: > 0 } target)
        {
            _json.WriteString("target", WithoutSecrets(target));
        }

        _json.WriteString("message", WithoutSecrets(error.ErrorDetails?.Message ?? error.Exception.Message));
        _json.WriteEndObject();
        EndBlock("error");
    }

    /// <summary>Puts the report in the place of its target.</summary>
    public void Complete(bool overwrite)
    {
        Write(_end);
        _file.Dispose();
        File.Move(_unfinished, _target, overwrite);
    }

    /// <summary>What is not complete is not left behind.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _json.Dispose();
        File.Delete(_unfinished);
    }

    private static string Fill(string page, string title, DateTimeOffset made)
    {
        string style = Part("report.css");
        string script = Part("report.js");

        // In one go: a title that looks like another place stays a title.
        return Place().Replace(page, place => place.Groups[1].Value switch
        {
            "Title" => WebUtility.HtmlEncode(title),
            "Created" => made.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            "CreatedText" => made.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture),
            "Version" => typeof(ReportWriter).Assembly.GetName().Version!.ToString(3),
            "Style" => style,
            "StyleHash" => Hash(style),
            "Script" => script,
            "ScriptHash" => Hash(script),
            _ => place.Value,
        });
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A browser reads line ends as \n, and so must the hashes, however the sources were checked out.</summary>
    private static string Part(string name)
    {
        using var reader = new StreamReader(typeof(ReportWriter).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private void WriteRows(IReadOnlyList<ReportRow> rows)
    {
        _json.WriteStartArray("rows");
        foreach (ReportRow row in rows)
        {
            _json.WriteStartObject();
            _json.WriteStartObject("facts");
            foreach ((string name, object value) in row.Facts)
            {
                switch (value)
                {
                    case double number:
                        _json.WriteNumber(name, number);
                        break;
                    case bool answer:
                        _json.WriteBoolean(name, answer);
                        break;
                    default:
                        _json.WriteString(name, (string)value);
                        break;
                }
            }

            _json.WriteEndObject();
            if (row.Box is { } box)
            {
                _json.WriteStartArray("box");
                _json.WriteNumberValue(box.Left);
                _json.WriteNumberValue(box.Top);
                _json.WriteNumberValue(box.Width);
                _json.WriteNumberValue(box.Height);
                _json.WriteEndArray();
            }

            if (row.Landmarks.Count > 0)
            {
                _json.WriteStartArray("points");
                foreach ((double x, double y) in row.Landmarks)
                {
                    _json.WriteStartArray();
                    _json.WriteNumberValue(x);
                    _json.WriteNumberValue(y);
                    _json.WriteEndArray();
                }

                _json.WriteEndArray();
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void EndBlock(string name)
    {
        _json.Flush();
        Write($"<script type=\"application/json\" class=\"{name}\">");
        _file.Write(_block.WrittenSpan);
        Write("</script>\n");
        _block.ResetWrittenCount();
        _json.Reset();
    }

    private void Write(string text) => _file.Write(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();

    [GeneratedRegex("""(?<=\b\w+://[^\s?#'"]*)\?[^\s'"]+|(?<=\b\w+://)[^\s/?#'"@]+@""")]
    private static partial Regex Secrets();
}
