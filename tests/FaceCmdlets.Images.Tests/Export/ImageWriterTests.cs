using SkiaSharp;

namespace FaceCmdlets.Images.Tests.Export;

public sealed class ImageWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_file_that_came_meanwhile_is_not_replaced()
    {
        string output = Path.Combine(_folder, "a.png");
        File.WriteAllText(output, "mine");
        Assert.Equal("FileExists", Assert.Throws<FaceServiceException>(() => Write(output, mayReplace: false)).ErrorCode);
        Assert.Equal("mine", File.ReadAllText(output));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void With_leave_a_file_is_replaced_whole()
    {
        string output = Path.Combine(_folder, "a.png");
        File.WriteAllText(output, "mine");
        Write(output, mayReplace: true);
        using SKBitmap read = SKBitmap.Decode(output);
        Assert.Equal(10, read.Width);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_points_to_stays()
    {
        string victim = Path.Combine(_folder, "victim.txt"), output = Path.Combine(_folder, "a.png");
        File.WriteAllText(victim, "mine");
        File.CreateSymbolicLink(output, victim);
        Write(output, mayReplace: true);
        Assert.Equal("mine", File.ReadAllText(victim));
    }

    [Fact]
    public void A_link_to_nowhere_is_not_written_through()
    {
        string elsewhere = Path.Combine(_folder, "elsewhere.png"), output = Path.Combine(_folder, "a.png");
        File.CreateSymbolicLink(output, elsewhere);
        Assert.Equal("FileExists", Assert.Throws<FaceServiceException>(() => Write(output, mayReplace: false)).ErrorCode);
        Assert.False(File.Exists(elsewhere));
    }

    [Fact]
    public void What_is_stopped_leaves_nothing()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        using SKBitmap picture = TestPicture.Plain(10, 10, SKColors.Red);
        Assert.Throws<OperationCanceledException>(() => ImageWriter.Write(picture, new(Path.Combine(_folder, "a.png"), false), new(FaceImageFormat.Png, 95), PictureMetadata.Read([]), stopped.Token));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_that_is_gone_is_an_error_of_its_own()
    {
        Assert.Equal("WriteFailed", Assert.Throws<FaceServiceException>(() => Write(Path.Combine(_folder, "gone", "a.png"), mayReplace: true)).ErrorCode);
    }

    [Fact]
    public void What_is_too_large_for_a_format_says_so()
    {
        using SKBitmap picture = TestPicture.Plain(17000, 2, SKColors.Red);
        var e = Assert.Throws<FaceServiceException>(() => ImageWriter.Write(picture, new(Path.Combine(_folder, "a.webp"), false), new(FaceImageFormat.Webp, 95), PictureMetadata.Read([]), CancellationToken.None));
        Assert.Equal("WriteFailed", e.ErrorCode);
    }

    [Fact]
    public void Transparency_becomes_white_in_a_jpeg()
    {
        string path = Path.Combine(_folder, "a.png"), output = Path.Combine(_folder, "b.jpg");
        using (SKBitmap picture = TestPicture.Plain(40, 40, new SKColor(0, 0, 0, 0)))
        {
            File.WriteAllBytes(path, TestPicture.Encode(picture));
        }

        using SKBitmap read = TestPicture.Export(new AnnotateRequest(path, new(output, false), [], new(0, true, true, true, true)), output, FaceImageFormat.Jpeg);
        Assert.Equal(SKColors.White, read.GetPixel(20, 20));
    }

    private static void Write(string output, bool mayReplace)
    {
        using SKBitmap picture = TestPicture.Plain(10, 10, SKColors.Red);
        ImageWriter.Write(picture, new(output, mayReplace), new(FaceImageFormat.Png, 95), PictureMetadata.Read([]), CancellationToken.None);
    }
}
