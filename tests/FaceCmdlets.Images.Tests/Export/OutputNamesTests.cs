using System.Text;

namespace FaceCmdlets.Images.Tests.Export;

public sealed class OutputNamesTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "out");

    /// <summary>Texts of what is dangerous in a name, of plain letters, and of anything.</summary>
    private static readonly Gen<string> Names = Gen.OneOf(
        OneOf("..", "/", "\\", ":", "C:", "CON", "nul", "COM1", "LPT¹", ".", " ", "\0", "\n", "~", "\u202e", "\ud800", "é", "e\u0301", "名", "😀", "a", "%2e%2e", "::$DATA", "|").Array[0, 8].Select(string.Concat),
        Gen.String[Gen.Char, 0, 400]);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    [Fact]
    public void No_name_leaves_the_folder()
    {
        Names.Sample(name =>
        {
            string path = new OutputNames(Folder).Next(name, ".jpg");
            Assert.Equal(path, Path.GetFullPath(path));
            Assert.Equal(Folder, Path.GetDirectoryName(path));
        });
    }

    [Fact]
    public void Every_name_is_one_that_every_system_takes()
    {
        Names.Sample(name =>
        {
            string file = Path.GetFileName(new OutputNames(Folder).Next(name, ".jpg"));
            Assert.InRange(Encoding.UTF8.GetByteCount(file), 5, 200);
            Assert.DoesNotContain(file, c => c < ' ' || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal));
            Assert.DoesNotMatch(@"^(?i)(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$) *(\.|$)", file);
            Assert.False(file.StartsWith('.') || file[..^4].EndsWith('.') || file[..^4].EndsWith(' ') || file.StartsWith(' '), file);
        });
    }

    [Fact]
    public void No_two_pictures_get_one_name()
    {
        OneOf("a", "A", "a-2", "b", "é", "e\u0301", "a/b", "a:b", "..", "").Array[2, 12].Sample(names =>
        {
            var output = new OutputNames(Folder);
            string[] paths = [.. names.Select(name => output.Next(name, ".jpg").Normalize().ToUpperInvariant())];
            Assert.Equal(paths.Length, paths.Distinct().Count());
        });
    }

    [Theory]
    [InlineData("portrait 1", "portrait 1")]
    [InlineData("Zoë – 名前", "Zoë – 名前")]
    [InlineData("../../etc/passwd", "_._.._etc_passwd")]
    [InlineData("C:\\Windows\\win", "C__Windows_win")]
    [InlineData("nul", "_nul")]
    [InlineData("com1.tar", "_com1.tar")]
    [InlineData("a..", "a")]
    [InlineData("", "_")]
    [InlineData("photo.jpg:stream", "photo.jpg_stream")]
    public void A_name_stays_as_readable_as_it_can(string name, string expected) => Assert.Equal(expected, OutputNames.Safe(name));

    [Fact]
    public void The_second_of_a_name_gets_a_number()
    {
        var output = new OutputNames(Folder);
        Assert.Equal(["a.jpg", "a-2.jpg", "A-3.jpg", "a.png"], new[] { ("a", ".jpg"), ("a", ".jpg"), ("A", ".jpg"), ("a", ".png") }.Select(file => Path.GetFileName(output.Next(file.Item1, file.Item2))));
    }
}
