using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FaceEmulator.Vision;
using Microsoft.Data.Sqlite;

namespace FaceEmulator.Storage;

/// <summary>Who a session with verification is held against: the face's place, quality and numbers, and the picture's hash where it was asked for. The picture itself is not kept.</summary>
internal sealed record VerifyReference(FaceBox Box, string Quality, float[] Descriptor, float Threshold, string? Hash);

/// <summary>A session as it is stored. Its token is not: that is made from these and the emulator's key.</summary>
internal sealed record StoredSession(string Id, DateTimeOffset Created, DateTimeOffset TokenEnds, string Model, bool KeepsImage, int AttemptsAllowed, string? User, string? ExpectedAddress, bool IsMonitored, VerifyReference? Verify)
{
    public bool WithVerify => Verify is not null;
}

/// <summary>What an attempt came to: a decision or an error.</summary>
internal sealed record AttemptOutcome(string? Decision, FaceBox Box, string? Digest, string? Image, float? Confidence, (string Code, string Message)? Error);

/// <summary>An attempt as it is stored; without an outcome while it is looked at.</summary>
internal sealed record StoredAttempt(string Session, int Number, string Status, string Address, AttemptOutcome? Outcome);

/// <summary>Liveness sessions, their attempts and pictures, and the resource's one setting. All of it is kept for 48 hours, as the service does.</summary>
internal sealed class SessionStore
{
    public const string Running = "Running";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, created INTEGER, tokenEnds INTEGER, model TEXT, keepsImage INTEGER, attemptsAllowed INTEGER, user TEXT, expectedAddress TEXT, monitored INTEGER, verifyBox TEXT, verifyQuality TEXT, verifyDescriptor BLOB, verifyThreshold REAL, verifyHash TEXT);
        CREATE TABLE IF NOT EXISTS attempts (session TEXT, number INTEGER, status TEXT, address TEXT, decision TEXT, box TEXT, digest TEXT, image TEXT, confidence REAL, errorCode TEXT, errorMessage TEXT, PRIMARY KEY (session, number));
        CREATE TABLE IF NOT EXISTS sessionImages (id TEXT PRIMARY KEY, session TEXT, content BLOB);
        CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT);
        UPDATE attempts SET status = 'Failed', errorCode = 'UnexpectedServerError', errorMessage = 'The emulator ended during the attempt.' WHERE status = 'Running';
        """;

    private const string AttemptColumns = "session, number, status, address, decision, box, digest, image, confidence, errorCode, errorMessage";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    private readonly FaceDatabase _database;
    private readonly TimeProvider _time;

    public SessionStore(FaceDatabase database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        database.ExecuteTogether(Schema);
        Purge();
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Whether new sessions are watched for abuse.</summary>
    public bool MonitorsAbuse
    {
        get => _database.Query("SELECT value FROM settings WHERE name = 'livenessAbuseMonitoring'", row => row.GetString(0)).FirstOrDefault() == bool.TrueString;
        set => _database.Execute("INSERT OR REPLACE INTO settings VALUES ('livenessAbuseMonitoring', $0)", value.ToString());
    }

    public void Add(StoredSession session)
    {
        Purge();
        VerifyReference? verify = session.Verify;
        _database.Execute(
            "INSERT INTO sessions VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            session.Id,
            session.Created.ToUnixTimeMilliseconds(),
            session.TokenEnds.ToUnixTimeMilliseconds(),
            session.Model,
            session.KeepsImage,
            session.AttemptsAllowed,
            session.User,
            session.ExpectedAddress,
            session.IsMonitored,
            verify is null ? null : Text(verify.Box),
            verify?.Quality,
            verify is null ? null : MemoryMarshal.AsBytes<float>(verify.Descriptor).ToArray(),
            verify?.Threshold,
            verify?.Hash);
    }

    /// <summary>The session; null where it is unknown, deleted, or older than 48 hours.</summary>
    public StoredSession? Find(string id) =>
        _database.Query("SELECT * FROM sessions WHERE id = $0 AND created > $1", ReadSession, id, OldestKept).FirstOrDefault();

    public void Delete(string id) =>
        _database.ExecuteTogether("DELETE FROM sessionImages WHERE session = $0; DELETE FROM attempts WHERE session = $0; DELETE FROM sessions WHERE id = $0;", id);

    /// <summary>Newest first.</summary>
    public List<StoredAttempt> Attempts(string session) =>
        _database.Query($"SELECT {AttemptColumns} FROM attempts WHERE session = $0 ORDER BY number DESC", ReadAttempt, session);

    /// <summary>Takes one of the attempts that are allowed, also where two devices ask at once; null where there is none left. An earlier one may have been withdrawn: numbers go on from the highest.</summary>
    public int? BeginAttempt(StoredSession session, string address)
    {
        List<int> numbers = _database.Query(
            "INSERT INTO attempts (session, number, status, address) SELECT $0, coalesce(max(number), 0) + 1, 'Running', $1 FROM attempts WHERE session = $0 HAVING count(*) < $2 RETURNING number",
            row => row.GetInt32(0),
            session.Id,
            address,
            session.AttemptsAllowed);
        return numbers.Count > 0 ? numbers[0] : null;
    }

    /// <summary>The attempt is not counted: nothing came that could be looked at.</summary>
    public void WithdrawAttempt(string session, int number) => _database.Execute("DELETE FROM attempts WHERE session = $0 AND number = $1", session, number);

    /// <summary>Ends an attempt; where the session was deleted meanwhile, nothing of it stays.</summary>
    public void EndAttempt(string session, int number, AttemptOutcome outcome, byte[]? picture)
    {
        _database.ExecuteTogether(
            """
            UPDATE attempts SET status = $2, decision = $3, box = $4, digest = $5, image = $6, confidence = $7, errorCode = $8, errorMessage = $9 WHERE session = $0 AND number = $1;
            INSERT INTO sessionImages SELECT $6, $0, $10 WHERE $6 IS NOT NULL AND EXISTS (SELECT 1 FROM attempts WHERE session = $0);
            """,
            session,
            number,
            outcome.Error is null ? Succeeded : Failed,
            outcome.Decision,
            Text(outcome.Box),
            outcome.Digest,
            outcome.Image,
            outcome.Confidence,
            outcome.Error?.Code,
            outcome.Error?.Message,
            picture);
    }

    /// <summary>The picture of an attempt; null where there is none, or the session is gone.</summary>
    public byte[]? FindImage(string id) =>
        _database.Query("SELECT content FROM sessionImages JOIN sessions ON sessions.id = session WHERE sessionImages.id = $0 AND created > $1", row => row.GetFieldValue<byte[]>(0), id, OldestKept).FirstOrDefault();

    /// <summary>Attempts that look like the same abuse as this one: spoofs in other sessions of the same user or, where none is named, from the same address.</summary>
    public List<StoredAttempt> RelatedSpoofs(StoredSession session, StoredAttempt attempt) => attempt.Outcome?.Decision != "spoofface" ? [] : _database.Query(
        $"""
        SELECT {AttemptColumns} FROM attempts JOIN sessions ON sessions.id = session
        WHERE session <> $0 AND created > $1 AND decision = 'spoofface' AND CASE WHEN $2 IS NULL THEN user IS NULL AND address = $3 ELSE user = $2 END
        ORDER BY created, number
        """,
        ReadAttempt,
        session.Id,
        OldestKept,
        session.User,
        attempt.Address);

    public static string NewImageId() => "A" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private long OldestKept => (Now - Kept).ToUnixTimeMilliseconds();

    private static string Text(FaceBox box) => FormattableString.Invariant($"{box.Left},{box.Top},{box.Width},{box.Height}");

    private static FaceBox Box(string text) => text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray() is [var left, var top, var width, var height] ? new FaceBox(left, top, width, height) : default;

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static StoredSession ReadSession(SqliteDataReader row) => new(
        row.GetString(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        row.GetString(3),
        row.GetBoolean(4),
        row.GetInt32(5),
        TextOrNull(row, 6),
        TextOrNull(row, 7),
        row.GetBoolean(8),
        row.IsDBNull(9) ? null : new VerifyReference(Box(row.GetString(9)), row.GetString(10), MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(11)).ToArray(), row.GetFloat(12), TextOrNull(row, 13)));

    private static StoredAttempt ReadAttempt(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(2) == Running ? null : new AttemptOutcome(
            TextOrNull(row, 4),
            row.IsDBNull(5) ? default : Box(row.GetString(5)),
            TextOrNull(row, 6),
            TextOrNull(row, 7),
            row.IsDBNull(8) ? null : row.GetFloat(8),
            row.IsDBNull(9) ? null : (row.GetString(9), row.GetString(10))));

    private void Purge()
    {
        foreach (string old in _database.Query("SELECT id FROM sessions WHERE created <= $0", row => row.GetString(0), OldestKept))
        {
            Delete(old);
        }
    }
}
