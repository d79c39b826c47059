using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>
/// A face as the recognition cmdlets take it: a face of Invoke-AzFaceDetection or of another recognition cmdlet, a row of a table with the
/// same columns, a face id, or a picture whose largest face is meant.
/// </summary>
public sealed class FaceReference
{
    private object? _target;

    private FaceReference(object original)
    {
        Original = original;
    }

    /// <summary>What was given.</summary>
    internal object Original { get; }

    internal Guid? Id { get; private init; }

    /// <summary>A picture's path, as it was given.</summary>
    internal string? Path { get; private init; }

    /// <summary>The face's number in the picture, where that is known.</summary>
    internal int? FaceNumber { get; private init; }

    /// <summary>Where the face is in the picture, where that is known.</summary>
    internal FaceRectangle? Rectangle { get; private init; }

    /// <summary>When the id ends, where that is known.</summary>
    internal DateTimeOffset? FaceIdExpires { get; private init; }

    /// <summary>The recognition model behind the id, where that is known.</summary>
    internal string? RecognitionModel { get; private init; }

    /// <summary>Whether one face is meant, and not a picture: without an id nobody can say which.</summary>
    internal bool IsFace { get; private init; }

    /// <summary>Whether it is a picture in memory, or a byte of one.</summary>
    internal bool IsContent { get; private init; }

    /// <summary>What an error points at: the picture's full path as soon as that is known, else the face id.</summary>
    internal object Target
    {
        get => _target ?? Path ?? Id ?? (IsContent && Original is not Stream ? ToString() : Original);
        set => _target = value;
    }

    /// <summary>As it stands on a command line; a word to be filled in where that cannot be said.</summary>
    internal string Argument => Original is string or FileInfo or Guid ? NextCommand.Quoted(ToString()) : "REFERENCE";

    /// <inheritdoc />
    public override string ToString() => Path ?? Id?.ToString() ?? Original.GetType().Name;

    /// <summary>Makes one of what a parameter was given; null where it is nothing of the kind.</summary>
    internal static FaceReference? From(object? given) => (given is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : given) switch
    {
        null => null,
        FaceReference reference => reference,
        DetectedFace face => new(face) { Id = face.FaceId, Path = face.Path, FaceNumber = face.FaceNumber, Rectangle = new(face.Left, face.Top, face.Width, face.Height), FaceIdExpires = face.FaceIdExpires, RecognitionModel = face.RecognitionModel, IsFace = true },
        Guid id => new(id) { Id = id },
        FileInfo file => new(file) { Path = file.FullName },
        string text when Guid.TryParse(text, out Guid id) => new(text) { Id = id },
        string { Length: > 0 } path => new(path) { Path = path },
        (Stream or byte or byte[]) and var content => new(content) { IsContent = true },
        IList { Count: > 0 } list when (list[0] is PSObject first ? first.BaseObject : list[0]) is byte => new(list) { IsContent = true },
        string or ValueType or IList => null,
        IDictionary table => FromRow(table, KeyedRow.From(table)),
        var other => FromRow(given!, PSObject.AsPSObject(other is PSCustomObject ? given! : other)),
    };

    private static FaceReference? FromRow(object original, PSObject row)
    {
        string? path = Text(row, "Path") ?? Text(row, "FullName");
        Guid? id = Guid.TryParse(Text(row, "FaceId"), out Guid known) ? known : null;
        if (id is null && path is null)
        {
            return null;
        }

        bool hasId = row.Properties["FaceId"] is not null;
        return new(original)
        {
            Id = id,
            Path = path,
            FaceNumber = Number(row, "FaceNumber"),
            Rectangle = Number(row, "Left") is { } left && Number(row, "Top") is { } top && Number(row, "Width") is { } width && Number(row, "Height") is { } height ? new(left, top, width, height) : null,
            FaceIdExpires = Time(row, "FaceIdExpires"),
            RecognitionModel = Text(row, "RecognitionModel"),
            // What Test-AzFacePhoto says of a picture has a place, too: its FaceCount tells that it is about the picture.
            IsFace = hasId || Text(row, "FaceNumber") is not null || (row.Properties["FaceCount"] is null && (Text(row, "Left") ?? Text(row, "Top")) is not null),
        };
    }

    private static object? Value(PSObject row, string name) => row.Properties[name]?.Value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : row.Properties[name]?.Value;

    private static string? Text(PSObject row, string name) => Convert.ToString(Value(row, name), CultureInfo.InvariantCulture) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static int? Number(PSObject row, string name) =>
        CellNumber.TryRead(Text(row, name), out double number) && Math.Abs(number) < int.MaxValue ? (int)number : null;

    /// <summary>A time as it was, or as a table has it: in the words of this culture or of none, and of two readings the later, so that no id is taken for expired that may live.</summary>
    private static DateTimeOffset? Time(PSObject row, string name) => Value(row, name) switch
    {
        DateTimeOffset time => time,
        DateTime time => time,
        string text => new[] { CultureInfo.CurrentCulture, CultureInfo.InvariantCulture }.Max(culture => DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeLocal, out DateTimeOffset read) ? read : (DateTimeOffset?)null),
        _ => null,
    };
}
