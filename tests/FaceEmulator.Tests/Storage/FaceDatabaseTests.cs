using FaceEmulator.Storage;
using FaceEmulator.Tests.Sessions;
using FaceEmulator.Vision;
using Microsoft.Data.Sqlite;

namespace FaceEmulator.Tests.Storage;

/// <summary>What the file promises, whatever fails.</summary>
public sealed class FaceDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_group_whose_deletion_fails_in_the_middle_keeps_all_it_had()
    {
        using FaceDatabase database = FaceDatabase.Open(_folder);
        (PersonGroupStore store, Guid person) = NewCrew(database);
        Refuse(database, "DELETE ON collections");
        Assert.Throws<SqliteException>(() => store.Delete("crew"));
        Assert.Single(store.FindPerson("crew", person)!.Faces);
        Assert.Equal(1, store.Find("crew")!.Faces);
    }

    [Fact]
    public void What_is_written_after_a_deletion_that_failed_outlives_a_kill()
    {
        using FaceDatabase database = FaceDatabase.Open(_folder);
        (PersonGroupStore store, Guid person) = NewCrew(database);
        Refuse(database, "DELETE ON persons");
        Assert.Throws<SqliteException>(() => store.DeletePerson("crew", person));
        Guid later = store.AddPerson("crew", "Bea", null)!.Value;
        database.Execute("DROP TRIGGER refuse");
        store.DeletePerson("crew", person);
        using FaceDatabase again = FaceDatabase.Open(DiskAfterKill.Of(_folder));
        Assert.Equal(later, new PersonGroupStore(again, CollectionKind.PersonGroup).Persons("crew", string.Empty, 10).Single().Id);
    }

    [Fact]
    public void A_person_whose_deletion_failed_is_still_identified()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        (PersonGroupStore store, Guid person) = NewCrew(database);
        store.BeginTraining("crew");
        store.EndTraining("crew");
        Refuse(database, "DELETE ON persons");
        Assert.Throws<SqliteException>(() => store.DeletePerson("crew", person));
        Assert.Equal(person, store.Identify("crew", new float[128], 0.5f, 10).Single().Person);
    }

    [Fact]
    public void An_attempt_whose_picture_cannot_be_kept_has_not_ended()
    {
        var clock = new SettableClock();
        using FaceDatabase database = FaceDatabase.Open(_folder);
        var store = new SessionStore(database, clock);
        var session = new StoredSession("s", clock.Now, clock.Now.AddMinutes(10), "2024-11-15", true, 2, null, null, false, null);
        store.Add(session);
        int number = store.BeginAttempt(session, "127.0.0.1")!.Value;
        Refuse(database, "INSERT ON sessionImages");
        var outcome = new AttemptOutcome("realface", new FaceBox(1, 2, 3, 4), "D", "image", null, null);
        Assert.Throws<SqliteException>(() => store.EndAttempt("s", number, outcome, [1]));
        Assert.Equal(SessionStore.Running, store.Attempts("s").Single().Status);
        database.Execute("DROP TRIGGER refuse");
        store.EndAttempt("s", number, outcome, [1]);
        using FaceDatabase again = FaceDatabase.Open(DiskAfterKill.Of(_folder));
        Assert.Equal([1], new SessionStore(again, clock).FindImage("image"));
    }

    /// <summary>A kill does not show a missing fsync: the system keeps what the process has written. A power cut would.</summary>
    [Fact]
    public void Each_change_is_on_the_disk_when_it_is_acknowledged()
    {
        using FaceDatabase database = FaceDatabase.Open(_folder);
        Assert.Equal("wal", database.Query("PRAGMA journal_mode", row => row.GetString(0)).Single());
        const int Full = 2;
        Assert.Equal(Full, database.Query("PRAGMA synchronous", row => row.GetInt32(0)).Single());
    }

    [Fact]
    public void A_folder_is_for_one_emulator_at_a_time()
    {
        using (FaceDatabase.Open(_folder))
        {
            Assert.Contains("in use by another emulator", Assert.Throws<DataFolderException>(() => FaceDatabase.Open(_folder)).Message, StringComparison.Ordinal);
        }

        FaceDatabase.Open(_folder).Dispose();
    }

    [Fact]
    public void A_folder_that_was_refused_is_not_held()
    {
        File.WriteAllText(Path.Combine(_folder, "faces.db"), new string('x', 8192));
        Assert.Contains("damaged", Assert.Throws<DataFolderException>(() => FaceDatabase.Open(_folder)).Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder, "faces.db"));
        FaceDatabase.Open(_folder).Dispose();
    }

    private static (PersonGroupStore Store, Guid Person) NewCrew(FaceDatabase database)
    {
        var store = new PersonGroupStore(database, CollectionKind.PersonGroup);
        store.Add("crew", "x", null, "recognition_04");
        Guid person = store.AddPerson("crew", "Ada", null)!.Value;
        store.AddFace("crew", person, null, new float[128]);
        return (store, person);
    }

    /// <summary>Makes a statement in the middle fail.</summary>
    private static void Refuse(FaceDatabase database, string what) => database.Execute($"CREATE TRIGGER refuse BEFORE {what} BEGIN SELECT RAISE(ABORT, 'refused'); END");
}
