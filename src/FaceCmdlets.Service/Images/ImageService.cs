namespace FaceCmdlets.Service;

/// <summary>Does with SkiaSharp what is done with pictures on this machine.</summary>
internal sealed class ImageService : IImageService
{
    private const int ThumbnailQuality = 85;

    /// <summary>Called by the loader, across the boundary of the load contexts.</summary>
    public static IImageService Create() => new ImageService();

    public byte[] Thumbnail(string path, int longestSide) => MeasuredThumbnail(path, longestSide).Jpeg;

    public (byte[] Jpeg, int Width, int Height) MeasuredThumbnail(string path, int longestSide)
    {
        using OrientedImage image = OrientedImage.Decode(ImageFile.Read(path), path, size => size.FitInto(longestSide, longestSide));
        return (image.EncodeJpeg(ThumbnailQuality), image.Original.Width, image.Original.Height);
    }
}
