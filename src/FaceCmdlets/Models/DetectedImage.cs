using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>A picture and the faces in it, also when there are none; from Invoke-AzFaceDetection -PerImage.</summary>
public sealed class DetectedImage
{
    internal DetectedImage(string path, IReadOnlyList<DetectedFace> faces)
    {
        Path = path;
        Faces = [.. faces];
    }

    /// <summary>The picture: a file's full path, an address, or InputObject[n].</summary>
    public string Path { get; }

    /// <summary>How many faces there are.</summary>
    public int FaceCount => Faces.Length;

    /// <summary>The faces, largest first. Part of JSON (-Depth 4), not of CSV.</summary>
    [Hidden]
    public DetectedFace[] Faces { get; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{System.IO.Path.GetFileName(Path)}: {FaceCount} faces");
}
