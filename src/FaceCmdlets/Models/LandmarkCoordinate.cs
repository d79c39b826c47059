using System.Globalization;

namespace FaceCmdlets;

/// <summary>A point of a face, in pixels from the top left of the picture.</summary>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
public sealed record LandmarkCoordinate(double X, double Y)
{
    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{X:0.#}, {Y:0.#}");

    /// <summary>Reads what <see cref="ToString"/> writes: so a point stands in JSON and Clixml of the usual depth.</summary>
    internal static bool TryParse(string? text, out (double X, double Y) point)
    {
        point = default;
        return text?.Split(", ") is [var x, var y]
            && double.TryParse(x, NumberStyles.Float, CultureInfo.InvariantCulture, out point.X)
            && double.TryParse(y, NumberStyles.Float, CultureInfo.InvariantCulture, out point.Y);
    }
}
