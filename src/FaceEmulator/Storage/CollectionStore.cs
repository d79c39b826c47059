using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace FaceEmulator.Storage;

/// <summary>A collection as it is stored; the training's part is null where there was none.</summary>
internal sealed record StoredCollection(string Id, string Name, string? UserData, string Model, string? Status, string? Created, string? LastAction, string? LastSuccess, string? Message, long Faces);

/// <summary>A face as it is stored; no picture is kept.</summary>
internal sealed record StoredFace(Guid Id, string? UserData);

/// <summary>What came of the wish to add something.</summary>
internal enum Addition
{
    Added,
    Full,

    /// <summary>What it was to be added to is gone, or it is there already.</summary>
    Refused,
}

/// <summary>Collections of one kind with their faces: what person groups and face lists have in common.</summary>
internal abstract class CollectionStore(FaceDatabase database, CollectionKind kind)
{
    private const string Columns = "SELECT id, name, userData, model, status, created, lastAction, lastSuccess, message, faces FROM collections WHERE kind = $0";

    /// <summary>Loaded when somebody first looks for a face in a collection, and kept up to date from then on.</summary>
    private readonly ConcurrentDictionary<string, FaceIndex> _indexes = new();

    /// <summary>Held while the database and an index change together, so that none is loaded in between.</summary>
    private readonly Lock _both = new();

    protected FaceDatabase Database => database;

    protected string Kind => kind.Path;

    public StoredCollection? Find(string id) => database.Query(Columns + " AND id = $1", ReadCollection, Kind, id).FirstOrDefault();

    public List<StoredCollection> Page(string start, int top) => database.Query(Columns + " AND id > $1 ORDER BY id LIMIT $2", ReadCollection, Kind, start, top);

    public Addition Add(string id, string name, string? userData, string model)
    {
        const string Insert = """
            INSERT OR IGNORE INTO collections (kind, id, name, userData, model)
            SELECT $0, $1, $2, $3, $4 WHERE (SELECT count(*) FROM collections WHERE kind = $0) < $5
            """;
        return database.Execute(Insert, Kind, id, name, userData, model, kind.MostCollections) > 0 ? Addition.Added : Find(id) is null ? Addition.Full : Addition.Refused;
    }

    public void Update(string id, string? name, string? userData) =>
        database.Execute("UPDATE collections SET name = coalesce($2, name), userData = coalesce($3, userData) WHERE kind = $0 AND id = $1", Kind, id, name, userData);

    public void Delete(string id)
    {
        lock (_both)
        {
            database.ExecuteTogether("DELETE FROM faces WHERE kind = $0 AND collection = $1; DELETE FROM persons WHERE kind = $0 AND collection = $1; DELETE FROM collections WHERE kind = $0 AND id = $1;", Kind, id);
            _indexes.TryRemove(id, out _);
        }
    }

    /// <summary>False where a training of it runs already.</summary>
    public bool BeginTraining(string id) =>
        database.Execute("UPDATE collections SET status = 'running', created = $2, lastAction = $2, message = NULL WHERE kind = $0 AND id = $1 AND status IS NOT 'running'", Kind, id, Now) > 0;

    /// <summary>From here on the faces that the collection has now are found, and no others: faces are numbered as they come, and the last number is noted.</summary>
    public void EndTraining(string id)
    {
        const string End = """
            UPDATE collections SET lastAction = $2, status = iif(faces > 0, 'succeeded', 'failed'), message = iif(faces > 0, NULL, $3),
                lastSuccess = iif(faces > 0, $2, lastSuccess), trainedTo = iif(faces > 0, (SELECT seq FROM sqlite_sequence WHERE name = 'faces'), trainedTo)
            WHERE kind = $0 AND id = $1 AND status = 'running'
            """;
        lock (_both)
        {
            long before = TrainedTo(id);
            database.Execute(End, Kind, id, Now, kind.NothingToTrain);
            if (_indexes.TryGetValue(id, out FaceIndex? index))
            {
                Fill(index, id, before, TrainedTo(id));
            }
        }
    }

    public StoredFace? FindFace(string collection, Guid? person, Guid face) =>
        database.Query("SELECT id, userData FROM faces WHERE id = $0 AND kind = $1 AND collection = $2 AND person IS $3", ReadFace, Text(face), Kind, collection, TextOrNull(person)).FirstOrDefault();

