namespace FaceCmdlets;

/// <summary>A picture as bytes or a stream, or a face in a file: what -InputObject takes.</summary>
public sealed class ImageContent
{
    /// <summary>A picture in memory.</summary>
    /// <param name="bytes">The picture file's bytes.</param>
    internal ImageContent(byte[] bytes)
    {
        Bytes = bytes ?? throw new ArgumentNullException(nameof(bytes));
    }

    /// <summary>A picture that a stream yields; it is read from its present position to its end, and stays open.</summary>
    /// <param name="stream">The stream.</param>
    internal ImageContent(Stream stream)
    {
        Stream = stream ?? throw new ArgumentNullException(nameof(stream));
    }

    /// <summary>One byte of a picture: the pipeline takes arrays apart, and the cmdlet puts them together again.</summary>
    /// <param name="piece">The byte.</param>
    internal ImageContent(byte piece)
    {
        Piece = piece;
    }

    /// <summary>A picture file, and where in it the face is: what a row of a table says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="face">left, top, width, height in pixels.</param>
    internal ImageContent(string path, int[] face)
    {
        (Path, Face) = (path, face);
    }

    internal string? Path { get; }

    internal int[]? Face { get; }

    internal byte[]? Bytes { get; }

    internal Stream? Stream { get; }

    internal byte? Piece { get; }

    /// <summary>What brought it to a job; null for every other.</summary>
    internal JobContent? Origin { get; init; }
}
