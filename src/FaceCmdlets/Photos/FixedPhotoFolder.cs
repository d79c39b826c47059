namespace FaceCmdlets;

/// <summary>Where -Fix writes pictures.</summary>
/// <param name="folder">The output folder.</param>
internal sealed class FixedPhotoFolder(string folder)
{
    private readonly OutputNames _names = new(folder);

    private readonly HashSet<string> _noted = new(PathNames.Comparer);

    /// <summary>The folders that pictures come from, with links followed.</summary>
    private readonly HashSet<string> _sources = new(PathNames.Comparer);

    /// <summary>The file for a picture: its name with .jpg, and a number where this command has one of that name already.</summary>
    public string Next(PictureSource picture)
    {
        // InputObject[0] is no file's name: a copy of that name would be taken for a wildcard.
        string name = IsFile(picture) ? Path.GetFileNameWithoutExtension(picture.Name) : picture.Name.Replace('[', '-').Replace("]", string.Empty, StringComparison.Ordinal);
        return _names.Next(name, ".jpg");
    }

    /// <summary>Notes where a picture comes from.</summary>
    public void Note(PictureSource picture)
    {
        if (IsFile(picture) && Path.GetDirectoryName(picture.Name)! is var source && _noted.Add(source))
        {
            _sources.Add(PathNames.RealFolder(source));
        }
    }

    /// <summary>Why nothing can be written here; null where nothing is against it. The folder is not made for that.</summary>
    /// <param name="mayTry">Whether something may be written, and removed at once, to know it.</param>
    public string? WhyUnusable(bool mayTry)
    {
        string? there = folder;
        while (there is not null && !Path.Exists(there))
        {
            there = Path.GetDirectoryName(there);
        }

        if (!Directory.Exists(there))
        {
            return there is null ? $"The folder '{folder}' cannot be made: there is no '{Path.GetPathRoot(folder)}'." : $"'{there}' is a file: no copies can be written to a folder '{folder}'. Choose another -OutputDirectory.";
        }

        if (!mayTry)
        {
            return null;
        }

        string trial = Path.Combine(there, $".{Guid.NewGuid():N}.tmp");
        try
        {
            if (there == folder)
            {
                new FileStream(trial, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose }).Dispose();
            }
            else
            {
                Directory.CreateDirectory(trial);
                Directory.Delete(trial);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string what = there == folder ? string.Empty : $"The folder '{folder}' cannot be made: ";
            return $"{what}this user can write nothing to '{there}'. Choose another -OutputDirectory.";
        }
    }

    /// <summary>
    /// Why what exists there stays as it is; null where the copy may replace it. Which folders pictures come from is known only
    /// of those that came already: only what -Fix made is replaced, whatever comes later.
    /// </summary>
    public string? WhyNotReplace(string file, PictureSource picture, bool force) =>
        PathNames.Comparer.Equals(file, picture.Name) ? $"'{file}' is the original, and stays as it is. Choose another -OutputDirectory."
        : HasOriginalsBeside(file) ? $"'{file}' may be an original, as it lies where pictures come from, and stays as it is. Choose another -OutputDirectory."
        : !FixedPhotoMark.IsOn(file) ? $"'{file}' exists and may be an original, as it has no mark of a copy that -Fix made: it stays as it is, also with -Force. Choose another -OutputDirectory."
        : !force ? $"'{file}' exists. Choose another -OutputDirectory; -Force replaces it."
        : null;

    /// <summary>Whether pictures come from the folder of this file: what is there may be an original.</summary>
    private bool HasOriginalsBeside(string file) => _sources.Contains(PathNames.RealFolder(Path.GetDirectoryName(file)!));

    private static bool IsFile(PictureSource picture) => Path.IsPathFullyQualified(picture.Name);
}
