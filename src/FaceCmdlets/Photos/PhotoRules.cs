using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>What a photo must be like. A rule that is null or false is not asked for.</summary>
internal sealed class PhotoRules
{
    public const string DirectoryThumbnail = "DirectoryThumbnail";
    public const string Passport = "Passport";
    public const string None = "None";

    /// <summary>The kinds of glasses that a rule tells apart.</summary>
    public const string AnyGlasses = "Any", NoSunglasses = "NoSunglasses", NoGlasses = "None";

    /// <summary>The key that says which set a table of rules changes.</summary>
    private const string SetKey = "RuleSet";

    private const string Changed = " (changed)";

    private const double DefaultTolerance = 0.02;

    private static readonly string[] Kinds = [AnyGlasses, NoSunglasses, NoGlasses], Levels = ["Low", "Medium", "High"];

    private static readonly Dictionary<string, Action<PhotoRules, object?>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(FaceCount)] = (rules, value) => rules.FaceCount = Whole(nameof(FaceCount), value, 1, 100),
        [nameof(MinimumFaceShare)] = (rules, value) => rules.MinimumFaceShare = Share(nameof(MinimumFaceShare), value),
        [nameof(MaximumFaceShare)] = (rules, value) => rules.MaximumFaceShare = Share(nameof(MaximumFaceShare), value),
        [nameof(MinimumHeadShare)] = (rules, value) => rules.MinimumHeadShare = Share(nameof(MinimumHeadShare), value),
        [nameof(MaximumHeadShare)] = (rules, value) => rules.MaximumHeadShare = Share(nameof(MaximumHeadShare), value),
        [nameof(MaximumOffCentre)] = (rules, value) => rules.MaximumOffCentre = Number(nameof(MaximumOffCentre), value, 0, 0.5),
        [nameof(MinimumEyeLine)] = (rules, value) => rules.MinimumEyeLine = Share(nameof(MinimumEyeLine), value),
        [nameof(MaximumEyeLine)] = (rules, value) => rules.MaximumEyeLine = Share(nameof(MaximumEyeLine), value),
        [nameof(AspectRatio)] = (rules, value) => (rules.AspectRatio, rules.HeightOnPaper) = (Ratio(value), null),
        [nameof(AspectTolerance)] = (rules, value) => rules.AspectTolerance = Number(nameof(AspectTolerance), value, 0, 1) ?? DefaultTolerance,
        [nameof(MinimumWidth)] = (rules, value) => rules.MinimumWidth = Pixels(nameof(MinimumWidth), value),
        [nameof(MinimumHeight)] = (rules, value) => rules.MinimumHeight = Pixels(nameof(MinimumHeight), value),
        [nameof(MaximumWidth)] = (rules, value) => rules.MaximumWidth = Pixels(nameof(MaximumWidth), value),
        [nameof(MaximumHeight)] = (rules, value) => rules.MaximumHeight = Pixels(nameof(MaximumHeight), value),
        [nameof(MaximumBytes)] = (rules, value) => rules.MaximumBytes = Whole(nameof(MaximumBytes), value, 1024, int.MaxValue),
        [nameof(MinimumFacePixels)] = (rules, value) => rules.MinimumFacePixels = Pixels(nameof(MinimumFacePixels), value),
        [nameof(MaximumYaw)] = (rules, value) => rules.MaximumYaw = Number(nameof(MaximumYaw), value, 0, 180),
        [nameof(MaximumPitch)] = (rules, value) => rules.MaximumPitch = Number(nameof(MaximumPitch), value, 0, 180),
        [nameof(MaximumRoll)] = (rules, value) => rules.MaximumRoll = Number(nameof(MaximumRoll), value, 0, 180),
        [nameof(EyesFree)] = (rules, value) => rules.EyesFree = YesOrNo(nameof(EyesFree), value),
        [nameof(MouthFree)] = (rules, value) => rules.MouthFree = YesOrNo(nameof(MouthFree), value),
        [nameof(ForeheadFree)] = (rules, value) => rules.ForeheadFree = YesOrNo(nameof(ForeheadFree), value),
        [nameof(Glasses)] = (rules, value) => rules.Glasses = Word(nameof(Glasses), value),
        [nameof(NoMask)] = (rules, value) => rules.NoMask = YesOrNo(nameof(NoMask), value),
        [nameof(NoHeadwear)] = (rules, value) => rules.NoHeadwear = YesOrNo(nameof(NoHeadwear), value),
        [nameof(MaximumBlur)] = (rules, value) => rules.MaximumBlur = Word(nameof(MaximumBlur), value),
        [nameof(GoodExposure)] = (rules, value) => rules.GoodExposure = YesOrNo(nameof(GoodExposure), value),
        [nameof(MinimumQuality)] = (rules, value) => rules.MinimumQuality = Word(nameof(MinimumQuality), value),
    };

    /// <summary>The sets that are ready.</summary>
    public static IReadOnlyList<string> SetNames { get; } = [DirectoryThumbnail, Passport, None];

    /// <summary>Every rule's name, as parameters, tables and FailedRules have it.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>What a rule may be that is a word.</summary>
    public static IReadOnlyList<string> WordsOf(string rule) => rule == nameof(Glasses) ? Kinds : Levels;

    /// <summary>The set's name or the file's, and whether something was changed.</summary>
    public string Name { get; private set; } = None;

    public int? FaceCount { get; private set; } = 1;

    public double? MinimumFaceShare { get; private set; }

    public double? MaximumFaceShare { get; private set; }

    public double? MinimumHeadShare { get; private set; }

    public double? MaximumHeadShare { get; private set; }

    public double? MaximumOffCentre { get; private set; }

    public double? MinimumEyeLine { get; private set; }

    public double? MaximumEyeLine { get; private set; }

    public double? AspectRatio { get; private set; }

    /// <summary>How high it is printed, in millimetres; null where that is not known.</summary>
    public double? HeightOnPaper { get; private set; }

    public double AspectTolerance { get; private set; } = DefaultTolerance;

    public int? MinimumWidth { get; private set; }

    public int? MinimumHeight { get; private set; }

    public int? MaximumWidth { get; private set; }

    public int? MaximumHeight { get; private set; }

    public int? MaximumBytes { get; private set; }

    public int? MinimumFacePixels { get; private set; }

    public double? MaximumYaw { get; private set; }

    public double? MaximumPitch { get; private set; }

    public double? MaximumRoll { get; private set; }

    public bool EyesFree { get; private set; }

    public bool MouthFree { get; private set; }

    public bool ForeheadFree { get; private set; }

    public string? Glasses { get; private set; }

    public bool NoMask { get; private set; }

    public bool NoHeadwear { get; private set; }

    public string? MaximumBlur { get; private set; }

    public bool GoodExposure { get; private set; }

    public string? MinimumQuality { get; private set; }

    /// <summary>A ready set of rules; null where there is none of that name.</summary>
    public static PhotoRules? Set(string name) => SetNames.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) switch
    {
        // Square, up to 648 pixels and, for thumbnailPhoto in Active Directory, 100 KB; shown small and often in a circle.
        DirectoryThumbnail => new PhotoRules
        {
            Name = DirectoryThumbnail,
            MinimumFaceShare = 0.30,
            MaximumFaceShare = 0.70,
            MaximumOffCentre = 0.10,
            MinimumEyeLine = 0.25,
            MaximumEyeLine = 0.55,
            AspectRatio = 1,
            MinimumWidth = 96,
            MinimumHeight = 96,
            MaximumWidth = 648,
            MaximumHeight = 648,
            MaximumBytes = 102400,
            MinimumFacePixels = 36,
            MaximumYaw = 25,
            MaximumPitch = 25,
            MaximumRoll = 20,
            EyesFree = true,
            MouthFree = true,
            Glasses = NoSunglasses,
            NoMask = true,
            MaximumBlur = "Medium",
            GoodExposure = true,
        },

        // After ICAO 9303 part 3: 35 x 45 mm, 300 dots an inch, 70-80 % from chin to crown. It asks for 5 degrees of yaw and
        // pitch; a measurement from one picture is itself some degrees off.
        Passport => new PhotoRules
        {
            Name = Passport,
            MinimumHeadShare = 0.70,
            MaximumHeadShare = 0.80,
            MaximumOffCentre = 0.05,
            MinimumEyeLine = 0.30,
            MaximumEyeLine = 0.50,
            AspectRatio = 35 / 45.0,
            HeightOnPaper = 45,
            AspectTolerance = 0.03,
            MinimumWidth = 413,
            MinimumHeight = 531,
            MinimumFacePixels = 180,
            MaximumYaw = 10,
            MaximumPitch = 10,
            MaximumRoll = 8,
            EyesFree = true,
            MouthFree = true,
            Glasses = NoGlasses,
            NoMask = true,
            MaximumBlur = "Low",
            GoodExposure = true,
            MinimumQuality = "Medium",
        },
        None => new PhotoRules(),
        _ => null,
    };

    /// <summary>The rules of a table: what it says, and for the rest the set it names, or these rules.</summary>
    public PhotoRules With(IDictionary table, string? name = null)
    {
        object? set = table.Keys.Cast<object>().FirstOrDefault(key => SetKey.Equals(key.ToString(), StringComparison.OrdinalIgnoreCase)) is { } key ? Unwrap(table[key]) : null;
        PhotoRules rules = set is null ? this : Set(set.ToString()!) ?? throw new ArgumentException($"RuleSet is '{set}'; it is one of {string.Join(", ", SetNames)}.");
        foreach (DictionaryEntry entry in table)
        {
            string rule = entry.Key.ToString()!;
            if (!SetKey.Equals(rule, StringComparison.OrdinalIgnoreCase))
            {
                rules.Change(rule, entry.Value);
            }
        }

        rules.Name = name ?? rules.Name;
        return rules;
    }

    /// <summary>Sets one rule; $null lifts it.</summary>
    public void Change(string rule, object? value)
    {
        if (!Known.TryGetValue(rule, out Action<PhotoRules, object?>? set))
        {
            throw new ArgumentException($"There is no rule '{rule}'. The rules are {SetKey}, {string.Join(", ", Known.Keys)}.");
        }

        set(this, Unwrap(value));
        Name = Name.EndsWith(Changed, StringComparison.Ordinal) ? Name : Name + Changed;
    }

    /// <summary>The rules on framing with this share less room: who keeps these, keeps the others also where the face is measured a little differently.</summary>
    public PhotoRules Tighter(double margin)
    {
        var tighter = (PhotoRules)MemberwiseClone();
        tighter.MinimumFaceShare *= 1 + margin;
        tighter.MaximumFaceShare *= 1 - margin;
        tighter.MinimumHeadShare *= 1 + margin;
        tighter.MaximumHeadShare *= 1 - margin;

        // These are shares of the picture, not of the face.
        tighter.MaximumOffCentre = MaximumOffCentre is { } aside ? Math.Max(0, aside - (margin / 2)) : null;
        tighter.MinimumEyeLine += margin / 2;
        tighter.MaximumEyeLine -= margin / 2;

        // A detector's box has whole pixels.
        tighter.MinimumFacePixels += (int)Math.Ceiling(margin * (MinimumFacePixels ?? 0));
        return tighter;
    }

    /// <summary>Refuses what no photo could be.</summary>
    public void CheckOrder()
    {
        CheckOrder(nameof(MinimumFaceShare), MinimumFaceShare, nameof(MaximumFaceShare), MaximumFaceShare);
        CheckOrder(nameof(MinimumHeadShare), MinimumHeadShare, nameof(MaximumHeadShare), MaximumHeadShare);
        CheckOrder(nameof(MinimumEyeLine), MinimumEyeLine, nameof(MaximumEyeLine), MaximumEyeLine);
        CheckOrder(nameof(MinimumWidth), MinimumWidth, nameof(MaximumWidth), MaximumWidth);
        CheckOrder(nameof(MinimumHeight), MinimumHeight, nameof(MaximumHeight), MaximumHeight);
    }

    private static void CheckOrder(string minimumName, double? minimum, string maximumName, double? maximum)
    {
        if (minimum > maximum)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{minimumName} is {minimum} and {maximumName} is {maximum}: no photo is both. Change the other one, too."));
        }
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static double? Share(string rule, object? value) => Number(rule, value, 0, 1);

    private static int? Pixels(string rule, object? value) => Whole(rule, value, 1, 65535);

    private static double? Number(string rule, object? value, double least, double most)
    {
        if (value is null)
        {
            return null;
        }

        return value is not bool && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most
            ? number
            : throw Wrong(rule, value, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
    }

    private static int? Whole(string rule, object? value, int least, int most) => Number(rule, value, least, most) switch
    {
        null => null,
        { } number when number == Math.Floor(number) => (int)number,
        _ => throw Wrong(rule, value!, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")),
    };

    private static bool YesOrNo(string rule, object? value) => value switch
    {
        null => false,
        bool yes => yes,
        SwitchParameter given => given.ToBool(),
        string text when bool.TryParse(text, out bool yes) => yes,
        _ => throw Wrong(rule, value, "$true or $false"),
    };

    private static string? Word(string rule, object? value) =>
        value is null ? null : WordsOf(rule).FirstOrDefault(word => word.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase)) ?? throw Wrong(rule, value, string.Join(" or ", WordsOf(rule)));

    /// <summary>Width to height: 0.75, or '3:4', or '35x45'.</summary>
    private static double? Ratio(object? value)
    {
        if (value is string text && text.Split(':', 'x') is [var width, var height])
        {
            return double.TryParse(width, NumberStyles.Float, CultureInfo.InvariantCulture, out double across) && double.TryParse(height, NumberStyles.Float, CultureInfo.InvariantCulture, out double down) && down > 0
                ? Number(nameof(AspectRatio), across / down, 0.1, 10)
                : throw Wrong(nameof(AspectRatio), value, "width to height, such as 0.75 or '3:4'");
        }

        return Number(nameof(AspectRatio), value, 0.1, 10);
    }

    private static ArgumentException Wrong(string rule, object value, string wanted) => new(string.Create(CultureInfo.InvariantCulture, $"{rule} is '{value}'; it is {wanted}, or $null to lift the rule."));
}
