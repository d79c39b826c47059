using FaceEmulator.Vision;
using Microsoft.Data.Sqlite;

namespace FaceEmulator.Storage;

/// <summary>A person as it is stored, with the ids of its faces.</summary>
internal sealed record StoredPerson(Guid Id, string Name, string? UserData, string[] Faces);

/// <summary>Groups of one kind (large or not) and their persons.</summary>
internal sealed class PersonGroupStore(FaceDatabase database, CollectionKind kind) : CollectionStore(database, kind)
{
    public const int MostFacesOfAPerson = 248;

    /// <summary>One question for a page of persons, not one more a person.</summary>
    private const string PersonWithFaces = """
        SELECT id, name, userData, (SELECT group_concat(id, ',' ORDER BY id) FROM faces WHERE person = persons.id)
        FROM persons WHERE kind = $0 AND collection = $1
        """;

    private readonly int _mostPersons = kind.MostMembers;

    public StoredPerson? FindPerson(string group, Guid id) => Database.Query(PersonWithFaces + " AND id = $2", ReadPerson, Kind, group, Text(id)).FirstOrDefault();

    public List<StoredPerson> Persons(string group, string start, int top) =>
        Database.Query(PersonWithFaces + " AND id > $2 ORDER BY id LIMIT $3", ReadPerson, Kind, group, start, top);

    /// <returns>The new id; null where the group is full or gone.</returns>
    public Guid? AddPerson(string group, string name, string? userData)
    {
        const string Insert = "INSERT INTO persons (id, kind, collection, name, userData) SELECT $0, kind, id, $3, $4 FROM collections WHERE kind = $1 AND id = $2 AND persons < $5";
        var id = Guid.NewGuid();
        return Database.Execute(Insert, Text(id), Kind, group, name, userData, _mostPersons) > 0 ? id : null;
    }

    public void UpdatePerson(Guid id, string? name, string? userData) =>
        Database.Execute("UPDATE persons SET name = coalesce($1, name), userData = coalesce($2, userData) WHERE id = $0", Text(id), name, userData);

    public void DeletePerson(string group, Guid id) => Remove(group, () =>
    {
        List<Guid> faces = Database.Query("SELECT id FROM faces WHERE person = $0", row => row.GetGuid(0), Text(id));
        Database.ExecuteTogether("DELETE FROM faces WHERE person = $0; DELETE FROM persons WHERE id = $0;", Text(id));
        return faces;
    });

    /// <returns>The new id; null where the person has as many as may be, or is gone.</returns>
    public Guid? AddFace(string group, Guid person, string? userData, float[] descriptor) =>
        AddFace("EXISTS (SELECT 1 FROM persons WHERE id = $3) AND (SELECT count(*) FROM faces WHERE person = $3) < $6", group, person, userData, descriptor, MostFacesOfAPerson);

    /// <summary>Each person's confidence, best first: that of the face nearest to this one.</summary>
    public List<(Guid Person, float Confidence)> Identify(string group, float[] descriptor, float leastConfidence, int most) =>
        Index(group).NearestPersons(descriptor, leastConfidence, most);

    /// <summary>How like the person the face is, trained or not; null where the person has no face.</summary>
    public float? Verify(Guid person, float[] descriptor)
    {
        List<float[]> faces = Database.Query("SELECT descriptor FROM faces WHERE person = $0", row => ReadDescriptor(row, 0), Text(person));
        return faces.Count == 0 ? null : faces.Max(face => MatchConfidence.Between(descriptor, face));
    }

    private static StoredPerson ReadPerson(SqliteDataReader row) => new(row.GetGuid(0), row.GetString(1), TextOrNull(row, 2), TextOrNull(row, 3)?.Split(',') ?? []);
}
