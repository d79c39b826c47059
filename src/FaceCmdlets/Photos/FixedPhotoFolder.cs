using System.Globalization;

namespace FaceCmdlets;

/// <summary>Where -Fix writes a picture, and how: never the original, never half a file.</summary>
/// <param name="folder">The output folder.</param>
internal sealed class FixedPhotoFolder(string folder)
{
    private static readonly char[] NotInNames = [.. Path.GetInvalidFileNameChars(), '[', ']', '*', '?', ':', '"', '<', '>', '|', '/', '\\'];

    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file for a picture: its name with .jpg.</summary>
    public string FileFor(PictureSource picture)
    {
        string name = Path.GetFileNameWithoutExtension(picture.Name);
        return Path.Combine(folder, string.Join('-', name.Split(NotInNames, StringSplitOptions.RemoveEmptyEntries)) + ".jpg");
    }

    /// <summary>Writes a picture whole or not at all.</summary>
    /// <exception cref="IOException">The file is there already, is the original, or cannot be written.</exception>
    public void Write(string file, PictureSource picture, byte[] content, bool overwrite)
    {
        if (string.Equals(file, picture.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new IOException($"'{file}' is the original, which is never overwritten. Choose another -OutputDirectory.");
        }

        if (_written.Contains(file))
        {
            throw new IOException($"'{file}' is already the fixed copy of another picture of this command with the same name. Fix pictures of one name in commands of their own.");
        }

        if (!overwrite && File.Exists(file))
        {
            throw new IOException($"'{file}' is there already; -Force overwrites it.");
        }

        Directory.CreateDirectory(folder);
        string half = string.Create(CultureInfo.InvariantCulture, $"{file}.{Path.GetRandomFileName()}.tmp");
        try
        {
            File.WriteAllBytes(half, content);
            File.Move(half, file, overwrite);
        }
        catch
        {
            File.Delete(half);
            throw;
        }

        _written.Add(file);
    }
}
