using System.Collections;
using System.Drawing;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>A colour as people write it: a name of the web's list, #RGB, #RRGGBB or #AARRGGBB; and the completer of such parameters.</summary>
internal sealed class ColorName : IArgumentCompleter
{
    private static readonly Color[] Named = [.. Enum.GetValues<KnownColor>().Select(Color.FromKnownColor).Where(color => !color.IsSystemColor && color.A == 255)];

    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => Named
        .Where(color => color.Name.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
        .Select(color => new CompletionResult(color.Name, color.Name, CompletionResultType.ParameterValue, FormattableString.Invariant($"{color.Name}, #{color.R:X2}{color.G:X2}{color.B:X2}")));

    /// <summary>Alpha, red, green and blue, a byte each.</summary>
    public static bool TryParse(string text, out int argb)
    {
        if (Array.Find(Named, color => color.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { IsEmpty: false } named)
        {
            argb = named.ToArgb();
            return true;
        }

        string digits = text.StartsWith('#') ? text[1..] : text;
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        bool good = uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value) && digits.Length is 6 or 8;
        argb = unchecked((int)(digits.Length == 6 ? value | 0xFF000000 : value));
        return good;
    }
}
