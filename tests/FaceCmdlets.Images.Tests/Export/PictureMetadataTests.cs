using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Icc;
using MetadataExtractor.Formats.Jfif;
using SkiaSharp;
using File = System.IO.File;
using Folder = System.IO.Directory;

namespace FaceCmdlets.Images.Tests.Export;

/// <summary>What goes along with a copy and what does not, read by a library of others.</summary>
public sealed class PictureMetadataTests : IDisposable
{
    private readonly string _folder = Folder.CreateTempSubdirectory().FullName;

    public static TheoryData<string, FaceImageFormat> Ways => new()
    {
        { "II.jpg", FaceImageFormat.Jpeg }, { "MM.jpg", FaceImageFormat.Jpeg }, { "II.jpg", FaceImageFormat.Png }, { "MM.jpg", FaceImageFormat.Webp },
        { "II.png", FaceImageFormat.Png }, { "II.png", FaceImageFormat.Jpeg }, { "II.webp", FaceImageFormat.Webp }, { "II.webp", FaceImageFormat.Jpeg },
    };

    public void Dispose() => Folder.Delete(_folder, true);

    [Theory]
    [MemberData(nameof(Ways))]
    public void When_and_with_what_it_was_taken_goes_along(string original, FaceImageFormat format)
    {
        IReadOnlyList<MetadataExtractor.Directory> read = ImageMetadataReader.ReadMetadata(Exported(Telephone(original), format));
        ExifIfd0Directory main = Assert.Single(read.OfType<ExifIfd0Directory>());
        ExifSubIfdDirectory photo = Assert.Single(read.OfType<ExifSubIfdDirectory>());
        Assert.Equal("Camera 5", main.GetString(ExifDirectoryBase.TagModel));
        Assert.Equal("(c) somebody", main.GetString(ExifDirectoryBase.TagCopyright));
        Assert.Equal("2024:05:17 10:11:12", photo.GetString(ExifDirectoryBase.TagDateTimeOriginal));
        Assert.Equal(new Rational(1, 125), photo.GetRational(ExifDirectoryBase.TagExposureTime));
        Assert.Equal(1, photo.GetInt32(ExifDirectoryBase.TagColorSpace));
        Assert.DoesNotContain(read, directory => directory.HasError);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Place_thumbnail_serial_numbers_and_notes_stay_behind(string original, FaceImageFormat format)
    {
        byte[] before = File.ReadAllBytes(Telephone(original));
        Assert.True(before.AsSpan().IndexOf("SecretSerial"u8) > 0);
        Assert.NotEmpty(ImageMetadataReader.ReadMetadata(Telephone(original)).OfType<GpsDirectory>());
        string exported = Exported(Telephone(original), format);
        IReadOnlyList<MetadataExtractor.Directory> read = ImageMetadataReader.ReadMetadata(exported);
        Assert.Empty(read.OfType<GpsDirectory>());
        Assert.Empty(read.OfType<ExifThumbnailDirectory>());
        Assert.DoesNotContain(read.OfType<ExifDirectoryBase>(), directory => directory.ContainsTag(ExifDirectoryBase.TagOrientation) || directory.ContainsTag(0x9214));
        Assert.True(File.ReadAllBytes(exported).AsSpan().IndexOf("Secret"u8) < 0);
    }

    [Fact]
    public void Xmp_comments_and_texts_stay_behind()
    {
        byte[] jpeg = TestPicture.Encode(Picture(), SKEncodedImageFormat.Jpeg);
        jpeg = TestPicture.WithSegment(jpeg, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Secret</x:xmpmeta>"u8]);
        jpeg = TestPicture.WithSegment(jpeg, 0xFE, [.. "Secret"u8]);
        jpeg = TestPicture.WithSegment(jpeg, 0xED, [.. "Photoshop 3.0\0Secret"u8]);
        string path = Path.Combine(_folder, "a.jpg");
        File.WriteAllBytes(path, jpeg);
        Assert.True(File.ReadAllBytes(Exported(path, FaceImageFormat.Jpeg)).AsSpan().IndexOf("Secret"u8) < 0);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, FaceImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Jpeg, FaceImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Png, FaceImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Png, FaceImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png, FaceImageFormat.Webp)]
    [InlineData(SKEncodedImageFormat.Webp, FaceImageFormat.Webp)]
    public void The_colour_profile_goes_along_and_colours_mean_the_same(SKEncodedImageFormat original, FaceImageFormat format)
    {
        using SKColorSpace p3 = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        using var picture = new SKBitmap(new SKImageInfo(64, 64, SKImageInfo.PlatformColorType, SKAlphaType.Opaque, p3));
        picture.Erase(SKColors.OrangeRed);
        string path = Path.Combine(_folder, $"a.{original}");
        File.WriteAllBytes(path, TestPicture.Encode(picture, original, 100));
        string exported = Exported(path, format);
        Assert.NotEmpty(ImageMetadataReader.ReadMetadata(exported).OfType<IccDirectory>());
        Assert.True(Distance(InSrgb(path), InSrgb(exported)) <= 4);
        Assert.True(Distance(InSrgb(exported), picture.GetPixel(0, 0)) >= 0);
    }

    [Fact]
    public void The_density_of_a_jpeg_without_exif_goes_along()
    {
        byte[] jpeg = TestPicture.Encode(Picture(), SKEncodedImageFormat.Jpeg);
        Assert.Equal("JFIF"u8, jpeg.AsSpan(6, 4));
        ((byte[])[1, 0, 240, 1, 44]).CopyTo(jpeg, 13);
        string path = Path.Combine(_folder, "a.jpg");
        File.WriteAllBytes(path, jpeg);
        JfifDirectory read = Assert.Single(ImageMetadataReader.ReadMetadata(Exported(path, FaceImageFormat.Jpeg)).OfType<JfifDirectory>());
        Assert.Equal("1: 240 x 300", $"{read.GetInt32(JfifDirectory.TagUnits)}: {read.GetInt32(JfifDirectory.TagResX)} x {read.GetInt32(JfifDirectory.TagResY)}");
    }

    [Fact]
    public void A_profile_of_print_does_not_go_along()
    {
        byte[] profile = new byte[200];
        "CMYK"u8.CopyTo(profile.AsSpan(16));
        string path = Path.Combine(_folder, "a.jpg");
        File.WriteAllBytes(path, TestPicture.WithSegment(TestPicture.Encode(Picture(), SKEncodedImageFormat.Jpeg), 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]));
        Assert.Empty(ImageMetadataReader.ReadMetadata(Exported(path, FaceImageFormat.Jpeg)).OfType<IccDirectory>());
    }

