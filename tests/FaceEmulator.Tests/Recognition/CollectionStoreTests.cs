using System.Net.Http.Json;
using System.Text.Json;
using FaceEmulator.Storage;
using FaceEmulator.Vision;

namespace FaceEmulator.Tests.Recognition;

/// <summary>What the stores of groups and lists promise beyond what the wire shows quickly.</summary>
public sealed class CollectionStoreTests : IDisposable
{
    private static readonly Gen<float[]> Descriptors = Gen.Float[-0.1f, 0.1f].Array[128];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_index_finds_what_a_slow_search_finds_after_any_adds_and_removes() => Gen.Select(Descriptors.Array[1, 60], Gen.Int[0, 1000].Array[0, 40], Descriptors).Sample(
        (faces, removals, query) =>
        {
            var index = new FaceIndex();
            Dictionary<Guid, float[]> expected = [];
            foreach (float[] face in faces)
            {
                var id = Guid.NewGuid();
                index.Add(id, Guid.Empty, face);
                expected.Add(id, face);
                if (expected.Count <= removals.Length && expected.Count > 0)
                {
                    Guid gone = expected.Keys.ElementAt(removals[expected.Count - 1] % expected.Count);
                    index.Remove(gone);
                    expected.Remove(gone);
                }
            }

            const float Least = 0.4f;
            const int Most = 7;
            (Guid Id, float Confidence)[] slow = [.. expected.Select(pair => (pair.Key, MatchConfidence.Between(query, pair.Value))).Where(pair => pair.Item2 >= Least).OrderByDescending(pair => pair.Item2)];
            Assert.Equal(slow.Take(Most).Select(face => face.Confidence), index.NearestFaces(query, Least, Most).Select(face => face.Confidence));
            Assert.Equal(slow.Select(face => face.Id).Order(), index.NearestFaces(query, Least, 1000).Select(face => face.Face).Order());
            Assert.Equal(slow.Take(1).Select(face => face.Confidence), index.NearestPersons(query, Least, Most).Select(person => person.Confidence));
        },
        iter: 200);

    [Fact]
    public void A_search_goes_on_while_faces_come_and_go()
    {
        var index = new FaceIndex();
        float[] descriptor = new float[128];
        var steady = Guid.NewGuid();
        index.Add(steady, Guid.Empty, descriptor);
        Parallel.For(0, 2000, i =>
        {
            if (i % 2 == 0)
            {
                var passing = Guid.NewGuid();
                index.Add(passing, Guid.Empty, descriptor);
                index.Remove(passing);
            }
            else
            {
                Assert.Contains(index.NearestFaces(descriptor, 0.5f, 1000), face => face.Face == steady);
            }
        });
        Assert.Equal(steady, index.NearestFaces(descriptor, 0.5f, 10).Single().Face);
    }

