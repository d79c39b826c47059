namespace FaceCmdlets;

/// <summary>What the placeholders of -NameTemplate and -Label stand for: Name, Folder and FaceNumber of the picture, Person, and the properties of a face.</summary>
internal static class FacePlaceholders
{
    /// <summary>Whether there is something that it stands for.</summary>
    public static bool AreKnown(string property, FaceRow row) => AreOfPicture(property) || row.Has(PropertyOf(property, row));

    /// <summary>Whether every face has it, whatever its properties.</summary>
    private static bool AreOfPicture(string property) => property.ToUpperInvariant() is "NAME" or "FOLDER" or "FACENUMBER";

    /// <summary>In the name of a file.</summary>
    /// <param name="property">The placeholder.</param>
    /// <param name="row">The face; null where the picture has none.</param>
    /// <param name="path">The picture's full path.</param>
    /// <param name="number">The face's number; null where there is none.</param>
    public static object? InName(string property, FaceRow? row, string path, int? number) => property.ToUpperInvariant() switch
    {
        "NAME" => Path.GetFileNameWithoutExtension(path),
        "FOLDER" => Path.GetFileName(Path.GetDirectoryName(path)),
        "FACENUMBER" => number,
        _ => row?.Value(PropertyOf(property, row)),
    };

    /// <summary>In a label. The name of a person, where the row has one, says more than the picture's.</summary>
    public static object? InLabel(string property, FaceRow row, string path, int number) =>
        AreOfPicture(property) && !row.Has(property) ? InName(property, row, path, number) : property.Equals("FaceNumber", StringComparison.OrdinalIgnoreCase) ? number : row.Value(PropertyOf(property, row));

    /// <summary>A person's name is called Name in what Resolve-AzFaceIdentity emits, and Name is the picture's in the name of a file.</summary>
    private static string PropertyOf(string placeholder, FaceRow row) =>
        placeholder.Equals("Person", StringComparison.OrdinalIgnoreCase) && !row.Has(placeholder) ? "Name" : placeholder;
}
