using Microsoft.Data.Sqlite;

namespace FaceEmulator.Storage;

/// <summary>
/// SQLite, in a file under --data or in memory. A statement is on the disk when it returns: what was acknowledged survives a crash.
/// </summary>
internal sealed class FaceDatabase : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS groups (kind TEXT, id TEXT, name TEXT, userData TEXT, model TEXT, status TEXT, created TEXT, lastAction TEXT, lastSuccess TEXT, message TEXT, PRIMARY KEY (kind, id));
        CREATE TABLE IF NOT EXISTS persons (kind TEXT, groupId TEXT, id TEXT PRIMARY KEY, name TEXT, userData TEXT);
        CREATE INDEX IF NOT EXISTS personsOfGroup ON persons (kind, groupId, id);
        CREATE TABLE IF NOT EXISTS faces (kind TEXT, groupId TEXT, personId TEXT, id TEXT PRIMARY KEY, userData TEXT, descriptor BLOB, trained INTEGER DEFAULT 0);
        CREATE INDEX IF NOT EXISTS facesOfPerson ON faces (kind, groupId, personId);
        UPDATE groups SET status = 'failed', message = 'The emulator ended during the training.' WHERE status = 'running';
        """;

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private FaceDatabase(SqliteConnection connection) => _connection = connection;

    /// <param name="folder">Where the file is; null for memory only.</param>
    public static FaceDatabase Open(string? folder)
    {
        string source = ":memory:";
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            source = Path.Combine(folder, "faces.db");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false }.ToString());
        connection.Open();
        var database = new FaceDatabase(connection);
        database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        database.Execute(Schema);
        return database;
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

    public void Dispose() => _connection.Dispose();

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
