namespace FaceCmdlets;

/// <summary>A face id, and the face behind it as far as that is known.</summary>
/// <param name="Id">The face id.</param>
/// <param name="Path">The picture.</param>
/// <param name="FaceNumber">The face's number in the picture.</param>
/// <param name="Rectangle">Where it is in the picture.</param>
/// <param name="Expires">When the id ends, where that is known.</param>
/// <param name="IsNew">Whether the service has only just given the id, so that it lives.</param>
internal sealed record KnownFace(Guid Id, string? Path, int? FaceNumber, FaceRectangle? Rectangle, DateTimeOffset? Expires, bool IsNew)
{
    /// <summary>As messages name it: by its picture where that is known.</summary>
    public override string ToString() => Path ?? Id.ToString();
}
