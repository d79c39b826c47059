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
    public void A_damaged_line_costs_only_its_own_picture() => Gen.Select(Gen.Int[2, 10], Gen.Int[0, 1_000_000]).Sample(
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
    public void Whatever_bytes_damage_it_the_other_pictures_are_there_and_writing_goes_on() => Gen.Select(Gen.Int[3, 10], Gen.Int[0, 1_000_000], Gen.Byte.Array[1, 30]).Sample(
        (count, seed, damage) =>
        {
            string path = Path.Combine(_folder, Guid.NewGuid().ToString());
            string[] paths = [.. Enumerable.Range(0, count).Select(i => $"/{i}.jpg")];
            Write(path, paths, 1, 0);
            byte[] bytes = File.ReadAllBytes(path);
            int at = seed % (bytes.Length - 1);
            int length = Math.Min(damage.Length, bytes.Length - 1 - at);
            int first = bytes[..at].Count(b => b == (byte)'\n');
            int last = bytes[..(at + length)].Count(b => b == (byte)'\n');
            damage.AsSpan(0, length).CopyTo(bytes.AsSpan(at));
            File.WriteAllBytes(path, bytes);
            Write(path, ["/new.jpg"], 1, count);
            Assert.Empty(paths[..first].Concat(paths[(last + 1)..]).Append("/new.jpg").Except(Read(path)));
            Assert.Equal(bytes, File.ReadAllBytes(path)[..bytes.Length]);
        },
        iter: 500);

    [Theory]
    [InlineData("hello\n")]
    [InlineData("Name,Path\nAnna,a.jpg\n")]
    [InlineData("{\"a\":1}\n")]
    [InlineData("{\n  \"Path\": \"a.jpg\"\n}\n")]
    [InlineData("{\"Path\":\"a.jpg\",\"FaceNumber\":1,\"Left\":2}\n")]
    [InlineData("no end")]
    [InlineData("a line\n{")]
    public void Another_file_is_left_as_it_is(string content)
    {
        string path = Path.Combine(_folder, "other");
        File.WriteAllText(path, content);
        Assert.Throws<InvalidDataException>(() => CheckpointJournal.Open(path));
        Assert.Throws<InvalidDataException>(() => Read(path));
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void The_mark_that_an_editor_put_before_it_costs_nothing()
    {
        string path = Path.Combine(_folder, "marked");
        Write(path, ["/0.jpg", "/1.jpg"], 1, 0);
        File.WriteAllText(path, File.ReadAllText(path), System.Text.Encoding.UTF8);
        Assert.Equal(["/0.jpg", "/1.jpg"], Read(path));
    }

    [Fact]
    public void Half_a_line_is_cut_off_when_it_is_opened()
    {
        string path = Path.Combine(_folder, "half");
        Write(path, ["/0.jpg", "/1.jpg"], 1, 0);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..^3]);
        CheckpointJournal.Open(path).Dispose();
        Assert.Equal(whole[..(Array.IndexOf(whole, (byte)'\n') + 1)], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_line_that_does_not_say_all_is_no_picture() => Gen.Bool.Array[3].Sample(
        has =>
        {
            string path = Path.Combine(_folder, Guid.NewGuid().ToString());
            Write(path, ["/whole.jpg"], 1, 0);
            string[] parts = [.. new[] { "\"Path\":\"/0.jpg\"", "\"Request\":\"detection_03\"", "\"Faces\":[]" }.Where((_, i) => has[i])];
            File.AppendAllText(path, "{" + string.Join(',', parts) + "}\n");
            Assert.Equal(has.All(it => it) ? 2 : 1, Read(path).Length);
        },
        iter: 50);

    [Fact]
    public void However_long_it_and_its_lines_are_it_is_read_whole() => Gen.Int[1, 90_000].Array[1, 8].Sample(
        lengths =>
        {
            string path = Path.Combine(_folder, Guid.NewGuid().ToString());
            string[] paths = [.. lengths.Select((length, i) => $"/{i}/{new string('a', length)}")];
            Write(path, paths, 0, 0);
            Assert.Equal(paths, Read(path));
            File.Delete(path);
        },
        iter: 30);

    [Fact]
    public void Two_at_a_time_cannot_have_it()
    {
        string path = Path.Combine(_folder, "held");
        using CheckpointJournal journal = CheckpointJournal.Open(path);
        Assert.Throws<IOException>(() => CheckpointJournal.Open(path));
    }

    [Fact]
    public void A_reader_sees_each_picture_as_soon_as_it_is_there()
    {
        string path = Path.Combine(_folder, "read");
        using CheckpointJournal journal = CheckpointJournal.Open(path);
        for (int i = 0; i < 3; i++)
        {
            journal.Add(PictureSource.FromBytes([], $"/{i}.jpg"), "detection_03", Stamp, [], i + 5);
            Assert.Equal(i + 1, Read(path).Length);
            Assert.Equal(i + 5, journal.Calls);
        }
    }

    [Fact]
    public void A_file_is_found_until_it_changes() => Gen.Select(Gen.Int[1, 100], Gen.Int[0, 3]).Sample(
        (length, how) =>
        {
            string picture = Path.Combine(_folder, Guid.NewGuid().ToString());
            File.WriteAllBytes(picture, new byte[length]);
            DateTime written = File.GetLastWriteTimeUtc(picture);
            (string path, PictureSource source) = Finished(PictureSource.FromFile(picture));
            string change = new[] { "nothing", "length", "time", "gone" }[how];
            switch (change)
            {
                case "length":
                    File.WriteAllBytes(picture, new byte[length + 1]);
                    File.SetLastWriteTimeUtc(picture, written);
                    break;
                case "time":
                    File.SetLastWriteTimeUtc(picture, written.AddSeconds(-2));
                    break;
                case "gone":
                    File.Delete(picture);
                    break;
            }

            using CheckpointJournal journal = CheckpointJournal.Open(path);
            Assert.Equal(change == "nothing" ? picture : null, journal.Find(source, "detection_03")?.Path);
        },
        iter: 40);

    [Fact]
    public void Another_question_about_the_same_file_was_not_asked_yet()
    {
        string picture = Path.Combine(_folder, "asked");
        File.WriteAllBytes(picture, new byte[3]);
        (string path, PictureSource source) = Finished(PictureSource.FromFile(picture));
        using CheckpointJournal journal = CheckpointJournal.Open(path);
        Assert.Null(journal.Find(source, "detection_01"));
        Assert.Null(journal.Find(PictureSource.FromFile(picture + "2"), "detection_03"));
    }

    [Theory]
    [InlineData("https://example.com/0.jpg")]
    [InlineData(null)]
    public void What_is_no_file_is_found_by_its_name(string? uri)
    {
        (string path, PictureSource source) = Finished(uri is null ? PictureSource.FromSessionImage("3fa85f64") : PictureSource.FromUri(new Uri(uri)));
        using CheckpointJournal journal = CheckpointJournal.Open(path);
        Assert.Equal(source.Name, journal.Find(source, "detection_03")!.Path);
    }

    [Fact]
    public void Nothing_is_remembered_of_a_file_that_is_not_there() =>
        Assert.Null(CheckpointJournal.Stamp(PictureSource.FromFile(Path.Combine(_folder, "never"))));

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

    private (string Journal, PictureSource Source) Finished(PictureSource source)
    {
        string path = Path.Combine(_folder, Guid.NewGuid().ToString());
        using CheckpointJournal journal = CheckpointJournal.Open(path);
        journal.Add(source, "detection_03", CheckpointJournal.Stamp(source)!.Value, [], 1);
        return (path, source);
    }

    private static void Write(string path, string[] paths, int faces, int calls)
    {
        using CheckpointJournal journal = CheckpointJournal.Open(path);
        foreach (string picture in paths)
        {
            journal.Add(PictureSource.FromBytes([], picture), "detection_03", Stamp, [.. Enumerable.Range(0, faces).Select(i => new DetectedFace { Path = picture, FaceNumber = i + 1, Left = i })], ++calls);
        }
    }
}
