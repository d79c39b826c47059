namespace FaceCmdlets;

/// <summary>Where -Fix writes pictures.</summary>
/// <param name="folder">The output folder.</param>
internal sealed class FixedPhotoFolder(string folder)
{
    private readonly OutputNames _names = new(folder);

    private readonly HashSet<string> _sources = new(PathNames.Comparer);

    /// <summary>The file for a picture: its name with .jpg, and a number where this command has one of that name already.</summary>
    public string Next(PictureSource picture) =>
        _names.Next(Path.GetFileNameWithoutExtension(picture.Name).Replace('[', '-').Replace("]", string.Empty, StringComparison.Ordinal), ".jpg");

    /// <summary>Notes where a picture comes from.</summary>
    public void Note(PictureSource picture)
    {
        if (Path.IsPathFullyQualified(picture.Name))
        {
            _sources.Add(Path.GetDirectoryName(picture.Name)!);
        }
    }

    /// <summary>Whether pictures come from the folder of this file: what is there may be an original.</summary>
    public bool HasOriginalsBeside(string file)
    {
        string real = Real(Path.GetDirectoryName(file)!);
        return _sources.Any(source => PathNames.Comparer.Equals(Real(source), real));
    }

    /// <summary>The folder that a path with links leads to.</summary>
    private static string Real(string path)
    {
        string real = Path.GetPathRoot(path)!;
        foreach (string name in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            real = Directory.ResolveLinkTarget(real, returnFinalTarget: true)?.FullName ?? real;
        }

        return real;
    }
}
