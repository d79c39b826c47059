namespace FaceCmdlets;

/// <summary>What Export-AzFaceImage knows of one picture, as its faces come in: a few numbers a face, no pixels.</summary>
/// <param name="path">Its full path, as it was given first.</param>
/// <param name="realPath">The same with the links of its folders followed.</param>
internal sealed class ExportedPicture(string path, string realPath)
{
    public string Path { get; } = path;

    public string RealPath { get; } = realPath;

    /// <summary>All faces so far, where they share one file.</summary>
    public List<PictureFace> Faces { get; } = [];

    /// <summary>Faces that become files of their own, with the names of these, and their full paths as soon as these are known.</summary>
    public List<(PictureFace Face, string Name, string? Output)> ToCrop { get; } = [];

    public int Count { get; set; }

    /// <summary>What the template makes of its first face.</summary>
    public string? Name { get; set; }

    /// <summary>The file that this command gives it, written or not; null as long as there is none.</summary>
    public string? Output { get; set; }

    public bool IsToWrite { get; set; }

    /// <summary>Whether it waits for the end, when all pictures are known and a file that is there may be replaced.</summary>
    public bool IsPutOff { get; set; }

    /// <summary>Whether a file of it is there.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Whether a file of it went down the pipeline.</summary>
    public bool IsEmitted { get; set; }

    /// <summary>Whether a face of it is not known.</summary>
    public bool IsBroken { get; set; }
}
