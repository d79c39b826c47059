namespace FaceCmdlets;

/// <summary>The pictures that come to a cmdlet as content and not as files: named by their order, and put together where the pipeline took them apart.</summary>
internal sealed class ContentPictures
{
    private readonly List<byte> _pieces = [];
    private int _count;

    /// <summary>The picture of this content; null for one byte of a picture, which <see cref="Rest"/> has at the end.</summary>
    public PictureSource? Take(ImageContent content)
    {
        if (content.Piece is { } piece)
        {
            _pieces.Add(piece);
            return null;
        }

        content.Origin?.LetGo();
        return content switch
        {
            { Bytes: { } bytes } => PictureSource.FromBytes(bytes, NextName()),
            { Stream: FileStream { Name: { Length: > 0 } file } stream } => PictureSource.FromStream(stream, file),
            _ => PictureSource.FromStream(content.Stream!, NextName()),
        };
    }

    /// <summary>The picture that came byte by byte; null where none did.</summary>
    public PictureSource? Rest() => _pieces.Count > 0 ? PictureSource.FromBytes([.. _pieces], NextName()) : null;

    /// <summary>Whether a picture has this name because it came without one.</summary>
    public static bool IsName(string name) => name.StartsWith("InputObject[", StringComparison.Ordinal) && name.EndsWith(']');

    private string NextName() => FormattableString.Invariant($"InputObject[{_count++}]");
}
