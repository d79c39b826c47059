namespace FaceCmdlets;

/// <summary>What would be done to a picture before it is sent, and why; from Test-AzFaceImage.</summary>
public sealed record FaceImageTest
{
    internal FaceImageTest()
    {
    }

    /// <summary>The picture: a file's full path, or InputObject[n].</summary>
    public string Path { get; internal init; } = string.Empty;

    /// <summary>What the file is, by its first bytes: JPEG, PNG, HEIC ... or Unknown.</summary>
    public string Format { get; internal init; } = string.Empty;

    /// <summary>Pixels across, as a viewer shows it; null where the file does not say.</summary>
    public int? Width { get; internal init; }

    /// <summary>Pixels down, as a viewer shows it; null where the file does not say.</summary>
    public int? Height { get; internal init; }

    /// <summary>Length of the file.</summary>
    public long Bytes { get; internal init; }

    /// <summary>EXIF's orientation, 1 to 8; 1 is stored upright.</summary>
    public int Orientation { get; internal init; } = 1;

    /// <summary>Whether the service takes it as it is.</summary>
    public bool Acceptable { get; internal init; }

    /// <summary>What is done to it unless -NoPreparation forbids.</summary>
    public ImagePreparation Preparation { get; internal init; }

    /// <summary>Why; empty where nothing is done.</summary>
    public string Reasons { get; internal init; } = string.Empty;

    /// <summary>What is sent: JPEG, PNG, GIF or BMP.</summary>
    public string? SentFormat { get; internal init; }

    /// <summary>Pixels across that are sent.</summary>
    public int? SentWidth { get; internal init; }

    /// <summary>Pixels down that are sent.</summary>
    public int? SentHeight { get; internal init; }

    /// <summary>Bytes that are sent.</summary>
    public long? SentBytes { get; internal init; }

    /// <summary>JPEG quality of what is encoded again, 90 to 95.</summary>
    public int? Quality { get; internal init; }

    /// <summary>Side of the smallest face that can be found, in pixels of the original.</summary>
    public int? SmallestFace { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{System.IO.Path.GetFileName(Path)}: {Preparation}");
}
