using System.Globalization;
using System.Text;

namespace FaceCmdlets;

/// <summary>A text with placeholders for a face's properties: "{FaceNumber} {Yaw:0}°". Two braces are one.</summary>
internal sealed class FaceTemplate
{
    private readonly List<Part> _parts = [];

    private FaceTemplate()
    {
    }

    /// <summary>The properties that it names, once each.</summary>
    public IEnumerable<string> Properties => _parts.Where(part => part.IsProperty).Select(part => part.Text).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands between the placeholders.</summary>
    public string Literal => string.Concat(_parts.Where(part => !part.IsProperty).Select(part => part.Text));

    /// <summary>Throws FormatException where braces do not match or a placeholder has no name.</summary>
    public static FaceTemplate Parse(string text)
    {
        var template = new FaceTemplate();
        var literal = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '}')
            {
                throw new FormatException(FormattableString.Invariant($"The }} at position {i + 1} closes nothing; for a brace write }}}}."));
            }
            else if (c == '{')
            {
                int end = text.IndexOf('}', i);
                string inside = end < 0 ? throw new FormatException(FormattableString.Invariant($"The {{ at position {i + 1} is never closed; for a brace write {{{{.")) : text[(i + 1)..end];
                string[] halves = inside.Split(':', 2);
                string name = halves[0].Trim();
                if (name.Length == 0 || name.Contains('{', StringComparison.Ordinal))
                {
                    throw new FormatException($"'{{{inside}}}' names no property.");
                }

                template._parts.Add(new(literal.ToString(), false, null));
                template._parts.Add(new(name, true, halves.Length > 1 ? halves[1] : null));
                literal.Clear();
                i = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        template._parts.Add(new(literal.ToString(), false, null));
        return template;
    }

    /// <summary>Puts values in, in the invariant culture; nothing for null. Throws FormatException where a format does not fit its value.</summary>
    public string Fill(Func<string, object?> valueOf)
    {
        var text = new StringBuilder();
        foreach (Part part in _parts)
        {
            text.Append(part.IsProperty ? ToText(valueOf(part.Text), part.Format) : part.Text);
        }

        return text.ToString();
    }

    private static string ToText(object? value, string? format)
    {
        // A cell of a table is text, also where it is a number.
        if (format is not null && value is string cell && CellNumber.TryRead(cell, out double number))
        {
            value = number;
        }

        return value switch
        {
            null => string.Empty,
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };
    }

    private readonly record struct Part(string Text, bool IsProperty, string? Format);
}
