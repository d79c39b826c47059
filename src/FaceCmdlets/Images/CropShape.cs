using System.Globalization;

namespace FaceCmdlets;

/// <summary>What of the picture around a face belongs to it.</summary>
/// <param name="Margin">On each side, as a part of the face's width and height.</param>
/// <param name="Square">Whether the cut is as wide as it is high.</param>
/// <param name="Size">Width and height in pixels that it is scaled to; a height of 0 means the longer side.</param>
internal sealed record CropShape(double Margin, bool Square, (int Width, int Height)? Size)
{
    private const int LongestSide = 10000;

    /// <summary>Reads a size as people write it: 256, the longer side, or 200x300; null for none. Throws FormatException where it is none, or not square where that is wanted.</summary>
    public static CropShape Parse(string? size, double margin, bool square)
    {
        if (size is null)
        {
            return new(margin, square, null);
        }

        string[] sides = size.Split('x', 'X', '×');
        int height = 0;
        if (sides.Length > 2 || !TryPixels(sides[0], out int width) || (sides.Length == 2 && !TryPixels(sides[1], out height)))
        {
            throw new FormatException($"-Size '{size}' is no size: write pixels of the longer side, such as 256, or width x height, such as 200x300, up to {LongestSide}.");
        }

        if (square && height > 0 && height != width)
        {
            throw new FormatException($"-Size {size} is not square: leave out -Square.");
        }

        return new(margin, square, square ? (width, width) : (width, height));
    }

    private static bool TryPixels(string side, out int pixels) => int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out pixels) && pixels is >= 1 and <= LongestSide;
}
