namespace FaceCmdlets.Service;

/// <summary>Does with SkiaSharp what is done with pictures on this machine.</summary>
internal sealed class ImageService : IImageService
{
    private const int ThumbnailQuality = 85;

    /// <summary>Called by the loader, across the boundary of the load contexts.</summary>
    public static IImageService Create() => new ImageService();

    public IImageExport Export { get; } = new ImageExport();

    public (byte[] Jpeg, int Width, int Height) Thumbnail(string path, int longestSide)
    {
        using PictureBytes file = PictureSource.FromFile(path).OpenAsync(CancellationToken.None).GetAwaiter().GetResult();
        using OrientedImage image = OrientedImage.Decode(file.ReadAll(), path, size => size.FitInto(longestSide, longestSide));
        return (image.EncodeJpeg(ThumbnailQuality), image.Original.Width, image.Original.Height);
    }

    public (int Width, int Height) Measure(byte[] content, string name)
    {
        ImageSize size = Framing.Measure(content, name);
        return (size.Width, size.Height);
    }

    public byte[]? Cut(byte[] content, string name, PhotoCrop crop, int quality, int? mostBytes)
    {
        using IDisposable place = PreparationGate.EnterToDecode(content, CancellationToken.None);
        using OrientedImage image = OrientedImage.Decode(content, name);
        return Framing.Cut(image, crop, quality, mostBytes);
    }

    public async Task<FaceImageTest> TestAsync(PictureSource picture, CancellationToken cancelled)
    {
        try
        {
            using PictureBytes bytes = await picture.OpenAsync(cancelled).ConfigureAwait(false);
            return await TestAsync(picture, bytes, cancelled).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.ErrorCode == "EmptyPicture")
        {
            return new FaceImageTest { Path = picture.Name, Format = ImageFormat.Unknown.Text(), Preparation = ImagePreparation.Impossible, Reasons = Reason(e, picture.Name) };
        }
    }

    /// <summary>Without the picture's name in front, which stands in the row already, and would hide the reason in a table.</summary>
    private static string Reason(FaceServiceException e, string name) => e.Message.StartsWith($"'{name}' ", StringComparison.Ordinal) ? e.Message[(name.Length + 3)..] : e.Message;

    private static async Task<FaceImageTest> TestAsync(PictureSource picture, PictureBytes bytes, CancellationToken cancelled)
    {
        PreparationPlan plan = PreparationPlan.For(bytes, picture.Name);
        ImageSize? size = plan.Header.Upright;
        var test = new FaceImageTest
        {
            Path = picture.Name,
            Format = plan.Header.Format.Text(),
            Width = size?.Width,
            Height = size?.Height,
            Bytes = bytes.Length,
            Orientation = plan.Header.Orientation,
            Acceptable = !plan.IsNeeded,
            Reasons = string.Join("; ", plan.Reasons),
        };
        if (!plan.IsNeeded)
        {
            return test with
            {
                Preparation = ImagePreparation.None,
                SentFormat = test.Format,
                SentWidth = test.Width,
                SentHeight = test.Height,
                SentBytes = bytes.Length,
                SmallestFace = size is { } whole ? PreparationPlan.SmallestFace(whole, whole) : null,
            };
        }

        try
        {
            PreparedImage prepared = await Preparation.PrepareAsync(plan, bytes, picture.Name, cancelled).ConfigureAwait(false);
            return test with
            {
                Width = prepared.Original.Width,
                Height = prepared.Original.Height,
                Preparation = prepared.Sent == prepared.Original ? ImagePreparation.Reencode : ImagePreparation.ScaleDown,
                SentFormat = prepared.Format.Text(),
                SentWidth = prepared.Sent.Width,
                SentHeight = prepared.Sent.Height,
                SentBytes = prepared.Bytes.Length,
                Quality = prepared.Quality,
                SmallestFace = PreparationPlan.SmallestFace(prepared.Original, prepared.Sent),
            };
        }
        catch (FaceServiceException e)
        {
            return test with { Preparation = ImagePreparation.Impossible, Reasons = Reason(e, picture.Name) };
        }
    }
}
