using System.Diagnostics;
using FaceEmulator.Storage;

// Made-up descriptors: how near they are to each other does not change how long the search takes.
const int Faces = 100_000, FacesOfAPerson = 4, Searches = 50;
var random = new Random(1);
using FaceDatabase database = FaceDatabase.Open(null);
var store = new PersonGroupStore(database, CollectionKind.LargePersonGroup);
store.Add("bench", "bench", null, "recognition_04");
database.Execute("BEGIN");
for (int person = 0; person < Faces / FacesOfAPerson; person++)
{
    Guid id = store.AddPerson("bench", "p", null)!.Value;
    for (int face = 0; face < FacesOfAPerson; face++)
    {
        store.AddFace("bench", id, null, Descriptor());
    }
}

database.Execute("COMMIT");
store.BeginTraining("bench");
store.EndTraining("bench");
long start = Stopwatch.GetTimestamp();
_ = store.Identify("bench", Descriptor(), 0, 10).Count();
Console.WriteLine(FormattableString.Invariant($"{Faces} faces of {Faces / FacesOfAPerson} persons: the first search, which loads them, {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));
double[] times = [.. Enumerable.Range(0, Searches).Select(_ =>
{
    float[] query = Descriptor();
    long begin = Stopwatch.GetTimestamp();
    _ = store.Identify("bench", query, 0, 10).Count();
    return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
}).Order()];
Console.WriteLine(FormattableString.Invariant($"one face looked for on one core: {times[Searches / 2]:0.0} ms (the slowest of {Searches}: {times[^1]:0.0} ms)"));

float[] Descriptor() => [.. Enumerable.Range(0, 128).Select(_ => (random.NextSingle() - 0.5f) * 0.2f)];
