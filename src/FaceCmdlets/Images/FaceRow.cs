using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>One face of the pipeline: a DetectedFace, or any object with Path, Left, Top, Width and Height, such as a row of a table; or a hashtable with these keys.</summary>
internal sealed class FaceRow(PSObject given)
{
    private static readonly string[] PointNames =
    [
        "PupilLeft", "PupilRight", "NoseTip", "MouthLeft", "MouthRight", "EyebrowLeftOuter", "EyebrowLeftInner", "EyeLeftOuter", "EyeLeftTop",
        "EyeLeftBottom", "EyeLeftInner", "EyebrowRightInner", "EyebrowRightOuter", "EyeRightInner", "EyeRightTop", "EyeRightBottom", "EyeRightOuter",
        "NoseRootLeft", "NoseRootRight", "NoseLeftAlarTop", "NoseRightAlarTop", "NoseLeftAlarOutTip", "NoseRightAlarOutTip",
        "UpperLipTop", "UpperLipBottom", "UnderLipTop", "UnderLipBottom",
    ];

    private readonly PSObject _row = KeyedRow.From(given);
    private readonly DetectedFace? _face = given.BaseObject as DetectedFace;

    /// <summary>What a face's rectangle consists of.</summary>
    public static IReadOnlyList<string> RectangleNames { get; } = ["Left", "Top", "Width", "Height"];

    /// <summary>The object as it came.</summary>
    public object Original => given.BaseObject is PSCustomObject ? given : given.BaseObject;

    public string? Path => _face is { Path: var path } ? path : Value("Path") as string;

    /// <summary>Its number in the picture; null where it has none.</summary>
    public int? Number => _face?.FaceNumber ?? (Measure("FaceNumber") is { } number ? (int)number : null);

    /// <summary>The faces of a picture that came as a row of its own (-PerImage or a checkpoint, by way of JSON or Clixml); null for a face.</summary>
    public IEnumerable<FaceRow>? Faces => _face is null && !Has("Left") && Value("Faces") is IEnumerable faces and not string
        ? faces.Cast<object?>().OfType<object>().Select(face => new FaceRow(PSObject.AsPSObject(face)))
        : null;

    public bool Has(string property) => _row.Properties[property] is not null;

    /// <summary>A property's value; null where there is none.</summary>
    public object? Value(string property) => _row.Properties[property]?.Value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : _row.Properties[property]?.Value;

    /// <summary>Names of all properties, for a message.</summary>
    public string PropertyNames => string.Join(", ", _row.Properties.Select(property => property.Name));

    /// <summary>What the drawing needs; null where the object has no rectangle.</summary>
    public PictureFace? ToFace(bool withPose, bool withPoints)
    {
        if (_face is { } face)
        {
            return new()
            {
                Left = face.Left,
                Top = face.Top,
                Width = face.Width,
                Height = face.Height,
                Pose = withPose && face is { Pitch: { } pitch, Roll: { } roll, Yaw: { } yaw } ? ((float)pitch, (float)roll, (float)yaw) : null,
                Points = withPoints && face.FaceLandmarks is { } points ? ToPoints(points) : null,
            };
        }

        return Measure("Left") is { } left && Measure("Top") is { } top && Measure("Width") is { } width && Measure("Height") is { } height && width > 0 && height > 0
            ? new()
            {
                Left = left,
                Top = top,
                Width = width,
                Height = height,
                Pose = withPose && Measure("Pitch") is { } p && Measure("Roll") is { } r && Measure("Yaw") is { } y ? (p, r, y) : null,
                Points = withPoints ? ReadPoints() : null,
            }
            : null;
    }

    /// <summary>Left, top, width, height in whole pixels, as the service takes them; null where the object has no rectangle of a picture's size.</summary>
    public int[]? ToRectangle() => ToFace(withPose: false, withPoints: false) is { } face && (float[])[face.Left, face.Top, face.Width, face.Height] is var sides && Array.TrueForAll(sides, side => Math.Abs(side) < 1e6f)
        ? Array.ConvertAll(sides, side => (int)Math.Round(side))
        : null;

    private static float[] ToPoints(FaceLandmarks marks)
    {
        LandmarkCoordinate[] all =
        [
            marks.PupilLeft, marks.PupilRight, marks.NoseTip, marks.MouthLeft, marks.MouthRight, marks.EyebrowLeftOuter, marks.EyebrowLeftInner, marks.EyeLeftOuter, marks.EyeLeftTop,
            marks.EyeLeftBottom, marks.EyeLeftInner, marks.EyebrowRightInner, marks.EyebrowRightOuter, marks.EyeRightInner, marks.EyeRightTop, marks.EyeRightBottom, marks.EyeRightOuter,
            marks.NoseRootLeft, marks.NoseRootRight, marks.NoseLeftAlarTop, marks.NoseRightAlarTop, marks.NoseLeftAlarOutTip, marks.NoseRightAlarOutTip,
            marks.UpperLipTop, marks.UpperLipBottom, marks.UnderLipTop, marks.UnderLipBottom,
        ];
        float[] points = new float[all.Length * 2];
        for (int i = 0; i < all.Length; i++)
        {
            (points[2 * i], points[(2 * i) + 1]) = ((float)all[i].X, (float)all[i].Y);
        }

        return points;
    }

    /// <summary>From FaceLandmarks as ConvertFrom-Json and Import-Clixml give them, or from columns such as NoseTipX and NoseTipY; all 27 or none.</summary>
    private float[]? ReadPoints()
    {
        object? marks = Value("FaceLandmarks");
        if (marks is FaceLandmarks typed)
        {
            return ToPoints(typed);
        }

        PSObject? nested = marks is PSObject or IDictionary ? KeyedRow.From(marks) : null;
        float[] points = new float[PointNames.Length * 2];
        for (int i = 0; i < PointNames.Length; i++)
        {
            PSObject? point = nested?.Properties[PointNames[i]]?.Value is { } value ? KeyedRow.From(value) : null;
            (float? x, float? y) = point is null ? (Measure(PointNames[i] + "X"), Measure(PointNames[i] + "Y"))
                : LandmarkCoordinate.TryParse(point.BaseObject as string, out (double X, double Y) written) ? ((float)written.X, (float)written.Y)
                : (ToNumber(point.Properties["X"]?.Value), ToNumber(point.Properties["Y"]?.Value));
            if (x is null || y is null)
            {
                return null;
            }

            (points[2 * i], points[(2 * i) + 1]) = (x.Value, y.Value);
        }

        return points;
    }

    private float? Measure(string property) => ToNumber(Value(property));

    private static float? ToNumber(object? value)
    {
        float? number = (value is PSObject wrapped ? wrapped.BaseObject : value) switch
        {
            int whole => whole,
            double real => (float)real,
            string cell => CellNumber.TryRead(cell, out double parsed) ? (float)parsed : null,
            IConvertible other when other.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal => other.ToSingle(CultureInfo.InvariantCulture),
            _ => null,
        };
        return number is { } n && float.IsFinite(n) ? number : null;
    }
}
