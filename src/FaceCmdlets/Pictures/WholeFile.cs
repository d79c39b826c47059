namespace FaceCmdlets;

/// <summary>A file that is there whole or not at all: written beside its place first.</summary>
internal static class WholeFile
{
    /// <summary>Writes it, and makes its folder where there is none. Throws as File.WriteAllBytes and File.Move do.</summary>
    public static void Write(string file, byte[] content, bool mayReplace)
    {
        string folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
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
