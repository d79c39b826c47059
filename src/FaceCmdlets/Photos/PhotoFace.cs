namespace FaceCmdlets;

/// <summary>Where a face and its head are in a picture, in pixels.</summary>
/// <param name="Left">The detected face's left edge.</param>
/// <param name="Top">Its top edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="EyeX">The middle between the pupils, from the left.</param>
/// <param name="EyeY">The middle between the pupils, from the top.</param>
/// <param name="Crown">The top of the skull, estimated.</param>
/// <param name="Chin">The chin, estimated.</param>
internal sealed record PhotoFace(double Left, double Top, double Width, double Height, double EyeX, double EyeY, double Crown, double Chin)
{
    /// <summary>
    /// Lengths of a grown person's head in distances from the eyes to the line between the lips: a detector's box ends
    /// somewhere on the forehead, but the proportions below hair and above the neck are much alike (Farkas, Anthropometry of
    /// the Head and Face: eyes to lips 65 mm, lips to chin 48 mm, eyes to crown 121 mm).
    /// </summary>
    private const double LipsToChin = 48 / 65.0, EyesToCrown = 121 / 65.0;

    public double HeadHeight => Chin - Crown;

    public static PhotoFace Of(DetectedFace face)
    {
        // Without landmarks: where eyes and lips are in a detector's box on average.
        (double eyeX, double eyeY, double lipX, double lipY) = face.FaceLandmarks is { } points
            ? ((points.PupilLeft.X + points.PupilRight.X) / 2, (points.PupilLeft.Y + points.PupilRight.Y) / 2, (points.UpperLipBottom.X + points.UnderLipTop.X) / 2, (points.UpperLipBottom.Y + points.UnderLipTop.Y) / 2)
            : (face.Left + (face.Width / 2.0), face.Top + (face.Height * 0.31), face.Left + (face.Width / 2.0), face.Top + (face.Height * 0.71));

        // Along the head's own axis, so that one that leans is not taken for a smaller one.
        double eyesToLips = Math.Sqrt(((lipX - eyeX) * (lipX - eyeX)) + ((lipY - eyeY) * (lipY - eyeY)));
        double upright = eyesToLips > 0 ? (lipY - eyeY) / eyesToLips : 1;
        return new PhotoFace(face.Left, face.Top, face.Width, face.Height, eyeX, eyeY, eyeY - (upright * EyesToCrown * eyesToLips), lipY + (upright * LipsToChin * eyesToLips));
    }

    /// <summary>The face in a piece of the picture that is scaled.</summary>
    public PhotoFace In(PhotoCrop crop)
    {
        double across = crop.Width / (double)crop.SourceWidth, down = crop.Height / (double)crop.SourceHeight;
        return new PhotoFace((Left - crop.Left) * across, (Top - crop.Top) * down, Width * across, Height * down, (EyeX - crop.Left) * across, (EyeY - crop.Top) * down, (Crown - crop.Top) * down, (Chin - crop.Top) * down);
    }
}

/// <summary>A part of a picture, in pixels.</summary>
/// <param name="Left">From the picture's left edge.</param>
/// <param name="Top">From the picture's top edge.</param>
/// <param name="Right">Its right edge, from the picture's left one.</param>
/// <param name="Bottom">Its bottom edge, from the picture's top one.</param>
internal sealed record PhotoArea(double Left, double Top, double Right, double Bottom)
{
    /// <summary>What there must be around a face's box, in widths of the face, so that it is found again.</summary>
    private const double Room = 0.1;

    /// <summary>All of these faces with their heads, as far as the picture has them.</summary>
    public static PhotoArea Around(IReadOnlyList<PhotoFace> faces, int width, int height) => new(
        Math.Max(0, faces.Min(face => face.Left - (Room * face.Width))),
        Math.Max(0, faces.Min(face => Math.Min(face.Top, face.Crown))),
        Math.Min(width, faces.Max(face => face.Left + ((1 + Room) * face.Width))),
        Math.Min(height, faces.Max(face => Math.Max(face.Top + face.Height, face.Chin))));
}

/// <summary>A piece of a picture, and the size it is scaled to.</summary>
/// <param name="Left">Pixels from the picture's left edge.</param>
/// <param name="Top">Pixels from the picture's top edge.</param>
/// <param name="SourceWidth">Width of the piece.</param>
/// <param name="SourceHeight">Height of the piece.</param>
/// <param name="Width">Width that it gets.</param>
/// <param name="Height">Height that it gets.</param>
/// <param name="DotsPerInch">How many of its pixels are an inch on paper; null where that is not known.</param>
internal sealed record PhotoCrop(int Left, int Top, int SourceWidth, int SourceHeight, int Width, int Height, int? DotsPerInch = null);
