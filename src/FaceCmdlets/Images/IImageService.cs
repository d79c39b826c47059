namespace FaceCmdlets;

/// <summary>What is done with pictures on this machine, without a connection. Throws <see cref="FaceServiceException"/> only, or OperationCanceledException.</summary>
internal interface IImageService
{
    /// <summary>A small copy of a picture, upright, as the bytes of a JPEG, never larger than the picture itself; with the width and height of the whole picture, upright.</summary>
    /// <param name="path">The picture file.</param>
    /// <param name="longestSide">Width or height at most, in pixels.</param>
    (byte[] Jpeg, int Width, int Height) Thumbnail(string path, int longestSide);

    /// <summary>Width and height of a picture, upright.</summary>
    /// <param name="content">The picture file's bytes.</param>
    /// <param name="name">What errors call it.</param>
    (int Width, int Height) Measure(byte[] content, string name);

    /// <summary>A piece of a picture at its size, upright, as the bytes of a JPEG with <see cref="FixedPhotoMark"/> and without other metadata; null where it would not fit into so many.</summary>
    /// <param name="content">The picture file's bytes.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="crop">The piece and its size.</param>
    /// <param name="quality">Of the JPEG, 1 to 100; less where that is needed for the bytes, down to 50.</param>
    /// <param name="mostBytes">How many bytes it may have.</param>
    byte[]? Cut(byte[] content, string name, PhotoCrop crop, int quality, int? mostBytes);

    /// <summary>Pictures with faces marked, cut out or hidden.</summary>
    IImageExport Export { get; }

    /// <summary>What would be done to a picture before it is sent. A picture that needs nothing is not decoded.</summary>
    Task<FaceImageTest> TestAsync(PictureSource picture, CancellationToken cancelled);
}
