using System.Buffers.Binary;
using SkiaSharp;

namespace FaceCmdlets.Images.Tests;

/// <summary>Files that claim more than they are: refused by their header, before memory is taken.</summary>
public sealed class BombTests
{
    public static TheoryData<string> Claims => ["Png", "Jpeg", "Gif", "Bmp", "WebP", "Ico"];

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_claim_of_many_pixels_takes_no_memory(string format)
    {
        BombProbe.Report report = BombProbe.Run(Samples.Of(format), Claim(format));
        Assert.Contains(report.ErrorCode, new[] { "ImageTooLarge", "ImageNotDecodable" });
        Assert.InRange(report.PeakGrowth, 0, 50_000_000);
        // A decoder that asked for its pixels would have asked for gigabytes, touched or not.
        Assert.InRange(report.AddressGrowth, 0, 500_000_000);
        Assert.InRange(report.Allocated, 0, 50_000_000);
    }

    [Fact]
    public void A_picture_that_does_have_many_pixels_is_seen_to_take_memory()
    {
        using SKBitmap tile = Pictures.Portrait(96, 64);
        using var large = new SKBitmap(new SKImageInfo(5000, 4000, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(large))
        using (SKShader tiles = tile.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Mirror))
        using (var paint = new SKPaint { Shader = tiles })
        {
            canvas.DrawPaint(paint);
        }

        BombProbe.Report report = BombProbe.Run(Samples.Of("WebP"), Pictures.Encode(large, SKEncodedImageFormat.Webp, 50));
        Assert.Equal(string.Empty, report.ErrorCode);
        Assert.InRange(report.PeakGrowth, 50_000_001, long.MaxValue);
    }

    [Fact]
    public void A_progressive_jpeg_may_claim_less_since_it_is_kept_whole()
    {
        byte[] jpeg = Claim("Jpeg", 14000, 14000);
        byte[] padded = [.. jpeg, .. new byte[500_000]];
        Assert.Null(Refusal(padded));
        padded[IndexOfFrame(padded) + 1] = 0xC2;
        Assert.Equal("ImageTooLarge", Refusal(padded)!.ErrorCode);
    }

    [Fact]
    public void Few_bytes_cannot_hold_many_pixels()
    {
        Assert.Equal("ImageNotDecodable", Refusal(Claim("Jpeg", 8000, 8000))!.ErrorCode);
        Assert.Equal("ImageNotDecodable", Refusal(Claim("Png", 9000, 9000)[..1000])!.ErrorCode);
    }

    private static FaceServiceException? Refusal(byte[] picture)
    {
        using PictureBytes bytes = PictureBytes.Of(picture);
        return OrientedImage.RefusalOf(ImageHeader.Read(bytes), picture.Length, "picture");
    }

    /// <summary>A small picture whose header says otherwise.</summary>
    private static byte[] Claim(string format, int width = 60000, int height = 60000)
    {
        using SKBitmap portrait = Pictures.Portrait(40, 40);
        byte[] picture = format is "Jpeg" ? Pictures.Encode(portrait, SKEncodedImageFormat.Jpeg) : Samples.Of(format);
        Span<byte> all = picture;
        switch (format)
        {
            case "Png":
                WritePng(all);
                break;
            case "Ico":
                WritePng(all[22..]);
                break;
            case "Jpeg":
                int frame = IndexOfFrame(picture);
                BinaryPrimitives.WriteUInt16BigEndian(all[(frame + 5)..], (ushort)height);
                BinaryPrimitives.WriteUInt16BigEndian(all[(frame + 7)..], (ushort)width);
                break;
            case "Gif":
                BinaryPrimitives.WriteUInt16LittleEndian(all[6..], (ushort)width);
                BinaryPrimitives.WriteUInt16LittleEndian(all[8..], (ushort)height);
                break;
            case "Bmp":
                BinaryPrimitives.WriteInt32LittleEndian(all[18..], width);
                BinaryPrimitives.WriteInt32LittleEndian(all[22..], height);
                break;
            case "WebP":
                new byte[] { 0xFE, 0x3F, 0, 0xFE, 0x3F, 0 }.CopyTo(picture, 24);
                break;
        }

        return picture;

        void WritePng(Span<byte> png)
        {
            BinaryPrimitives.WriteInt32BigEndian(png[16..], width);
            BinaryPrimitives.WriteInt32BigEndian(png[20..], height);
        }
    }

    private static int IndexOfFrame(byte[] jpeg)
    {
        int at = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        return at >= 0 ? at : jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC2 });
    }
}
