using System.Globalization;
using System.Text;

namespace FaceCmdlets;

/// <summary>
/// Names of the files that one command writes into one folder. Whatever a template yields becomes a plain file name that
/// every system takes and that cannot leave the folder; no two pictures of a command get one name.
/// </summary>
internal sealed class OutputNames(string folder)
{
    /// <summary>File systems take 255 bytes or 255 characters; the rest is for the number, the extension and a temporary file.</summary>
    private const int LongestStem = 180;

    /// <summary>Not only those that this system forbids: files travel.</summary>
    private const string Forbidden = "<>:\"/\\|?*";

    private readonly Dictionary<string, int> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The full path of a new file: the name as it is or, where this command has given it away already, with -2, -3 and so on.</summary>
    public string Next(string name, string extension)
    {
        string stem = Safe(name);
        string candidate = stem + extension;
        // Composed and decomposed letters are one name on some systems.
        string key = candidate.Normalize();
        if (!_taken.TryAdd(key, 1))
        {
            int number = _taken[key];
            do
            {
                candidate = FormattableString.Invariant($"{stem}-{++number}{extension}");
            }
            while (!_taken.TryAdd(candidate.Normalize(), 1));
            _taken[key] = number;
        }

        return Path.Combine(folder, candidate);
    }

    /// <summary>The full path of a file of this name, whoever has it.</summary>
    public string Plain(string name, string extension) => Path.Combine(folder, Safe(name) + extension);

    /// <summary>A file name without its extension, out of any text.</summary>
    public static string Safe(string name)
    {
        var safe = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            Rune kept = IsHarmless(rune) ? rune : new Rune('_');
            bytes += kept.Utf8SequenceLength;
            if (bytes > LongestStem)
            {
                break;
            }

            safe.Append(kept.ToString());
        }

        // A dot in front hides a file, and Windows drops dots and spaces at the end.
        string stem = safe.ToString().Trim(' ').TrimEnd(' ', '.');
        if (stem.StartsWith('.'))
        {
            stem = "_" + stem[1..];
        }

        return stem.Length == 0 ? "_" : IsReserved(stem) ? "_" + stem : stem;
    }

    private static bool IsHarmless(Rune rune) =>
        rune != Rune.ReplacementChar
        && !Rune.IsControl(rune)
        && !(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal))
        // Marks that turn the direction of text make a name look like another.
        && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or 0x2028 or 0x2029 or 0xFEFF)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    /// <summary>Names of devices, which Windows takes for the device with any extension.</summary>
    private static bool IsReserved(string stem)
    {
        string device = stem.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return device is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (device.Length == 4 && (device.StartsWith("COM", StringComparison.Ordinal) || device.StartsWith("LPT", StringComparison.Ordinal)) && (char.IsAsciiDigit(device[3]) || device[3] is '¹' or '²' or '³'));
    }
}
