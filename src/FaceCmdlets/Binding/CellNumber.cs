using System.Globalization;

namespace FaceCmdlets;

/// <summary>A number in a cell of a table. Export-Csv writes it as the machine's culture does: 2.7, or 2,7.</summary>
internal static class CellNumber
{
    /// <summary>
    /// Reads a finite number with a decimal point or, where the session's culture has a decimal comma, with that. Thousands are never
    /// grouped in a table: 1.234 is between one and two everywhere, and so is 1,234 where the comma is the decimal one; elsewhere it is no number.
    /// </summary>
    public static bool TryRead(string? text, out double number) =>
        (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) || double.TryParse(text, NumberStyles.Float, CultureInfo.CurrentCulture, out number))
        && double.IsFinite(number);
}
