using System.Globalization;

namespace FaceCmdlets;

/// <summary>Finds the piece of a picture that keeps the framing rules, and the size it gets.</summary>
/// <param name="rules">The rules.</param>
/// <param name="size">The size that is wanted; null for what the piece has, within the rules.</param>
internal sealed class PhotoFraming(PhotoRules rules, PhotoSize? size)
{
    /// <summary>More than this invents pixels.</summary>
    private const double LargestEnlargement = 1.1;

    /// <summary>How much of what is free goes above the head.</summary>
    private const double RoomAbove = 0.25;

    /// <summary>By what share the rules are kept with room, where there is a piece that does: the next detection of the same face is a little different.</summary>
    private static readonly double[] Margins = [0.04, 0.02, 0.01, 0];

    /// <summary>The crop, or why there is none.</summary>
    /// <param name="faces">The face that counts, and after it others that the piece must hold as well.</param>
    /// <param name="width">The picture's width.</param>
    /// <param name="height">Its height.</param>
    public (PhotoCrop? Crop, string? Problem) Find(IReadOnlyList<PhotoFace> faces, int width, int height)
    {
        PhotoFace face = faces[0];
        double aspect = size is { } wanted ? wanted.Width / (double)wanted.Height : rules.AspectRatio ?? width / (double)height;
        PhotoCrop? whole = Whole(width, height, aspect), tooSmall = null;
        PhotoArea? held = faces.Count > 1 ? PhotoArea.Around(faces, width, height) : null;
        foreach (PhotoRules tighter in Margins.Select(rules.Tighter))
        {
            if (whole is not null && Keeps(tighter, whole, face))
            {
                return (whole, null);
            }

            (double least, double most, double best) = Heights(tighter, face, width, height, aspect);
            foreach (double candidate in Candidates(least, most, best))
            {
                if (Place(tighter, face, held ?? new(face.EyeX, face.EyeY, face.EyeX, face.EyeY), (width, height), (int)Math.Round(candidate * aspect), (int)Math.Round(candidate)) is not { } crop)
                {
                    continue;
                }

                if (Scaled(crop) is { } scaled && Keeps(tighter, scaled, face))
                {
                    return (scaled, null);
                }

                tooSmall ??= crop;
            }
        }

        return (null, tooSmall is not null
            ? string.Create(CultureInfo.InvariantCulture, $"the piece that keeps the rules has {tooSmall.SourceWidth} x {tooSmall.SourceHeight} pixels, too few for {Wanted(tooSmall)}")
            : held is not null
            ? string.Create(CultureInfo.InvariantCulture, $"no piece that keeps the rules holds the {faces.Count} faces")
            : "there is too little around the face, or too much of it, for a picture that keeps the rules");
    }

    private string Wanted(PhotoCrop crop) => size is { } wanted
        ? string.Create(CultureInfo.InvariantCulture, $"{wanted.Width} x {wanted.Height}")
        : crop.SourceWidth * LargestEnlargement < rules.MinimumWidth || crop.SourceHeight * LargestEnlargement < rules.MinimumHeight
            ? string.Create(CultureInfo.InvariantCulture, $"{rules.MinimumWidth ?? 1} x {rules.MinimumHeight ?? 1}")
            : string.Create(CultureInfo.InvariantCulture, $"a face of {rules.MinimumFacePixels}");

    /// <summary>All of the picture, where its shape is right already.</summary>
    private PhotoCrop? Whole(int width, int height, double aspect) =>
        Math.Abs((width / (aspect * height)) - 1) <= Math.Min(rules.AspectTolerance, 0.005) ? Scaled(new PhotoCrop(0, 0, width, height, width, height)) : null;

    /// <summary>Between which heights the piece is, and which is best: room around the head rather than none.</summary>
    private static (double Least, double Most, double Best) Heights(PhotoRules rules, PhotoFace face, int width, int height, double aspect)
    {
        double least = Math.Max(face.Height / (rules.MaximumFaceShare ?? 1), face.HeadHeight / (rules.MaximumHeadShare ?? double.MaxValue));
        double most = Math.Min(height, width / aspect);
        double widest = Math.Min(Room(face.Height, rules.MinimumFaceShare), Room(face.HeadHeight, rules.MinimumHeadShare));
        if (double.IsInfinity(widest))
        {
            return (least, most, most);
        }

        // In shares, a third of the way from the smallest head to the largest: hair needs room, too.
        double best = 1 / ((1 / widest) + (((1 / least) - (1 / widest)) / 3));
        return (least, Math.Min(most, widest), Math.Min(most, best));

        static double Room(double length, double? share) => share is > 0 ? length / share.Value : double.PositiveInfinity;
    }

