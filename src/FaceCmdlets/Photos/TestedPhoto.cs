namespace FaceCmdlets;

/// <summary>A picture that was tested, and the bytes of its fixed copy where one is wanted and possible.</summary>
/// <param name="Test">What was found.</param>
/// <param name="Fixed">The copy as a JPEG, and its size; null where there is none.</param>
internal sealed record TestedPhoto(FacePhotoTest Test, (byte[] Jpeg, int Width, int Height)? Fixed)
{
    /// <summary>More than a JPEG of a portrait takes at the lowest quality, for its head and for a pixel.</summary>
    private const double EnoughBytes = 1024, EnoughBytesPerPixel = 0.24;

    /// <summary>Holds what the service says of a picture against the rules, and finds out whether framing can be mended.</summary>
    /// <param name="name">The picture.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="picture">Its width and height, upright.</param>
    /// <param name="faces">The faces that were found, the largest first.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="size">The size that is wanted of the copy; null for any.</param>
    /// <param name="fix">Whether a copy is wanted, or only whether there could be one.</param>
    /// <param name="cut">Makes the copy; null where it does not fit into the bytes that the rules allow.</param>
    public static TestedPhoto Of(string name, byte[] content, (int Width, int Height) picture, IReadOnlyList<DetectedFace> faces, PhotoRules rules, PhotoSize? size, bool fix, Func<PhotoCrop, byte[]?> cut)
    {
        IReadOnlyList<PhotoFailure> failures = PhotoVerdict.Of(rules, faces, picture.Width, picture.Height, content.Length);
        PhotoCrop? crop = null;
        string? problem = null;
        byte[]? copy = null;
        if (WantsCopy())
        {
            (crop, problem) = new PhotoFraming(rules, size).Find([.. Held().Select(PhotoFace.Of)], picture.Width, picture.Height);
            bool tried = crop is not null && (fix || IsTight(crop));
            copy = tried ? cut(crop!) : null;
            if (tried && copy is null)
            {
                (problem, crop) = (FormattableString.Invariant($"{crop!.Width} x {crop.Height} pixels do not fit into {rules.MaximumBytes} bytes; a smaller -Size does"), null);
            }
        }

        DetectedFace? face = faces.Count > 0 ? faces[0] : null;
        PhotoFace? place = face is null ? null : PhotoFace.Of(face);
        return new(
            new FacePhotoTest
            {
                Path = name,
                Passed = failures.Count == 0,
                Reasons = string.Join("; ", failures.Select(failure => failure.Reason)),
                FailedRules = string.Join("; ", failures.Select(failure => failure.Rule)),
                RuleSet = rules.Name,
                CanBeFixed = failures.Count > 0 && crop is not null,
                FixProblem = problem,
                FaceCount = faces.Count,
                FaceShare = Rounded(place?.Height / picture.Height),
                HeadShare = Rounded(place?.HeadHeight / picture.Height),
                OffCentre = Rounded((place?.EyeX / picture.Width) - 0.5),
                EyeLine = Rounded(place?.EyeY / picture.Height),
                Yaw = face?.Yaw,
                Pitch = face?.Pitch,
                Roll = face?.Roll,
                BlurLevel = face?.BlurLevel,
                ExposureLevel = face?.ExposureLevel,
                Glasses = face?.Glasses,
                MaskType = face?.MaskType,
                Accessories = face?.Accessories,
                EyeOccluded = face?.EyeOccluded,
                MouthOccluded = face?.MouthOccluded,
                ForeheadOccluded = face?.ForeheadOccluded,
                QualityForRecognition = face?.QualityForRecognition,
                PictureWidth = picture.Width,
                PictureHeight = picture.Height,
                Bytes = content.Length,
                Left = face?.Left,
                Top = face?.Top,
                Width = face?.Width,
                Height = face?.Height,
            },
            fix && copy is not null ? (copy, crop!.Width, crop.Height) : null);

        // Where the number of faces is a rule, a copy has as many; else the largest is enough.
        IEnumerable<DetectedFace> Held() => rules.FaceCount is null ? faces.Take(1) : faces;

        // Where only framing fails; and where a size is wanted that a good picture does not have.
        bool WantsCopy() => failures.Count > 0
            ? faces.Count > 0 && failures.All(failure => failure.IsFraming)
            : size is { } wanted && wanted != new PhotoSize(picture.Width, picture.Height);

        // Elsewhere a portrait fits, and need not be cut to know that.
        bool IsTight(PhotoCrop crop) => rules.MaximumBytes < EnoughBytes + (EnoughBytesPerPixel * crop.Width * crop.Height);

        static double? Rounded(double? share) => share is { } value ? Math.Round(value, 4) : null;
    }

    /// <summary>The same without the copy.</summary>
    /// <param name="problem">Why there is none.</param>
    public TestedPhoto WithoutCopy(string problem)
    {
        Test.CanBeFixed = false;
        Test.FixProblem = problem;
        return new(Test, null);
    }
}
