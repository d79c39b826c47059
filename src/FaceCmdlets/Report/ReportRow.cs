using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace FaceCmdlets;

/// <summary>What a report says of one object: the scalars that it has, and where in its picture it is.</summary>
internal sealed class ReportRow
{
    private const int LongestText = 4000;

    /// <summary>Columns that are numbers also where Import-Csv made them text.</summary>
    private static readonly HashSet<string> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "FaceNumber", "FaceCount", "Left", "Top", "Width", "Height", "Pitch", "Roll", "Yaw", "Blur", "Exposure", "Noise", "Confidence", "Rank",
    };

    /// <summary>Columns that are true or false.</summary>
    private static readonly HashSet<string> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        "ForeheadOccluded", "EyeOccluded", "MouthOccluded", "NoseAndMouthCovered", "IsIdentical", "Passed",
    };

    private ReportRow(string path, IReadOnlyDictionary<string, object> facts, IReadOnlyList<(double X, double Y)> landmarks)
    {
        Path = path;
        Facts = facts;
        Landmarks = landmarks;
    }

    /// <summary>The picture, as the object names it.</summary>
    public string Path { get; }

    /// <summary>Values are double, bool or string.</summary>
    public IReadOnlyDictionary<string, object> Facts { get; }

    public IReadOnlyList<(double X, double Y)> Landmarks { get; }

    /// <summary>Left, top, width and height in pixels; null where the object is no face, or does not say where.</summary>
    public (double Left, double Top, double Width, double Height)? Box =>
        Number("Left") is { } left && Number("Top") is { } top && Number("Width") is { } width && Number("Height") is { } height ? (left, top, width, height) : null;

    /// <summary>Null where the object has no Path.</summary>
    public static ReportRow? From(PSObject given)
    {
        given = KeyedRow.From(given);
        if (given.BaseObject is string or ValueType || Find(given, "Path") is not { } named || named.ToString() is not { Length: > 0 } path)
        {
            return null;
        }

        var facts = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (PSPropertyInfo property in given.Properties)
        {
            // The type data's nested shapes of a face are code properties: they say nothing new.
            if (property.MemberType != PSMemberTypes.CodeProperty && !property.Name.Equals("Path", StringComparison.OrdinalIgnoreCase) && Fact(property.Name, Read(property)) is { } fact)
            {
                facts[Spelled(property.Name)] = fact;
            }
        }

        object? landmarks = given.BaseObject is DetectedFace face ? face.FaceLandmarks : Find(given, "FaceLandmarks");
        return new ReportRow(path, facts, Points(landmarks));
    }

    private double? Number(string name) => Facts.TryGetValue(name, out object? value) && value is double number ? number : null;

    private static object? Find(PSObject given, string name) => given.Properties[name] is { } property ? Read(property) : null;

    private static object? Read(PSPropertyInfo property)
    {
        try
        {
            return property.Value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : property.Value;
        }
        catch (GetValueException)
        {
            // A property whose script fails has no value; the others still have theirs.
            return null;
        }
    }

    /// <summary>A column's name in the spelling that the page knows, whatever the table has.</summary>
    private static string Spelled(string name) => Numbers.TryGetValue(name, out string? known) || Answers.TryGetValue(name, out known) ? known : name;

    private static object? Fact(string name, object? value) => value switch
    {
        null => null,
        string text => FromText(name, text),
        bool answer => answer,
        SwitchParameter answer => (bool)answer,
        double or float => FromNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or BigInteger => FromNumber(value is BigInteger large ? (double)large : Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        Uri address => FromText(name, address.OriginalString),
        Guid or TimeSpan or Enum or Version or char => value.ToString(),
        IEnumerable list and not IDictionary => FromList(name, list),
        _ => null,
    };

    private static object FromNumber(double number) => double.IsFinite(number) ? number : number.ToString(CultureInfo.InvariantCulture);

    private static object? FromText(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (Numbers.Contains(name) && CellNumber.TryRead(text, out double number))
        {
            return number;
        }

        if (Answers.Contains(name) && bool.TryParse(text, out bool answer))
        {
            return answer;
        }

        string shown = ReportWriter.WithoutSecrets(text);
        return shown.Length > LongestText ? shown[..LongestText] + " …" : shown;
    }

    /// <summary>A list of words, such as the reasons of a check, is one text; a list of anything else is no fact.</summary>
    private static object? FromList(string name, IEnumerable list)
    {
        List<string> words = [];
        foreach (object? item in list)
        {
            if ((item is PSObject wrapped ? wrapped.BaseObject : item) is not (string or Enum) || words.Count == 100)
            {
                return null;
            }

            words.Add(item.ToString()!);
        }

        return FromText(name, string.Join("; ", words));
    }

    /// <summary>The points of FaceLandmarks, also of one that came back from JSON or Clixml.</summary>
    private static List<(double X, double Y)> Points(object? landmarks)
    {
        List<(double X, double Y)> points = [];
        if (landmarks is FaceLandmarks or PSObject or IDictionary)
        {
            foreach (PSPropertyInfo property in KeyedRow.From(landmarks).Properties)
            {
                object? read = Read(property);
                if (LandmarkCoordinate.TryParse(read as string, out (double X, double Y) written))
                {
                    points.Add(written);
                }
                else if (read is { } point && Coordinate(point, "X") is { } x && Coordinate(point, "Y") is { } y)
                {
                    points.Add((x, y));
                }
            }
        }

        return points;
    }

    private static double? Coordinate(object point, string name) =>
        Find(KeyedRow.From(point), name) is { } value && Fact(name, value) is double number ? number : null;
}