    public void UpdateFace(Guid face, string userData) => database.Execute("UPDATE faces SET userData = $1 WHERE id = $0", Text(face), userData);

    public void DeleteFace(string collection, Guid face)
    {
        lock (_both)
        {
            database.Execute("DELETE FROM faces WHERE id = $0", Text(face));
            Forget(collection, [face]);
        }
    }

    protected static string Text(Guid id) => id.ToString();

    protected static string? TextOrNull(Guid? id) => id?.ToString();

    protected static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    protected static StoredFace ReadFace(SqliteDataReader row) => new(row.GetGuid(0), TextOrNull(row, 1));

    protected static float[] ReadDescriptor(SqliteDataReader row, int column) => MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(column)).ToArray();

    /// <summary>Runs the statement that adds a face, whose last part says under which condition.</summary>
    /// <param name="condition">From $6 on it has its own values.</param>
    /// <param name="collection">The collection that gets the face.</param>
    /// <param name="person">Whose face it is; null in a face list.</param>
    /// <param name="userData">What the client keeps with it.</param>
    /// <param name="descriptor">The face's numbers.</param>
    /// <param name="values">The condition's values.</param>
    /// <returns>The new id; null where the condition does not hold.</returns>
    protected Guid? AddFace(string condition, string collection, Guid? person, string? userData, float[] descriptor, params object?[] values)
    {
        var id = Guid.NewGuid();
        string insert = "INSERT INTO faces (id, kind, collection, person, userData, descriptor) SELECT $0, $1, $2, $3, $4, $5 WHERE " + condition;
        object?[] all = [Text(id), Kind, collection, TextOrNull(person), userData, MemoryMarshal.AsBytes<float>(descriptor).ToArray(), .. values];
        if (kind.NothingToTrain is not null)
        {
            return database.Execute(insert, all) > 0 ? id : null;
        }

        lock (_both)
        {
            if (database.Execute(insert, all) == 0)
            {
                return null;
            }

            if (_indexes.TryGetValue(collection, out FaceIndex? index))
            {
                index.Add(id, person ?? Guid.Empty, descriptor);
            }

            return id;
        }
    }

    /// <summary>Changes the database together with the collection's index: the action says which faces are gone.</summary>
    protected void Remove(string collection, Func<IEnumerable<Guid>> action)
    {
        lock (_both)
        {
            Forget(collection, action());
        }
    }

    /// <summary>The faces of the collection that are found.</summary>
    protected FaceIndex Index(string collection)
    {
        if (_indexes.TryGetValue(collection, out FaceIndex? known))
        {
            return known;
        }

        lock (_both)
        {
            return _indexes.GetOrAdd(collection, id =>
            {
                var index = new FaceIndex();
                Fill(index, id, 0, TrainedTo(id));
                return index;
            });
        }
    }

    private static string Now => DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static StoredCollection ReadCollection(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), TextOrNull(row, 2), row.GetString(3), TextOrNull(row, 4), TextOrNull(row, 5), TextOrNull(row, 6), TextOrNull(row, 7), TextOrNull(row, 8), row.GetInt64(9));

    /// <summary>The number of the last face that is found.</summary>
    private long TrainedTo(string id) =>
        kind.NothingToTrain is null ? long.MaxValue : database.Query("SELECT trainedTo FROM collections WHERE kind = $0 AND id = $1", row => row.GetInt64(0), Kind, id).FirstOrDefault();

    private void Fill(FaceIndex index, string collection, long after, long upTo)
    {
        const string Select = "SELECT id, person, descriptor FROM faces WHERE kind = $0 AND collection = $1 AND number > $2 AND number <= $3";
        database.Query(
            Select,
            row =>
            {
                index.Add(row.GetGuid(0), row.IsDBNull(1) ? Guid.Empty : row.GetGuid(1), ReadDescriptor(row, 2));
                return 0;
            },
            Kind,
            collection,
            after,
            upTo);
    }

    private void Forget(string collection, IEnumerable<Guid> faces)
    {
        if (_indexes.TryGetValue(collection, out FaceIndex? index))
        {
            foreach (Guid face in faces)
            {
                index.Remove(face);
            }
        }
    }
}
