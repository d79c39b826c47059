using FaceEmulator.Http;
using FaceEmulator.Storage;
using FaceEmulator.Vision;

namespace FaceEmulator.Tests.Sessions;

public sealed class SessionStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly SettableClock _clock = new();

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void What_was_acknowledged_is_there_when_it_is_opened_again()
    {
        using FaceDatabase database = FaceDatabase.Open(_folder);
        var store = new SessionStore(database, _clock);
        StoredSession session = New("s", attempts: 2);
        store.Add(session);
        store.MonitorsAbuse = true;
        store.BeginAttempt(session, "127.0.0.1");
        var outcome = new AttemptOutcome("realface", new FaceBox(1, 2, 3, 4), "D", "image", 0.75f, null);
        store.EndAttempt("s", 1, outcome, [1, 2, 3]);
        store.BeginAttempt(session, "127.0.0.1");
        using FaceDatabase again = FaceDatabase.Open(DiskAfterKill.Of(_folder));
        var reopened = new SessionStore(again, _clock);
        StoredSession found = reopened.Find("s")!;
        Assert.Equal(session.Verify!.Descriptor, found.Verify!.Descriptor);
        Assert.Equal(session with { Verify = null }, found with { Verify = null });
        Assert.Equal([1, 2, 3], reopened.FindImage("image"));
        Assert.True(reopened.MonitorsAbuse);
        List<StoredAttempt> attempts = reopened.Attempts("s");
        Assert.Equal("UnexpectedServerError", attempts[0].Outcome!.Error!.Value.Code);
        Assert.Equal(outcome, attempts[1].Outcome);
    }

    [Fact]
    public void An_attempt_goes_on_from_the_highest_number_where_an_earlier_one_was_withdrawn()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new SessionStore(database, _clock);
        StoredSession session = New("s", attempts: 2);
        store.Add(session);
        Assert.Equal([1, 2], [store.BeginAttempt(session, "127.0.0.1"), store.BeginAttempt(session, "127.0.0.1")]);
        store.WithdrawAttempt("s", 1);
        Assert.Equal(3, store.BeginAttempt(session, "127.0.0.1"));
        Assert.Null(store.BeginAttempt(session, "127.0.0.1"));
    }

    [Fact]
    public void A_token_is_nowhere_in_the_file()
    {
        StoredSession session = New("s", attempts: 1);
        string token = new SessionToken("the key").Of(session);
        using (FaceDatabase database = FaceDatabase.Open(_folder))
        {
            new SessionStore(database, _clock).Add(session);
        }

        Assert.All(Directory.GetFiles(_folder), file => Assert.DoesNotContain(token.Split('.')[2], File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_stays_of_an_attempt_whose_session_is_deleted_meanwhile()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new SessionStore(database, _clock);
        StoredSession session = New("s", attempts: 1);
        store.Add(session);
        int number = store.BeginAttempt(session, "127.0.0.1")!.Value;
        store.Delete("s");
        store.EndAttempt("s", number, new AttemptOutcome("realface", default, "D", "image", null, null), [1]);
        Assert.Empty(store.Attempts("s"));
        Assert.Equal(0L, database.Query("SELECT count(*) FROM sessionImages", row => row.GetInt64(0)).Single());
    }

    [Fact]
    public void Old_sessions_leave_the_file_when_a_new_one_comes()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new SessionStore(database, _clock);
        store.Add(New("old", attempts: 1));
        _clock.Now += TimeSpan.FromHours(48);
        store.Add(New("new", attempts: 1));
        Assert.Equal("new", database.Query("SELECT id FROM sessions", row => row.GetString(0)).Single());
    }

    private StoredSession New(string id, int attempts) =>
        new(id, _clock.Now, _clock.Now.AddMinutes(10), "2024-11-15", true, attempts, "user", "127.0.0.0/8", true, new VerifyReference(new FaceBox(5, 6, 7, 8), "high", [0.25f, -1], 0.5f, "HASH"));
}
