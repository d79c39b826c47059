using SkiaSharp;

namespace FaceCmdlets.Images.Tests;

/// <summary>What is done to a picture, and that no more is done than the limits want.</summary>
public sealed class PreparationTests
{
    private const int SixMegabytes = 6 * 1024 * 1024;

    [Theory]
    [InlineData("Jpeg")]
    [InlineData("Png")]
    [InlineData("Gif")]
    [InlineData("Bmp")]
    public void What_the_service_takes_needs_nothing(string format) => Assert.Empty(Plan(Samples.Of(format)).Reasons);

    [Fact]
    public void A_turned_jpeg_needs_nothing_since_the_service_turns_it() => Assert.False(Plan(Samples.Of("Jpeg")).IsNeeded);

    [Fact]
    public void A_turned_png_is_turned_here()
    {
        using SKBitmap portrait = Pictures.Portrait(96, 64);
        byte[] png = Pictures.Png(portrait, 6);
        Assert.Contains("orientation 6", Assert.Single(Plan(png).Reasons), StringComparison.Ordinal);
        Assert.Equal(new ImageSize(96, 64), Prepare(png).Sent);
    }

    [Theory]
    [InlineData("WebP")]
    [InlineData("Ico")]
    public void What_the_service_does_not_take_becomes_a_jpeg_of_the_same_size(string format)
    {
        PreparedImage prepared = Prepare(Samples.Of(format));
        Assert.Equal((ImageFormat.Jpeg, new ImageSize(96, 64), new ImageSize(96, 64)), (prepared.Format, prepared.Original, prepared.Sent));
    }

    [Fact]
    public void Seven_megabytes_fit_with_a_little_less_quality_and_every_pixel()
    {
        using SKBitmap large = Pictures.NoisyPortrait(4032, 3024, 12);
        byte[] jpeg = Pictures.Encode(large, SKEncodedImageFormat.Jpeg, 97);
        Assert.True(jpeg.Length > SixMegabytes);
        PreparedImage prepared = Prepare(jpeg);
        Assert.Equal(new ImageSize(4032, 3024), prepared.Sent);
        Assert.InRange(prepared.Quality!.Value, 90, 95);
        Assert.InRange(prepared.Bytes.Length, SixMegabytes * 3 / 4, SixMegabytes);
    }

    [Fact]
    public void What_no_quality_makes_fit_is_scaled_down_as_little_as_need_be()
    {
        using SKBitmap noise = Pictures.NoisyPortrait(4000, 3000, 120);
        PreparedImage prepared = Prepare(Pictures.Encode(noise, SKEncodedImageFormat.Jpeg, 95));
        Assert.Equal(new ImageSize(4000, 3000), prepared.Original);
        Assert.InRange(prepared.Bytes.Length, SixMegabytes * 9 / 10, SixMegabytes);
        Assert.Equal(90, prepared.Quality);
        Assert.Equal(4 / 3.0, prepared.Sent.Width / (double)prepared.Sent.Height, 2);
    }

    [Fact]
    public void A_picture_of_too_few_bytes_becomes_a_larger_file()
    {
        using var flat = new SKBitmap(new SKImageInfo(40, 40, SKImageInfo.PlatformColorType, SKAlphaType.Opaque));
        flat.Erase(SKColors.Gray);
        byte[] png = Pictures.Encode(flat, SKEncodedImageFormat.Png);
        Assert.True(png.Length < 1024);
        PreparedImage prepared = Prepare(png);
        Assert.InRange(prepared.Bytes.Length, 1024, 10000);
        using SKBitmap same = SKBitmap.Decode(prepared.Bytes);
        Assert.Equal(40, same.Width);
    }

    [Theory]
    [InlineData(35, 100)]
    [InlineData(100, 35)]
    public void A_picture_smaller_than_a_face_is_refused(int width, int height)
    {
        using SKBitmap small = Pictures.Portrait(width, height);
        Assert.Equal("InvalidImageSize", Plan(Pictures.Bmp(small)).Refusal!.ErrorCode);
        Assert.Equal("InvalidImageSize", Assert.Throws<FaceServiceException>(() => Prepare(Pictures.Ico(Pictures.Encode(small, SKEncodedImageFormat.Png)))).ErrorCode);
    }