    /// <summary>Heights from the best one away to both ends.</summary>
    private static IEnumerable<double> Candidates(double least, double most, double best)
    {
        const int Steps = 50;
        if (least > most)
        {
            yield break;
        }

        best = Math.Clamp(best, least, most);
        yield return best;
        for (int step = 1; step <= Steps; step++)
        {
            yield return best + ((most - best) * step / Steps);
            yield return best - ((best - least) * step / Steps);
        }
    }

    /// <summary>Where a piece of this size can lie and holds what it must, nearest to where it looks best; null where it would leave the picture.</summary>
    private static PhotoCrop? Place(PhotoRules rules, PhotoFace face, PhotoArea held, (int Width, int Height) picture, int across, int down)
    {
        double head = face.HeadHeight / down;
        double wantedLine = (RoomAbove * Math.Max(0, 1 - head)) + ((face.EyeY - face.Crown) / down);
        double highest = rules.MinimumEyeLine ?? 0, lowest = rules.MaximumEyeLine ?? 1;
        double aside = rules.MaximumOffCentre ?? 0.5;
        int? left = Nearest(face.EyeX - (across / 2.0), Math.Max(held.Right - across, face.EyeX - ((0.5 + aside) * across)), Math.Min(held.Left, face.EyeX - ((0.5 - aside) * across)), picture.Width - across);
        int? top = Nearest(face.EyeY - (wantedLine * down), Math.Max(held.Bottom - down, face.EyeY - (lowest * down)), Math.Min(held.Top, face.EyeY - (highest * down)), picture.Height - down);
        return across > 0 && down > 0 && left is { } x && top is { } y ? new PhotoCrop(x, y, across, down, across, down) : null;
    }

    /// <summary>The whole number nearest to the wanted one, between two bounds and from 0 to the last place.</summary>
    private static int? Nearest(double wanted, double from, double to, int last)
    {
        int least = Math.Max(0, (int)Math.Ceiling(from)), most = Math.Min(last, (int)Math.Floor(to));
        return least <= most ? Math.Clamp((int)Math.Round(wanted), least, most) : null;
    }

    /// <summary>The piece at the size that is wanted; null where it has too few pixels for it.</summary>
    private PhotoCrop? Scaled(PhotoCrop crop)
    {
        double scale = size is { } wanted
            ? wanted.Width / (double)crop.SourceWidth
            : Math.Min(1, Math.Min(rules.MaximumWidth / (double)crop.SourceWidth ?? 1, rules.MaximumHeight / (double)crop.SourceHeight ?? 1));
        if (size is null && (crop.SourceWidth * scale < rules.MinimumWidth || crop.SourceHeight * scale < rules.MinimumHeight))
        {
            scale = Math.Max(rules.MinimumWidth / (double)crop.SourceWidth ?? 0, rules.MinimumHeight / (double)crop.SourceHeight ?? 0);
        }

        // A pixel of rounding is not too few.
        if (scale > LargestEnlargement)
        {
            return null;
        }

        int height = size?.Height ?? Rounded(crop.SourceHeight * scale);
        return crop with { Width = size?.Width ?? Rounded(crop.SourceWidth * scale), Height = height, DotsPerInch = rules.HeightOnPaper is { } millimetres ? Rounded(height * 25.4 / millimetres) : null };

        static int Rounded(double pixels) => Math.Max(1, (int)Math.Round(pixels));
    }

    private static bool Keeps(PhotoRules rules, PhotoCrop crop, PhotoFace face) => !PhotoVerdict.Framing(rules, face.In(crop), crop.Width, crop.Height).Any();
}

/// <summary>A size in pixels, as -Size has it.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
internal readonly record struct PhotoSize(int Width, int Height)
{
    public const int Largest = 8192;

    /// <summary>"300x400", or the longer side alone with the other that the ratio gives; null for anything else.</summary>
    public static PhotoSize? Parse(string text, double aspect)
    {
        string[] parts = text.Split('x', 'X');
        if (parts.Length > 2 || !TryPixels(parts[0], out int first))
        {
            return null;
        }

        if (parts.Length == 2)
        {
            return TryPixels(parts[1], out int height) ? new PhotoSize(first, height) : null;
        }

        int other = Math.Max(1, (int)Math.Round(aspect < 1 ? first * aspect : first / aspect));
        return aspect < 1 ? new PhotoSize(other, first) : new PhotoSize(first, other);
    }

    private static bool TryPixels(string text, out int pixels) => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out pixels) && pixels is >= 1 and <= Largest;
}