    [Fact]
    public void A_picture_without_metadata_gets_none()
    {
        string path = Path.Combine(_folder, "a.png");
        File.WriteAllBytes(path, TestPicture.Encode(Picture()));
        IReadOnlyList<MetadataExtractor.Directory> read = ImageMetadataReader.ReadMetadata(Exported(path, FaceImageFormat.Jpeg));
        Assert.Empty(read.OfType<ExifDirectoryBase>());
        Assert.Empty(read.OfType<IccDirectory>());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_new_file_says_that_it_was_made_here_and_one_in_the_place_of_its_original_does_not(string original, FaceImageFormat format)
    {
        var export = new ImageExport();
        string path = Telephone(original);
        Assert.False(export.IsOurs(path));
        string exported = Exported(path, format);
        Assert.True(export.IsOurs(exported));
        export.Write(new AnnotateRequest(exported, new(exported, true, IsOriginal: true), [], new(0, true, true, true, true)), new ImageEncoding(format, 95), CancellationToken.None);
        Assert.False(export.IsOurs(exported));
        Assert.False(export.IsOurs(_folder));
    }

    [Fact]
    public void Damaged_metadata_is_read_without_an_exception()
    {
        byte[][] whole = [.. new[] { "II.jpg", "MM.jpg", "II.png", "II.webp" }.Select(name => File.ReadAllBytes(Telephone(name)))];
        Gen.Select(Gen.Int[0, 3], Gen.Select(Gen.Int[0, 900], Gen.Byte).Array[1, 20], Gen.Int[0, 2000]).Sample((which, changes, cut) =>
        {
            byte[] bytes = [.. whole[which]];
            foreach ((int at, byte value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            PictureMetadata.Read(bytes);
            PictureMetadata.Read(bytes.AsSpan(0, Math.Min(cut, bytes.Length)));
        });
    }

    [Fact]
    public void Any_bytes_are_exif_or_not()
    {
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Bool).Sample((bytes, little) =>
        {
            ExifSubset.Of(bytes);
            ExifSubset.Of([.. little ? "II*\0\x08\0\0\0"u8 : "MM\0*\0\0\0\x08"u8, .. bytes]);
        });
    }

    private static SKBitmap Picture() => TestPicture.Plain(64, 48, SKColors.SteelBlue);

    private static int Distance(SKColor a, SKColor b) => Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue)));

    private static SKColor InSrgb(string path)
    {
        using SKCodec codec = SKCodec.Create(path);
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        Assert.Equal(SKCodecResult.Success, codec.GetPixels(bitmap.Info, bitmap.GetPixels()));
        return bitmap.GetPixel(10, 10);
    }

    /// <summary>A picture as a telephone takes it; its PNG and WebP come by way of our own writer, with nothing left out.</summary>
    private string Telephone(string name)
    {
        string path = Path.Combine(_folder, name);
        if (File.Exists(path))
        {
            return path;
        }

        byte[] exif = TestPicture.TelephoneExif(name.StartsWith("II", StringComparison.Ordinal));
        using SKBitmap picture = Picture();
        switch (Path.GetExtension(name))
        {
            case ".png":
                byte[] png = TestPicture.Encode(picture);
                byte[] chunk = [.. "eXIf"u8, .. exif];
                File.WriteAllBytes(path, [.. png[..33], .. BigEndian(exif.Length), .. chunk, .. BigEndian((int)System.IO.Hashing.Crc32.HashToUInt32(chunk)), .. png[33..]]);
                break;
            case ".webp":
                byte[] webp = TestPicture.Encode(picture, SKEncodedImageFormat.Webp);
                byte[] padded = exif.Length % 2 == 0 ? exif : [.. exif, 0];
                byte[] body = [.. "WEBPVP8X"u8, .. BitConverter.GetBytes(10), 0x08, 0, 0, 0, 63, 0, 0, 47, 0, 0, .. webp[12..], .. "EXIF"u8, .. BitConverter.GetBytes(exif.Length), .. padded];
                File.WriteAllBytes(path, [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body]);
                break;
            default:
                File.WriteAllBytes(path, TestPicture.WithSegment(TestPicture.Encode(picture, SKEncodedImageFormat.Jpeg), 0xE1, [.. "Exif\0\0"u8, .. exif]));
                break;
        }

        return path;
    }

    private static byte[] BigEndian(int value) => [.. BitConverter.GetBytes(value).Reverse()];

    private string Exported(string path, FaceImageFormat format)
    {
        string output = Path.Combine(_folder, $"exported.{format}");
        TestPicture.Export(new AnnotateRequest(path, new(output, true), [], new(0, true, true, true, true)), output, format).Dispose();
        return output;
    }
}
