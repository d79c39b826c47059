namespace FaceCmdlets.Images.Tests;

/// <summary>A file as a request's body.</summary>
public sealed class PictureContentTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Each_try_sends_the_whole_file_also_when_it_was_deleted_meanwhile()
    {
        byte[] picture = new byte[300_000];
        new Random(1).NextBytes(picture);
        File.WriteAllBytes(_path, picture);
        using PictureBytes bytes = PictureBytes.Of(_path);
        File.Delete(_path);
        var content = new PictureContent(bytes, "picture");
        for (int attempt = 0; attempt < 2; attempt++)
        {
            using var sent = new MemoryStream();
            await content.WriteToAsync(sent, CancellationToken.None);
            Assert.Equal(picture, sent.ToArray());
        }
    }

    [Fact]
    public async Task A_file_that_grows_is_sent_as_it_was_announced()
    {
        File.WriteAllBytes(_path, new byte[100_000]);
        using PictureBytes bytes = PictureBytes.Of(_path);
        var content = new PictureContent(bytes, "picture");
        Assert.True(content.TryComputeLength(out long announced));
        File.AppendAllText(_path, "more");
        using var sent = new MemoryStream();
        await content.WriteToAsync(sent, CancellationToken.None);
        Assert.Equal((100_000, 100_000), (announced, sent.Length));
    }

    [Fact]
    public async Task A_file_that_was_cut_short_is_an_error_of_the_file()
    {
        File.WriteAllBytes(_path, new byte[300_000]);
        using PictureBytes bytes = PictureBytes.Of(_path);
        File.WriteAllBytes(_path, new byte[100]);
        FaceServiceException error = await Assert.ThrowsAsync<FaceServiceException>(() => new PictureContent(bytes, "picture").WriteToAsync(Stream.Null, CancellationToken.None));
        Assert.Equal("FileUnreadable", error.ErrorCode);
    }
}
