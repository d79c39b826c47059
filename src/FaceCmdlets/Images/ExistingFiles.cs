namespace FaceCmdlets;

/// <summary>
/// Which files of the output folder may be replaced: a picture's own original, and what is no picture of the command. In a folder that
/// pictures come from, only what this module made is surely none: others may still come.
/// </summary>
/// <param name="folder">The output folder.</param>
/// <param name="export">Knows what this module made.</param>
internal sealed class ExistingFiles(string folder, IImageExport export)
{
    private readonly Dictionary<string, string> _realFolders = new(PathNames.Comparer);

    /// <summary>Names of the command's pictures that lie in the output folder.</summary>
    private readonly HashSet<string> _pictures = new(PathNames.Comparer);

    private string? _folder;

    /// <summary>Notes a picture of the command, by its full path.</summary>
    public void Note(string picture)
    {
        if (IsInFolder(picture))
        {
            _pictures.Add(Path.GetFileName(picture));
        }
    }

    /// <summary>A picture's path with the links of its folders followed: the same for one picture by whatever way.</summary>
    public string RealPath(string picture) => Path.Combine(RealFolderOf(picture), Path.GetFileName(picture));

    /// <summary>Whether a file to write is the picture itself, by whatever links.</summary>
    public bool IsOriginal(string picture, string output) => PathNames.Comparer.Equals(Path.GetFileName(picture), Path.GetFileName(output)) && IsInFolder(picture);

    /// <summary>What is at the place of a file to write.</summary>
    /// <param name="picture">The picture that it is made of.</param>
    /// <param name="output">The file.</param>
    /// <param name="allAreKnown">Whether no more pictures come.</param>
    public ExistingFile At(string picture, string output, bool allAreKnown)
    {
        if (!Path.Exists(output))
        {
            return ExistingFile.None;
        }

        if (IsOriginal(picture, output))
        {
            return new FileInfo(output).LinkTarget is null ? ExistingFile.Original : ExistingFile.Link;
        }

        if (_pictures.Contains(Path.GetFileName(output)))
        {
            return ExistingFile.OtherPicture;
        }

        bool isAmongPictures = _pictures.Count > 0;
        bool isOurs = export.IsOurs(output);
        return isAmongPictures && !isOurs ? ExistingFile.AmongPictures
            // The pictures that come later may be of this folder, and be this file.
            : isAmongPictures == isOurs && !allAreKnown ? ExistingFile.NotYetKnown
            : ExistingFile.Replaceable;
    }

    private bool IsInFolder(string picture) => PathNames.Comparer.Equals(RealFolderOf(picture), _folder ??= PathNames.RealFolder(folder));

    private string RealFolderOf(string picture)
    {
        // The root of a drive is in no folder.
        string given = Path.GetDirectoryName(picture) ?? picture;
        if (!_realFolders.TryGetValue(given, out string? real))
        {
            _realFolders.Add(given, real = PathNames.RealFolder(given));
        }

        return real;
    }
}
