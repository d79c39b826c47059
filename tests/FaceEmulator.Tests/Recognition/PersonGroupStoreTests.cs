using FaceEmulator.Storage;

namespace FaceEmulator.Tests.Recognition;

public sealed class PersonGroupStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void What_was_acknowledged_is_there_when_it_is_opened_again()
    {
        float[] descriptor = [.. Enumerable.Range(0, 128).Select(i => i / 128f)];
        Guid person;
        using FaceDatabase database = FaceDatabase.Open(_folder);
        var store = new PersonGroupStore(database, CollectionKind.LargePersonGroup);
        Assert.Equal(Addition.Added, store.Add("crew", "The crew", null, "recognition_04"));
        person = store.AddPerson("crew", "Ada", null)!.Value;
        store.AddFace("crew", person, null, descriptor);
        store.BeginTraining("crew");
        store.EndTraining("crew");
        using FaceDatabase again = FaceDatabase.Open(DiskAfterKill.Of(_folder));
        var reopened = new PersonGroupStore(again, CollectionKind.LargePersonGroup);
        (Guid found, float confidence) = reopened.Identify("crew", descriptor, 0, 10).Single();
        Assert.Equal((person, 1f), (found, confidence));
        Assert.Empty(new PersonGroupStore(again, CollectionKind.PersonGroup).Page(string.Empty, 10));
    }

    [Fact]
    public void The_nearest_person_comes_first_as_a_slow_search_says() => Gen.Float[-1, 1].Array[128].Array[2, 12].Sample(
        faces =>
        {
            using FaceDatabase database = FaceDatabase.Open(null);
            var store = new PersonGroupStore(database, CollectionKind.LargePersonGroup);
            store.Add("g", "g", null, "recognition_04");
            Guid[] persons = [.. faces.Select(face =>
            {
                Guid person = store.AddPerson("g", "p", null)!.Value;
                store.AddFace("g", person, null, face);
                return person;
            })];
            store.BeginTraining("g");
            store.EndTraining("g");
            int nearest = Enumerable.Range(1, faces.Length - 1).MinBy(i => faces[0].Zip(faces[i], (a, b) => (double)(a - b) * (a - b)).Sum());
            Guid[] found = [.. store.Identify("g", faces[0], 0, 100).Select(answer => answer.Person)];
            Assert.Equal(persons[0], found[0]);
            Assert.Equal(persons[nearest], found[1]);
        },
        iter: 30);
}