    [Fact]
    public void The_last_training_serves_until_the_next_one_is_over()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new FaceListStore(database, CollectionKind.LargeFaceList);
        store.Add("faces", "x", null, "recognition_04");
        Guid first = store.AddFace("faces", null, new float[128])!.Value;
        Train(store, "faces");
        Guid second = store.AddFace("faces", null, new float[128])!.Value;
        store.BeginTraining("faces");
        Assert.Equal([first], Found(store));
        Assert.False(store.BeginTraining("faces"));
        store.EndTraining("faces");
        Assert.Equal(new[] { first, second }.Order(), Found(store).Order());
    }

    [Fact]
    public void A_training_that_fails_leaves_the_last_one_in_force()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new FaceListStore(database, CollectionKind.LargeFaceList);
        store.Add("faces", "x", null, "recognition_04");
        Guid face = store.AddFace("faces", null, new float[128])!.Value;
        Train(store, "faces");
        string success = store.Find("faces")!.LastSuccess!;
        store.DeleteFace("faces", face);
        Train(store, "faces");
        Assert.Equal(("failed", success), (store.Find("faces")!.Status, store.Find("faces")!.LastSuccess));
        Assert.Empty(Found(store));
    }

    [Fact]
    public void A_training_that_a_crash_ended_has_failed_and_the_one_before_serves()
    {
        using (FaceDatabase database = FaceDatabase.Open(_folder))
        {
            var store = new FaceListStore(database, CollectionKind.LargeFaceList);
            store.Add("faces", "x", null, "recognition_04");
            store.AddFace("faces", null, new float[128]);
            Train(store, "faces");
            store.AddFace("faces", null, new float[128]);
            store.BeginTraining("faces");
        }

        using FaceDatabase again = FaceDatabase.Open(_folder);
        var reopened = new FaceListStore(again, CollectionKind.LargeFaceList);
        Assert.Equal(("failed", "The emulator ended during the training."), (reopened.Find("faces")!.Status, reopened.Find("faces")!.Message));
        Assert.Single(Found(reopened));
    }

    [Fact]
    public void A_deleted_person_is_not_found_any_more_and_the_others_are()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new PersonGroupStore(database, CollectionKind.PersonGroup);
        store.Add("crew", "x", null, "recognition_04");
        Guid ada = store.AddPerson("crew", "Ada", null)!.Value, bea = store.AddPerson("crew", "Bea", null)!.Value;
        store.AddFace("crew", ada, null, new float[128]);
        store.AddFace("crew", ada, null, new float[128]);
        store.AddFace("crew", bea, null, new float[128]);
        store.BeginTraining("crew");
        store.EndTraining("crew");
        Assert.Equal(2, store.Identify("crew", new float[128], 0.5f, 10).Count);
        store.DeletePerson("crew", ada);
        Assert.Equal(bea, store.Identify("crew", new float[128], 0.5f, 10).Single().Person);
        Assert.Equal(1, store.Find("crew")!.Faces);
    }

    [Fact]
    public void Nothing_is_added_to_what_is_gone()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var groups = new PersonGroupStore(database, CollectionKind.PersonGroup);
        groups.Add("crew", "x", null, "recognition_04");
        Guid person = groups.AddPerson("crew", "Ada", null)!.Value;
        groups.Delete("crew");
        Assert.Null(groups.AddFace("crew", person, null, new float[128]));
        Assert.Null(groups.AddPerson("crew", "Bea", null));
        Assert.Null(new FaceListStore(database, CollectionKind.FaceList).AddFace("crew", null, new float[128]));
    }

    [Fact]
    public void A_list_takes_a_thousand_faces_and_there_are_64_lists()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new FaceListStore(database, CollectionKind.FaceList);
        for (int i = 0; i < 64; i++)
        {
            Assert.Equal(Addition.Added, store.Add($"list-{i}", "x", null, "recognition_04"));
        }

        Assert.Equal(Addition.Full, store.Add("list-64", "x", null, "recognition_04"));
        Assert.Equal(Addition.Refused, store.Add("list-0", "x", null, "recognition_04"));
        List<Guid?> faces = [.. Enumerable.Range(0, 1000).Select(_ => store.AddFace("list-0", null, new float[128]))];
        Assert.DoesNotContain(null, faces);
        Assert.Null(store.AddFace("list-0", null, new float[128]));
        store.DeleteFace("list-0", faces[0]!.Value);
        Assert.NotNull(store.AddFace("list-0", null, new float[128]));
        store.Delete("list-1");
        Assert.Equal(Addition.Added, store.Add("list-64", "x", null, "recognition_04"));
    }

    [Fact]
    public void A_person_has_248_faces_at_most_also_when_they_come_at_the_same_time()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new PersonGroupStore(database, CollectionKind.LargePersonGroup);
        store.Add("crew", "x", null, "recognition_04");
        Guid person = store.AddPerson("crew", "Ada", null)!.Value;
        int added = 0;
        Parallel.For(0, 300, _ => Interlocked.Add(ref added, store.AddFace("crew", person, null, new float[128]) is null ? 0 : 1));
        Assert.Equal((248, 248), (added, store.FindPerson("crew", person)!.Faces.Length));
    }

    [Fact]
    public void A_small_group_takes_ten_thousand_persons()
    {
        using FaceDatabase database = FaceDatabase.Open(null);
        var store = new PersonGroupStore(database, CollectionKind.PersonGroup);
        store.Add("crew", "x", null, "recognition_04");
        database.Execute("BEGIN");
        for (int i = 0; i < 10_000; i++)
        {
            store.AddPerson("crew", "p", null);
        }

        database.Execute("COMMIT");
        Assert.Null(store.AddPerson("crew", "p", null));
    }

    [Fact]
    public void A_file_of_another_version_is_refused()
    {
        FaceDatabase.Open(_folder).Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "faces.db")};Pooling=False"))
        {
            connection.Open();
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 1";
            command.ExecuteNonQuery();
        }

        Assert.Contains("another version", Assert.Throws<DataFolderException>(() => FaceDatabase.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_by_face_ranks_what_a_search_by_person_leaves_out()
    {
        Guid[] faces;
        using (FaceDatabase database = FaceDatabase.Open(_folder))
        {
            var store = new FaceListStore(database, CollectionKind.FaceList);
            store.Add("strangers", "x", null, "recognition_04");
            faces = [.. Enumerable.Range(1, 3).Select(i => store.AddFace("strangers", null, [.. Enumerable.Repeat(0.1f * i, 128)])!.Value)];
        }

        var emulator = new EmulatorFixture(dataFolder: _folder);
        await emulator.InitializeAsync();
        string face = await emulator.FaceIdAsync();
        Assert.Equal(0, (await FindAsync("matchPerson")).GetArrayLength());
        JsonElement ranked = await FindAsync("matchFace");
        Assert.Equal(faces, ranked.EnumerateArray().Select(item => item.GetProperty("persistedFaceId").GetGuid()));
        Assert.True(ranked[0].GetProperty("confidence").GetDouble() < 0.5);
        await emulator.DisposeAsync();

        async Task<JsonElement> FindAsync(string mode) => (await emulator.SendAsync(HttpMethod.Post, "findsimilars", JsonContent.Create(new { faceId = face, faceListId = "strangers", mode }))).Answer;
    }

    private static void Train(FaceListStore store, string list)
    {
        store.BeginTraining(list);
        store.EndTraining(list);
    }

    private static Guid[] Found(FaceListStore store) => [.. store.FindSimilar("faces", new float[128], 0.5f, 100).Select(face => face.Face)];
}
