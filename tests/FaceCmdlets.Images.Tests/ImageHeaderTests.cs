using SkiaSharp;

namespace FaceCmdlets.Images.Tests;

/// <summary>What a header says, against what the decoder says.</summary>
public sealed class ImageHeaderTests
{
    public static TheoryData<string> Formats => ["Jpeg", "Png", "Gif", "Bmp", "WebP"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_and_pixels_are_the_decoders(string format)
    {
        byte[] picture = Samples.Of(format);
        using SKCodec codec = SKCodec.Create(new SKMemoryStream(picture))!;
        ImageHeader header = Read(picture);
        Assert.Equal((format, codec.Info.Width, codec.Info.Height), (header.Format.ToString(), header.Stored!.Value.Width, header.Stored.Value.Height));
    }

    [Fact]
    public void Lossless_webp_has_its_pixels_elsewhere()
    {
        using SKBitmap portrait = Pictures.Portrait(123, 77);
        using SKPixmap pixels = portrait.PeekPixels();
        using SKData? data = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 50));
        Assert.Equal(new ImageSize(123, 77), Read(data!.ToArray()).Stored);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    public void Width_and_height_are_those_that_a_viewer_shows(int orientation, bool turned)
    {
        using SKBitmap portrait = Pictures.Portrait(96, 64);
        foreach (byte[] picture in new[] { Pictures.Jpeg(portrait, orientation), Pictures.Png(portrait, orientation), Pictures.WebP(portrait, orientation) })
        {
            ImageHeader header = Read(picture);
            Assert.Equal((orientation, turned, new ImageSize(96, 64)), (header.Orientation, header.IsTurned, header.Upright!.Value));
        }
    }

    [Fact]
    public void An_orientation_behind_a_megabyte_of_other_segments_is_found()
    {
        using SKBitmap portrait = Pictures.Portrait(96, 64);
        byte[] jpeg = Pictures.Jpeg(portrait, 6);
        byte[] segment = [0xFF, 0xE2, 0xFF, 0xFF, .. new byte[65533]];
        byte[] padded = [.. jpeg[..2], .. Enumerable.Repeat(segment, 16).SelectMany(one => one), .. jpeg[2..]];
        Assert.Equal((6, new ImageSize(96, 64)), (Read(padded).Orientation, Read(padded).Upright!.Value));
    }

    [Theory]
    [InlineData("heic", "Heic")]
    [InlineData("mif1", "Heic")]
    [InlineData("avif", "Avif")]
    [InlineData("isom", "Unknown")]
    public void The_brand_tells_heic_from_avif_and_a_film(string brand, string format)
    {
        byte[] file = [0, 0, 0, 20, .. "ftyp"u8, .. System.Text.Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mp42"u8, .. new byte[100]];
        Assert.Equal(format, Read(file).Format.ToString());
    }

    [Fact]
    public void Millions_of_empty_segments_are_given_up()
    {
        byte[] segments = [0xFF, 0xD8, .. Enumerable.Repeat(new byte[] { 0xFF, 0xE0, 0, 2 }, 1_000_000).SelectMany(one => one)];
        var bytes = new CountedBytes(segments);
        Assert.Null(ImageHeader.Read(bytes).Stored);
        Assert.InRange(bytes.Reads, 1, 20);
    }

    [Fact]
    public void Fewer_bytes_than_a_header_are_no_picture() =>
        Assert.All(Enumerable.Range(0, 30), count => Assert.Null(Read(File.ReadAllBytes(Pictures.Astronaut)[..Math.Min(count, 15)]).Stored));

    private static ImageHeader Read(byte[] picture)
    {
        using PictureBytes bytes = PictureBytes.Of(picture);
        return ImageHeader.Read(bytes);
    }

    private sealed class CountedBytes(byte[] content) : PictureBytes
    {
        public int Reads { get; private set; }

        public override long Length => content.Length;

        public override int Read(long offset, Span<byte> buffer)
        {
            Reads++;
            using PictureBytes bytes = Of(content);
            return bytes.Read(offset, buffer);
        }
    }
}
