namespace FaceCmdlets;

/// <summary>Where a face is, in pixels from the top left of the picture as a viewer shows it.</summary>
/// <param name="Left">Pixels from the left.</param>
/// <param name="Top">Pixels from the top.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record FaceRectangle(int Left, int Top, int Width, int Height)
{
    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Left}, {Top}, {Width} x {Height}");
}