    [Fact]
    public void Heic_says_how_to_convert_it()
    {
        FaceServiceException refusal = Plan([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[5000]]).Refusal!;
        Assert.Equal("ImageNotDecodable", refusal.ErrorCode);
        Assert.Contains("magick", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1920, 1080, 1920, 1080, 36)]
    [InlineData(640, 480, 640, 480, 36)]
    [InlineData(3840, 2160, 3840, 2160, 72)]
    [InlineData(2160, 3840, 2160, 3840, 72)]
    [InlineData(4000, 3000, 2000, 1500, 100)]
    [InlineData(1000, 1000, 500, 500, 72)]
    public void The_smallest_face_grows_with_the_picture(int width, int height, int sentWidth, int sentHeight, int smallest) =>
        Assert.Equal(smallest, PreparationPlan.SmallestFace(new ImageSize(width, height), new ImageSize(sentWidth, sentHeight)));

    [Fact]
    public void Coordinates_go_there_and_back()
    {
        using var picture = new PreparedPicture(new PreparedImage(new byte[1], ImageFormat.Jpeg, 90, new ImageSize(4000, 3000), new ImageSize(3000, 2250)));
        Assert.Equal([75, 150, 225, 300], picture.ToSent([100, 200, 300, 400])!);
        Assert.Equal((100, 200, 300, 400), picture.ToOriginal(75, 150, 225, 300));
        Assert.Equal((133.3, 266.7), picture.ToOriginal(100.0, 200.0));
    }

    [Fact]
    public async Task A_picture_waits_while_another_has_the_memory()
    {
        Task<IDisposable> next;
        using (await PreparationGate.EnterAsync(long.MaxValue, CancellationToken.None))
        {
            next = PreparationGate.EnterAsync(1, CancellationToken.None);
            Assert.False(next.IsCompleted);
        }

        (await next.WaitAsync(TimeSpan.FromMinutes(1))).Dispose();
    }

    [Fact]
    public async Task A_large_picture_waits_for_a_small_one_before_it_and_a_small_one_after_it_for_both()
    {
        Task<IDisposable> large, after;
        using (await PreparationGate.EnterAsync(1, CancellationToken.None))
        {
            large = PreparationGate.EnterAsync(long.MaxValue, CancellationToken.None);
            after = PreparationGate.EnterAsync(1, CancellationToken.None);
            Assert.False(large.IsCompleted || after.IsCompleted);
        }

        using (await large.WaitAsync(TimeSpan.FromMinutes(1)))
        {
            Assert.False(after.IsCompleted);
        }

        (await after.WaitAsync(TimeSpan.FromMinutes(1))).Dispose();
    }

    [Fact]
    public async Task A_picture_waits_while_others_have_the_processors()
    {
        List<IDisposable> held = [];
        // Where there are more, it is the memory that is used up.
        for (int i = 0; i < Math.Min(Environment.ProcessorCount, 64); i++)
        {
            held.Add(await PreparationGate.EnterAsync(1, CancellationToken.None));
        }

        Task<IDisposable> next = PreparationGate.EnterAsync(1, CancellationToken.None);
        Assert.False(next.IsCompleted);
        held.ForEach(place => place.Dispose());
        (await next.WaitAsync(TimeSpan.FromMinutes(1))).Dispose();
    }

    [Fact]
    public async Task A_picture_that_waits_no_longer_leaves_its_place_to_others()
    {
        using var enough = new CancellationTokenSource();
        using (await PreparationGate.EnterAsync(1, CancellationToken.None))
        {
            Task<IDisposable> large = PreparationGate.EnterAsync(long.MaxValue, enough.Token);
            await enough.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        }

        (await PreparationGate.EnterAsync(long.MaxValue, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1))).Dispose();
    }

    [Fact]
    public async Task None_waits_for_ever()
    {
        // Each leaves as soon as it was let in, in whatever order that is.
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => EnterAndLeave(i % 2 == 0 ? long.MaxValue : 1))).WaitAsync(TimeSpan.FromMinutes(1));

        static async Task EnterAndLeave(long bytes) => (await PreparationGate.EnterAsync(bytes, CancellationToken.None)).Dispose();
    }

    private static PreparationPlan Plan(byte[] picture)
    {
        using PictureBytes bytes = PictureBytes.Of(picture);
        return PreparationPlan.For(bytes, "picture");
    }

    private static PreparedImage Prepare(byte[] picture) => Preparation.Prepare(picture, "picture", CancellationToken.None);
}
