namespace FaceCmdlets.Bulk.Tests;

/// <summary>Whatever is written and wherever it is cut: what was whole is there, and what comes after is whole again.</summary>
public sealed class CheckpointJournalTests : IDisposable
{
    private static readonly (long?, DateTime?) Stamp = (1234, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Cut_at_any_byte_the_whole_lines_are_there_and_writing_goes_on() => Gen.Select(Gen.String[Gen.Char, 1, 20].Array[1, 12], Gen.Double[0, 1], Gen.Int[0, 5]).Sample(
        (names, cutAt, faces) =>
        {
            string path = Path.Combine(_folder, Guid.NewGuid().ToString());
            string[] paths = [.. names.Select((name, i) => $"/{i}/{name}")];
            Write(path, paths, faces, 0);
            byte[] whole = File.ReadAllBytes(path);
            byte[] cut = whole[..(int)(whole.Length * cutAt)];
            File.WriteAllBytes(path, cut);
            int kept = cut.Count(b => b == (byte)'\n');
            using (CheckpointJournal journal = CheckpointJournal.Open(path))
            {
                Assert.Equal(kept, journal.Calls);
            }

            Assert.Equal(Known(paths[..kept]), Read(path));
            Write(path, paths[kept..], faces, kept);
            Assert.Equal(Known(paths), Read(path));
            Assert.All(CheckpointJournal.Read(path), entry => Assert.Equal(faces, entry.FaceCount));
            using (CheckpointJournal journal = CheckpointJournal.Open(path))
            {
                Assert.Equal(paths.Length, journal.Calls);
            }
        },
        iter: 300);

    [Fact]
    public void A_damaged_line_costs_only_its_own_picture() => Gen.Select(Gen.Int[1, 10], Gen.Int[0, 1_000_000]).Sample(
        (count, seed) =>
        {
            string path = Path.Combine(_folder, Guid.NewGuid().ToString());
            string[] paths = [.. Enumerable.Range(0, count).Select(i => $"/{i}.jpg")];
            Write(path, paths, 1, 0);
            string[] lines = File.ReadAllLines(path);
            int damaged = seed % count;
            lines[damaged] = new string('x', seed % 50);
            File.WriteAllText(path, string.Join('\n', lines) + "\n");
            Assert.Equal(Known([.. paths.Where((_, i) => i != damaged)]), Read(path));
        },
        iter: 100);

    [Fact]
    public void Calls_that_finished_no_picture_are_remembered_once()
    {
        string path = Path.Combine(_folder, "calls");
        for (int i = 0; i < 3; i++)
        {
            using CheckpointJournal journal = CheckpointJournal.Open(path);
            journal.RememberCalls(7);
        }

        Assert.Single(File.ReadAllLines(path));
    }

    /// <summary>Halves of surrogate pairs cannot be written as UTF-8; no file system has them as names either.</summary>
    private static string[] Known(string[] paths) => [.. paths.Select(path => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(path)))];

    private static string[] Read(string path) => [.. CheckpointJournal.Read(path).Select(entry => entry.Path)];

    private static void Write(string path, string[] paths, int faces, int calls)
    {
        using CheckpointJournal journal = CheckpointJournal.Open(path);
        foreach (string picture in paths)
        {
            journal.Add(PictureSource.FromBytes([], picture), "detection_03", Stamp, [.. Enumerable.Range(0, faces).Select(i => new DetectedFace { Path = picture, FaceNumber = i + 1, Left = i })], ++calls);
        }
    }
}
