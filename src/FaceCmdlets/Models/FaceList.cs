namespace FaceCmdlets;

/// <summary>A list of faces, large or small.</summary>
public sealed class FaceList
{
    internal FaceList()
    {
    }

    /// <summary>Its id: up to 64 of a-z, 0-9, - and _.</summary>
    public required string FaceListId { get; init; }

    /// <summary>Its name, up to 128 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whatever its owner wrote, up to 16 KB.</summary>
    public string? UserData { get; init; }

    /// <summary>The recognition model that it was created with, for ever.</summary>
    public string? RecognitionModel { get; init; }

    /// <summary>Whether it is a small list: up to 1000 faces, and no training.</summary>
    public bool Standard { get; init; }

    /// <inheritdoc />
    public override string ToString() => FaceListId;
}
