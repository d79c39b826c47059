namespace FaceCmdlets;

/// <summary>Where -Fix writes pictures.</summary>
/// <param name="folder">The output folder.</param>
internal sealed class FixedPhotoFolder(string folder)
{
    private readonly OutputNames _names = new(folder);

    /// <summary>The file for a picture: its name with .jpg, and a number where this command has one of that name already.</summary>
    public string Next(PictureSource picture) =>
        _names.Next(Path.GetFileNameWithoutExtension(picture.Name).Replace('[', '-').Replace("]", string.Empty, StringComparison.Ordinal), ".jpg");

    /// <summary>Writes a file whole or not at all.</summary>
    public static void Write(string file, byte[] content, bool mayReplace)
    {
        string parent = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(parent);
        string temporary = Path.Combine(parent, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, file, mayReplace);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
