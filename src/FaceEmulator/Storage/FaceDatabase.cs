using Microsoft.Data.Sqlite;

namespace FaceEmulator.Storage;

/// <summary>
/// SQLite, in a file under --data or in memory. A statement is on the disk when it returns: what was acknowledged survives a crash.
/// </summary>
internal sealed class FaceDatabase : IDisposable
{
    /// <summary>Goes up when the tables change: a file of another version is refused, not misread.</summary>
    private const int Version = 2;

    /// <summary>Faces are numbered as they come, and a number is never given again: a training notes the last one. Triggers count, so that a limit is checked without counting.</summary>
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS collections (kind TEXT, id TEXT, name TEXT, userData TEXT, model TEXT, status TEXT, created TEXT, lastAction TEXT, lastSuccess TEXT, message TEXT,
            trainedTo INTEGER NOT NULL DEFAULT 0, persons INTEGER NOT NULL DEFAULT 0, faces INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (kind, id));
        CREATE TABLE IF NOT EXISTS persons (id TEXT PRIMARY KEY, kind TEXT, collection TEXT, name TEXT, userData TEXT);
        CREATE INDEX IF NOT EXISTS personsOfCollection ON persons (kind, collection, id);
        CREATE TABLE IF NOT EXISTS faces (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, kind TEXT, collection TEXT, person TEXT, userData TEXT, descriptor BLOB);
        CREATE INDEX IF NOT EXISTS facesOfCollection ON faces (kind, collection, id);
        CREATE INDEX IF NOT EXISTS facesOfPerson ON faces (person, id) WHERE person IS NOT NULL;
        CREATE TRIGGER IF NOT EXISTS faceAdded AFTER INSERT ON faces BEGIN UPDATE collections SET faces = faces + 1 WHERE kind = new.kind AND id = new.collection; END;
        CREATE TRIGGER IF NOT EXISTS faceDeleted AFTER DELETE ON faces BEGIN UPDATE collections SET faces = faces - 1 WHERE kind = old.kind AND id = old.collection; END;
        CREATE TRIGGER IF NOT EXISTS personAdded AFTER INSERT ON persons BEGIN UPDATE collections SET persons = persons + 1 WHERE kind = new.kind AND id = new.collection; END;
        CREATE TRIGGER IF NOT EXISTS personDeleted AFTER DELETE ON persons BEGIN UPDATE collections SET persons = persons - 1 WHERE kind = old.kind AND id = old.collection; END;
        UPDATE collections SET status = 'failed', message = 'The emulator ended during the training.' WHERE status = 'running';
        """;

    private readonly SqliteConnection _connection;
    private readonly FileStream? _hold;
    private readonly Lock _gate = new();

    private FaceDatabase(SqliteConnection connection, FileStream? hold) => (_connection, _hold) = (connection, hold);

    /// <param name="folder">Where the file is, for this emulator alone; null for memory only.</param>
    /// <exception cref="DataFolderException">Nothing can be kept there.</exception>
    public static FaceDatabase Open(string? folder)
    {
        FileStream? hold = null;
        SqliteConnection? connection = null;
        try
        {
            hold = folder is null ? null : DataFolder.Hold(folder);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder is null ? ":memory:" : Path.Combine(folder, "faces.db"), Pooling = false }.ToString());
            connection.Open();
            var database = new FaceDatabase(connection, hold);
            database.Prepare(folder);
            return database;
        }
        catch (Exception e)
        {
            connection?.Dispose();
            hold?.Dispose();
            if (folder is not null && e is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw DataFolderException.Of(folder!, e);
            }

            throw;
        }
    }

    /// <summary>Runs statements whose values are $0, $1 and so on; says how many rows changed.</summary>
    public int Execute(string sql, params object?[] values)
    {
        lock (_gate)
        {
            using SqliteCommand command = Command(sql, values);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>Runs several statements, all of which take effect or, where one fails, none.</summary>
    public void ExecuteTogether(string sql, params object?[] values)
    {
        lock (_gate)
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
            using SqliteCommand command = Command(sql, values);
            command.Transaction = transaction;
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <summary>Reads rows.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        lock (_gate)
        {
            using SqliteCommand command = Command(sql, values);
            using SqliteDataReader reader = command.ExecuteReader();
            List<T> rows = [];
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _hold?.Dispose();
    }

    private void Prepare(string? folder)
    {
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        bool isNew = Query("SELECT count(*) FROM sqlite_master", row => row.GetInt32(0))[0] == 0;
        if (!isNew && Query("PRAGMA user_version", row => row.GetInt32(0))[0] != Version)
        {
            throw new DataFolderException($"faces.db in '{folder}' was made by another version of the emulator. Delete it, or choose another folder with --data.");
        }

        ExecuteTogether(FormattableString.Invariant($"{Schema} PRAGMA user_version = {Version};"));
    }

    private SqliteCommand Command(string sql, object?[] values)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), values[i] ?? DBNull.Value);
        }

        return command;
    }
}
