namespace FaceCmdlets.Service;

/// <summary>Width and height in pixels.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;

    public ImageSize Turned => new(Height, Width);

    /// <summary>The largest of these proportions that fits; never larger than this.</summary>
    public ImageSize FitInto(int width, int height) => Scale(Math.Min(width / (double)Width, height / (double)Height));

    /// <summary>Scaled down; a factor above 1 changes nothing.</summary>
    public ImageSize Scale(double factor) =>
        factor >= 1 ? this : new(Math.Max(1, (int)Math.Round(Width * factor)), Math.Max(1, (int)Math.Round(Height * factor)));

    public override string ToString() => FormattableString.Invariant($"{Width} x {Height}");
}
