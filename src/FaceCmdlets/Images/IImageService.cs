namespace FaceCmdlets;

/// <summary>What is done with pictures on this machine, without a connection. Throws <see cref="FaceServiceException"/> only.</summary>
internal interface IImageService
{
    /// <summary>A small copy of a picture, upright, as the bytes of a JPEG; never larger than the picture itself.</summary>
    /// <param name="path">The picture file.</param>
    /// <param name="longestSide">Width or height at most, in pixels.</param>
    byte[] Thumbnail(string path, int longestSide);

    /// <summary>The same with the width and height of the whole picture, upright: what a face's coordinates are measured on.</summary>
    /// <param name="path">The picture file.</param>
    /// <param name="longestSide">Width or height at most, in pixels.</param>
    (byte[] Jpeg, int Width, int Height) MeasuredThumbnail(string path, int longestSide);
}
