namespace FaceCmdlets.Service;

/// <summary>Does with SkiaSharp what is done with pictures on this machine.</summary>
internal sealed class ImageService : IImageService
{
    private const int ThumbnailQuality = 85;

    /// <summary>Called by the loader, across the boundary of the load contexts.</summary>
    public static IImageService Create() => new ImageService();

    public IImageExport Export { get; } = new ImageExport();

    public byte[] Thumbnail(string path, int longestSide)
    {
        using OrientedImage image = OrientedImage.Decode(ImageFile.Read(path), path, size => size.FitInto(longestSide, longestSide));
        return image.EncodeJpeg(ThumbnailQuality);
    }

    public (int Width, int Height) Measure(byte[] content, string name)
    {
        ImageSize size = Framing.Measure(content, name);
        return (size.Width, size.Height);
    }

    public byte[]? Cut(byte[] content, string name, PhotoCrop crop, int quality, int? mostBytes)
    {
        using OrientedImage image = OrientedImage.Decode(content, name);
        return Framing.Cut(image, crop, quality, mostBytes);
    }
}
