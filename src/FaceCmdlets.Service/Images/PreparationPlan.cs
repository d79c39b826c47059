using System.Management.Automation;

namespace FaceCmdlets.Service;

/// <summary>Whether the service takes a picture as it is, and if not, why not; by the header alone.</summary>
/// <param name="Header">What the header says.</param>
/// <param name="Bytes">The file's length.</param>
/// <param name="Reasons">Why it has to be prepared; none: it need not be.</param>
/// <param name="Refusal">Why it cannot be prepared either.</param>
internal sealed record PreparationPlan(ImageHeader Header, long Bytes, IReadOnlyList<string> Reasons, FaceServiceException? Refusal)
{
    /// <summary>The service's limits (Microsoft Learn, "Face detection concepts", January 2026).</summary>
    public const int SmallestBytes = 1024;
    public const int LargestBytes = 6 * 1024 * 1024;
    public const int SmallestSide = 36;

    /// <summary>The service publishes no limit of pixels; this is what the emulator takes, and what is decoded here.</summary>
    public const long MostPixels = OrientedImage.MostPixels;

    public bool IsNeeded => Refusal is not null || Reasons.Count > 0;

    public static PreparationPlan For(PictureBytes picture, string name)
    {
        ImageHeader header = ImageHeader.Read(picture);
        List<string> reasons = [];
        if (!header.Format.IsTaken())
        {
            reasons.Add($"the service does not take {header.Format.Text()}");
        }
        else if (header.Orientation != 1 && header.Format != ImageFormat.Jpeg)
        {
            // That of JPEG, the service applies itself.
            reasons.Add(FormattableString.Invariant($"it is to be turned (orientation {header.Orientation}), which the service does for JPEG only"));
        }

        if (picture.Length > LargestBytes)
        {
            reasons.Add(FormattableString.Invariant($"{picture.Length / 1048576.0:0.0} MB are more than the 6 MB that the service takes"));
        }
        else if (picture.Length < SmallestBytes)
        {
            reasons.Add(FormattableString.Invariant($"{picture.Length} bytes are less than the 1 KB that the service wants"));
        }

        if (header.Stored is { } size && size.Pixels > MostPixels)
        {
            reasons.Add(FormattableString.Invariant($"{size.Pixels / 1_000_000} megapixels are more than {MostPixels / 1_000_000}"));
        }

        return new PreparationPlan(header, picture.Length, reasons, header.Stored is { } few && Math.Min(few.Width, few.Height) < SmallestSide
            ? TooFewPixels(few, name)
            : reasons.Count > 0 ? OrientedImage.RefusalOf(header, picture.Length, name) : null);
    }

    /// <summary>
    /// The smallest face that is found, in pixels of the whole picture: 36 in up to 1920 x 1080, in proportion larger in
    /// larger ones, and by as much as the picture is scaled down.
    /// </summary>
    public static int SmallestFace(ImageSize original, ImageSize sent)
    {
        double factor = Math.Max(1, Math.Max(Math.Max(sent.Width, sent.Height) / 1920.0, Math.Min(sent.Width, sent.Height) / 1080.0));
        return (int)Math.Ceiling(Math.Round(SmallestSide * factor * original.Width / sent.Width, 3));
    }

    public static FaceServiceException TooFewPixels(ImageSize size, string name) =>
        new("InvalidImageSize", $"'{name}' has {size} pixels; the smallest face that the service finds has {SmallestSide} x {SmallestSide}: nothing was sent.", ErrorCategory.InvalidData, false);
}
