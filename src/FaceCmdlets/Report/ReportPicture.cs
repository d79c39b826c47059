namespace FaceCmdlets;

/// <summary>A picture in a report: its thumbnail, or why there is none.</summary>
/// <param name="Index">Its number in the report, from 0.</param>
/// <param name="Path">As the objects name it.</param>
/// <param name="Name">What the page calls it.</param>
/// <param name="Link">Where a browser finds it; null for bytes.</param>
/// <param name="Thumbnail">The bytes of a JPEG; null where there is none.</param>
/// <param name="Width">Width of the whole picture; 0 where it was not read.</param>
/// <param name="Height">Height of the whole picture; 0 where it was not read.</param>
/// <param name="Absent">Why there is no thumbnail.</param>
internal sealed record ReportPicture(int Index, string Path, string Name, string? Link, byte[]? Thumbnail, int Width, int Height, string? Absent)
{
    /// <summary>A file's address; every character of a name is the name's, also % and #.</summary>
    internal static string LinkTo(string file)
    {
        IEnumerable<string> parts = file.Split(System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar);
        string path = string.Join('/', parts.Select((part, i) => i == 0 && part.EndsWith(':') ? part : Uri.EscapeDataString(part)));
        return path.StartsWith("//", StringComparison.Ordinal) ? "file:" + path : "file:///" + path.TrimStart('/');
    }

    /// <summary>Reads a picture. It throws nothing: what cannot be read still has its facts.</summary>
    /// <param name="images">Decodes it.</param>
    /// <param name="index">Its number in the report.</param>
    /// <param name="path">As the objects name it.</param>
    /// <param name="file">The same as a full path; null where it is no file.</param>
    /// <param name="longestSide">Width or height of the thumbnail at most.</param>
    public static ReportPicture Read(IImageService images, int index, string path, string? file, int longestSide)
    {
        if (Uri.TryCreate(path, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            // What follows the question mark is often a signature that opens the picture to whoever reads it.
            bool whole = address.Query.Length == 0 && address.UserInfo.Length == 0;
            string last = Uri.UnescapeDataString(address.Segments[^1].TrimEnd('/'));
            return None(last.Length > 0 ? last : address.Host, whole ? address.AbsoluteUri : null, "Given by its address: the service fetched it, there is no copy here.");
        }

        if (ContentPictures.IsName(path) || file is null)
        {
            return None(path, null, file is null ? "This is no file of this machine." : "Given as bytes or a stream: there is no file.");
        }

        string name = System.IO.Path.GetFileName(file);
        string link = LinkTo(file);
        try
        {
            (byte[] jpeg, int width, int height) = images.Thumbnail(file, longestSide);
            return new(index, path, name, link, jpeg, width, height, null);
        }
        catch (FaceServiceException e)
        {
            return e.ErrorCode == "PathNotFound" ? None(name, null, "The file is not there any more.") : None(name, link, "The file cannot be read as a picture.");
        }

        ReportPicture None(string name, string? link, string why) => new(index, path, name, link, null, 0, 0, why);
    }
}
