namespace FaceCmdlets;

/// <summary>Writes pictures that show, cut out or hide faces. FaceCmdlets.Service implements it in the private load context.</summary>
internal interface IImageExport
{
    /// <summary>The format of a picture, from its first bytes; Same where it is another than those that can be written.</summary>
    FaceImageFormat FormatOf(ReadOnlySpan<byte> firstBytes);

    /// <summary>Whether a file says that this module made it as a new one; false where it cannot be read.</summary>
    bool IsOurs(string path);

    /// <summary>
    /// Makes the files of one picture, and puts each in its place at once when it is whole. Throws <see cref="FaceServiceException"/>
    /// only, or OperationCanceledException. Any thread may call it, several at a time.
    /// </summary>
    /// <returns>What the user should know of a picture that was written all the same; null for nothing.</returns>
    string? Write(ExportRequest request, ImageEncoding encoding, CancellationToken cancellationToken);
}

/// <summary>How to encode.</summary>
/// <param name="Quality">1 to 100, for JPEG and WebP.</param>
/// <param name="Format">Never Same.</param>
internal readonly record struct ImageEncoding(FaceImageFormat Format, int Quality);

/// <summary>One picture to write.</summary>
/// <param name="Path">The original's full path.</param>
internal abstract record ExportRequest(string Path);

/// <summary>The picture with its faces marked.</summary>
internal sealed record AnnotateRequest(string Path, OutputFile Output, IReadOnlyList<PictureFace> Faces, AnnotationStyle Style) : ExportRequest(Path);

/// <summary>How faces are marked.</summary>
/// <param name="Argb">The colour of boxes and labels.</param>
/// <param name="Box">Whether the rectangle is drawn.</param>
/// <param name="Landmarks">Whether the points are, where there are any.</param>
/// <param name="Pose">Whether the head's axes are, where they are known.</param>
/// <param name="Label">Whether the text is.</param>
internal sealed record AnnotationStyle(int Argb, bool Box, bool Landmarks, bool Pose, bool Label);

/// <summary>Each face as a picture of its own.</summary>
internal sealed record CropRequest(string Path, IReadOnlyList<(PictureFace Face, OutputFile Output)> Faces, CropShape Shape) : ExportRequest(Path);

/// <summary>The picture with its faces made unrecognisable.</summary>
internal sealed record RedactRequest(string Path, OutputFile Output, IReadOnlyList<PictureFace> Faces, RedactionStyle Style) : ExportRequest(Path);

/// <summary>How faces are made unrecognisable.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Margin">What is hidden around a face, as a part of its width and height.</param>
/// <param name="Argb">The colour of Fill.</param>
internal sealed record RedactionStyle(FaceRedaction Kind, double Margin, int Argb);

/// <summary>A file to write.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="MayReplace">Whether it takes the place of what is there.</param>
/// <param name="IsOriginal">Whether what is there is the picture itself: then the file is the user's still, and does not say that it was made by this module.</param>
internal sealed record OutputFile(string Path, bool MayReplace, bool IsOriginal = false);
