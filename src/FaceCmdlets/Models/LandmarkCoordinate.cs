namespace FaceCmdlets;

/// <summary>A point of a face, in pixels from the top left of the picture.</summary>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
public sealed record LandmarkCoordinate(double X, double Y)
{
    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{X:0.#}, {Y:0.#}");
}
