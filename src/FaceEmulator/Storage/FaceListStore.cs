namespace FaceEmulator.Storage;

/// <summary>Face lists of one kind (large or not).</summary>
internal sealed class FaceListStore(FaceDatabase database, CollectionKind kind) : CollectionStore(database, kind)
{
    private readonly int _mostFaces = kind.MostMembers;

    public List<StoredFace> Faces(string list, string start, int top) =>
        Database.Query("SELECT id, userData FROM faces WHERE kind = $0 AND collection = $1 AND id > $2 ORDER BY id LIMIT $3", ReadFace, Kind, list, start, top);

    /// <returns>The new id; null where the list is full or gone.</returns>
    public Guid? AddFace(string list, string? userData, float[] descriptor) =>
        AddFace("EXISTS (SELECT 1 FROM collections WHERE kind = $1 AND id = $2 AND faces < $6)", list, null, userData, descriptor, _mostFaces);

    /// <summary>The list's faces with at least so much confidence, best first.</summary>
    public List<(Guid Face, float Confidence)> FindSimilar(string list, float[] descriptor, float leastConfidence, int most) =>
        Index(list).NearestFaces(descriptor, leastConfidence, most);
}
