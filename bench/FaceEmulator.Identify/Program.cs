using System.Diagnostics;
using FaceEmulator.Storage;

// Made-up descriptors: how near they are to each other does not change how long the search takes. The least confidence is 0,
// the hardest case: every face is ranked.
const int Faces = 100_000, FacesOfAPerson = 4, Searches = 50, Additions = 200;
var random = new Random(1);
string folder = Directory.CreateTempSubdirectory().FullName;
Console.WriteLine(FormattableString.Invariant($"{Faces} faces; processors that may be used: {Environment.ProcessorCount}"));

using (FaceDatabase database = FaceDatabase.Open(Path.Combine(folder, "groups")))
{
    var store = new PersonGroupStore(database, CollectionKind.LargePersonGroup);
    store.Add("bench", "bench", null, "recognition_04");
    Guid person = Guid.Empty;
    Measure(
        $"identify in a large person group of {Faces / FacesOfAPerson} persons",
        database,
        i =>
        {
            person = i % FacesOfAPerson == 0 ? store.AddPerson("bench", "p", null)!.Value : person;
            store.AddFace("bench", person, null, Descriptor());
        },
        () => Train(store),
        () => store.Identify("bench", Descriptor(), 0, 10).Count);
}

using (FaceDatabase database = FaceDatabase.Open(Path.Combine(folder, "lists")))
{
    var store = new FaceListStore(database, CollectionKind.LargeFaceList);
    store.Add("bench", "bench", null, "recognition_04");
    Measure("find similar in a large face list", database, _ => store.AddFace("bench", null, Descriptor()), () => Train(store), () => store.FindSimilar("bench", Descriptor(), 0, 20).Count);
}

Directory.Delete(folder, true);

void Measure(string what, FaceDatabase database, Action<int> add, Action train, Func<int> search)
{
    double few = MeasureAdditions();
    database.Execute("BEGIN");
    for (int i = Additions; i < Faces - Additions; i++)
    {
        add(i);
    }

    database.Execute("COMMIT");
    double many = MeasureAdditions();
    long start = Stopwatch.GetTimestamp();
    train();
    double training = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    start = Stopwatch.GetTimestamp();
    search();
    double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    double[] times = [.. Enumerable.Range(0, Searches).Select(_ => Time(() => search())).Order()];
    double again = Time(train);
    Console.WriteLine(FormattableString.Invariant($"{what}: median {times[Searches / 2]:0.0} ms, the slowest of {Searches} {times[^1]:0.0} ms; the first, which loads them, {first:0} ms; training {training:0.0} ms, and again {again:0.0} ms"));
    Console.WriteLine(FormattableString.Invariant($"  a face added, on the disk: {few:0.00} ms to an empty one, {many:0.00} ms to a full one, ratio {many / few:0.00}"));

    double MeasureAdditions()
    {
        double[] additions = [.. Enumerable.Range(0, Additions).Select(i => Time(() => add(i))).Order()];
        return additions[Additions / 2];
    }
}

static double Time(Action action)
{
    long start = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static void Train(CollectionStore store)
{
    store.BeginTraining("bench");
    store.EndTraining("bench");
}

float[] Descriptor() => [.. Enumerable.Range(0, 128).Select(_ => (random.NextSingle() - 0.5f) * 0.2f)];
