using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>A face as the recognition cmdlets take it: a face of Invoke-AzFaceDetection, a face id, or a picture whose largest face is meant.</summary>
public sealed class FaceReference
{
    private FaceReference(object original, DetectedFace? face, Guid? id, string? path)
    {
        Original = original;
        Face = face;
        Id = id;
        Path = path;
    }

    /// <summary>What was given.</summary>
    internal object Original { get; }

    internal DetectedFace? Face { get; }

    internal Guid? Id { get; }

    /// <summary>A picture's path, as it was given.</summary>
    internal string? Path { get; }

    /// <inheritdoc />
    public override string ToString() => Face?.Path ?? Path ?? Id.ToString()!;

    /// <summary>Makes one of what a parameter was given; null where it is nothing of the kind.</summary>
    internal static FaceReference? From(object? given) => given switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => From(wrapped.BaseObject),
        FaceReference reference => reference,
        DetectedFace face => new(face, face, face.FaceId, face.Path),
        Guid id => new(id, null, id, null),
        FileInfo file => new(file, null, null, file.FullName),
        string text when Guid.TryParse(text, out Guid id) => new(id, null, id, null),
        string { Length: > 0 } path => new(path, null, null, path),
        PSObject row when row.Properties["FaceId"]?.Value is { } id && Guid.TryParse(id.ToString(), out Guid known) => new(row, null, known, null),
        PSObject row when row.Properties["Path"]?.Value is string { Length: > 0 } path => new(row, null, null, path),
        _ => null,
    };
}
