using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using FaceEmulator.Vision;
using Microsoft.Data.Sqlite;

namespace FaceEmulator.Storage;

/// <summary>A group as it is stored; the training's part is null where there was none.</summary>
internal sealed record StoredGroup(string Id, string Name, string? UserData, string Model, string? Status, string? Created, string? LastAction, string? LastSuccess, string? Message);

/// <summary>A person as it is stored, with the ids of its faces.</summary>
internal sealed record StoredPerson(Guid Id, string Name, string? UserData, string[] Faces);

/// <summary>Groups of one kind (large or not), their persons and faces.</summary>
internal sealed class PersonGroupStore(FaceDatabase database, string kind)
{
    /// <summary>One question for a page of persons, not one more a person.</summary>
    private const string PersonWithFaces = """
        SELECT id, name, userData, (SELECT group_concat(id, ',' ORDER BY id) FROM faces WHERE kind = $0 AND groupId = $1 AND personId = persons.id)
        FROM persons WHERE kind = $0 AND groupId = $1
        """;

    private readonly ConcurrentDictionary<string, TrainedFaces> _trained = new();

    public static string Now => DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public StoredGroup? FindGroup(string id) => database.Query("SELECT * FROM groups WHERE kind = $0 AND id = $1", ReadGroup, kind, id).FirstOrDefault();

    public List<StoredGroup> Groups(string start, int top) => database.Query("SELECT * FROM groups WHERE kind = $0 AND id > $1 ORDER BY id LIMIT $2", ReadGroup, kind, start, top);

    public bool AddGroup(string id, string name, string? userData, string model) =>
        database.Execute("INSERT OR IGNORE INTO groups (kind, id, name, userData, model) VALUES ($0, $1, $2, $3, $4)", kind, id, name, userData, model) > 0;

    public void UpdateGroup(string id, string? name, string? userData) =>
        database.Execute("UPDATE groups SET name = coalesce($2, name), userData = coalesce($3, userData) WHERE kind = $0 AND id = $1", kind, id, name, userData);

    public void DeleteGroup(string id)
    {
        database.Execute("BEGIN; DELETE FROM faces WHERE kind = $0 AND groupId = $1; DELETE FROM persons WHERE kind = $0 AND groupId = $1; DELETE FROM groups WHERE kind = $0 AND id = $1; COMMIT;", kind, id);
        _trained.TryRemove(id, out _);
    }

    public StoredPerson? FindPerson(string group, Guid id) => database.Query(PersonWithFaces + " AND id = $2", ReadPerson, kind, group, Text(id)).FirstOrDefault();

    public List<StoredPerson> Persons(string group, string start, int top) =>
        database.Query(PersonWithFaces + " AND id > $2 ORDER BY id LIMIT $3", ReadPerson, kind, group, start, top);

    public Guid AddPerson(string group, string name, string? userData)
    {
        var id = Guid.NewGuid();
        database.Execute("INSERT INTO persons VALUES ($0, $1, $2, $3, $4)", kind, group, Text(id), name, userData);
        return id;
    }

    public void UpdatePerson(Guid id, string? name, string? userData) =>
        database.Execute("UPDATE persons SET name = coalesce($1, name), userData = coalesce($2, userData) WHERE id = $0", Text(id), name, userData);

    public void DeletePerson(string group, Guid id)
    {
        database.Execute("BEGIN; DELETE FROM faces WHERE personId = $0; DELETE FROM persons WHERE id = $0; COMMIT;", Text(id));
        _trained.TryRemove(group, out _);
    }

    public (Guid Id, string? UserData)? FindFace(Guid person, Guid face)
    {
        List<(Guid, string?)> rows = database.Query("SELECT id, userData FROM faces WHERE personId = $0 AND id = $1", row => (row.GetGuid(0), TextOrNull(row, 1)), Text(person), Text(face));
        return rows.Count > 0 ? rows[0] : null;
    }

    public Guid AddFace(string group, Guid person, string? userData, float[] descriptor)
    {
        var id = Guid.NewGuid();
        database.Execute("INSERT INTO faces VALUES ($0, $1, $2, $3, $4, $5, 0)", kind, group, Text(person), Text(id), userData, MemoryMarshal.AsBytes<float>(descriptor).ToArray());
        return id;
    }

