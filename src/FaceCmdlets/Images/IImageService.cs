namespace FaceCmdlets;

/// <summary>What is done with pictures on this machine, without a connection. Throws <see cref="FaceServiceException"/> only, or OperationCanceledException.</summary>
internal interface IImageService
{
    /// <summary>A small copy of a picture, upright, as the bytes of a JPEG; never larger than the picture itself.</summary>
    /// <param name="path">The picture file.</param>
    /// <param name="longestSide">Width or height at most, in pixels.</param>
    byte[] Thumbnail(string path, int longestSide);

    /// <summary>What would be done to a picture before it is sent. A picture that needs nothing is not decoded.</summary>
    Task<FaceImageTest> TestAsync(PictureSource picture, CancellationToken cancelled);
}
