using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>A picture that a checkpoint remembers as done; from Get-AzFaceCheckpoint.</summary>
public sealed class FaceCheckpoint
{
    internal FaceCheckpoint()
    {
    }

    /// <summary>The picture's full path, or its address.</summary>
    public required string Path { get; init; }

    /// <summary>How many faces were found.</summary>
    public int FaceCount => Faces.Length;

    /// <summary>Length of the file in bytes when it was sent; null for an address.</summary>
    public long? Length { get; init; }

    /// <summary>When the file was last written before it was sent (UTC); null for an address.</summary>
    public DateTime? LastWriteTimeUtc { get; init; }

    /// <summary>What was asked for: models and attributes.</summary>
    public required string Request { get; init; }

    /// <summary>The faces, largest first. Part of JSON (-Depth 4), not of CSV.</summary>
    [Hidden]
    public DetectedFace[] Faces { get; internal init; } = [];

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Path}: {FaceCount} faces");
}