    public void UpdateFace(Guid face, string? userData) => database.Execute("UPDATE faces SET userData = $1 WHERE id = $0", Text(face), userData);

    public void DeleteFace(string group, Guid face)
    {
        database.Execute("DELETE FROM faces WHERE id = $0", Text(face));
        _trained.TryRemove(group, out _);
    }

    public void BeginTraining(string group)
    {
        string now = Now;
        database.Execute("UPDATE groups SET status = 'running', created = $2, lastAction = $2, message = NULL WHERE kind = $0 AND id = $1", kind, group, now);
    }

    /// <summary>From here on the faces that the group has now are found, and no others.</summary>
    public void EndTraining(string group)
    {
        string now = Now;
        int faces = database.Execute("UPDATE faces SET trained = 1 WHERE kind = $0 AND groupId = $1", kind, group);
        if (faces == 0)
        {
            database.Execute("UPDATE groups SET status = 'failed', lastAction = $2, message = 'There is no person with a face in the group.' WHERE kind = $0 AND id = $1", kind, group, now);
        }
        else
        {
            database.Execute("UPDATE groups SET status = 'succeeded', lastAction = $2, lastSuccess = $2 WHERE kind = $0 AND id = $1", kind, group, now);
        }

        _trained.TryRemove(group, out _);
    }

    /// <summary>Each person's confidence, best first: that of the face nearest to this one.</summary>
    public IEnumerable<(Guid Person, float Confidence)> Identify(string group, float[] descriptor)
    {
        TrainedFaces trained = _trained.GetOrAdd(group, Load);
        Dictionary<Guid, float> nearest = [];
        for (int i = 0; i < trained.Persons.Length; i++)
        {
            float distance = TensorPrimitives.Distance(descriptor, trained.Descriptors.AsSpan(i * FaceApiToOnnx.Numbers, FaceApiToOnnx.Numbers));
            ref float best = ref CollectionsMarshal.GetValueRefOrAddDefault(nearest, trained.Persons[i], out bool known);
            best = known ? Math.Min(best, distance) : distance;
        }

        return nearest.OrderBy(pair => pair.Value).Select(pair => (pair.Key, MatchConfidence.FromDistance(pair.Value)));
    }

    /// <summary>How like the person the face is, trained or not; null where the person has no face.</summary>
    public float? Verify(string group, Guid person, float[] descriptor)
    {
        List<float[]> faces = database.Query("SELECT descriptor FROM faces WHERE kind = $0 AND groupId = $1 AND personId = $2", row => Descriptor(row, 0), kind, group, Text(person));
        return faces.Count == 0 ? null : faces.Max(face => MatchConfidence.Between(descriptor, face));
    }

    private static string Text(Guid id) => id.ToString();

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static float[] Descriptor(SqliteDataReader row, int column) => MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(column)).ToArray();

    private static StoredGroup ReadGroup(SqliteDataReader row) => new(row.GetString(1), row.GetString(2), TextOrNull(row, 3), row.GetString(4), TextOrNull(row, 5), TextOrNull(row, 6), TextOrNull(row, 7), TextOrNull(row, 8), TextOrNull(row, 9));

    private static StoredPerson ReadPerson(SqliteDataReader row) => new(row.GetGuid(0), row.GetString(1), TextOrNull(row, 2), TextOrNull(row, 3)?.Split(',') ?? []);

    private TrainedFaces Load(string group)
    {
        List<(Guid Person, float[] Descriptor)> rows = database.Query("SELECT personId, descriptor FROM faces WHERE kind = $0 AND groupId = $1 AND trained = 1", row => (row.GetGuid(0), Descriptor(row, 1)), kind, group);
        return new TrainedFaces([.. rows.Select(row => row.Person)], [.. rows.SelectMany(row => row.Descriptor)]);
    }

    /// <summary>One after the other, as the vector instructions like them.</summary>
    private sealed record TrainedFaces(Guid[] Persons, float[] Descriptors);
}
