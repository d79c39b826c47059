using System.Buffers.Binary;
using SkiaSharp;

namespace FaceCmdlets.Images.Tests.Export;

/// <summary>Pictures that tests make, and what they do with them.</summary>
internal static class TestPicture
{
    public static readonly string Astronaut = Path.Combine(Checkout.Root, "samples", "astronaut.png");

    /// <summary>Where the emulator finds the astronaut's face.</summary>
    public static PictureFace AstronautFace { get; } = new() { Left = 179, Top = 70, Width = 94, Height = 107 };

    public static PictureFace Face(float left, float top, float width, float height) => new() { Left = left, Top = top, Width = width, Height = height };

    public static SKBitmap Plain(int width, int height, SKColor color)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKImageInfo.PlatformColorType, color.Alpha == 255 ? SKAlphaType.Opaque : SKAlphaType.Premul));
        bitmap.Erase(color);
        return bitmap;
    }

    /// <summary>No two neighbours alike, as in a photo.</summary>
    public static SKBitmap Noise(int width, int height)
    {
        SKBitmap bitmap = Plain(width, height, SKColors.Black);
        new Random(7).NextBytes(bitmap.GetPixelSpan());
        return bitmap;
    }

    public static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format = SKEncodedImageFormat.Png, int quality = 95)
    {
        using SKData data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    /// <summary>Writes the request's one output, and reads it.</summary>
    public static SKBitmap Export(ExportRequest request, string output, FaceImageFormat format = FaceImageFormat.Png, int quality = 95)
    {
        new ImageExport().Write(request, new ImageEncoding(format, quality), CancellationToken.None);
        return SKBitmap.Decode(output);
    }

    /// <summary>A JPEG with one segment more behind its start.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] content)
    {
        byte[] head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(content.Length + 2));
        return [.. jpeg[..2], .. head, .. content, .. jpeg[2..]];
    }

    /// <summary>EXIF as a telephone writes it: everything that must go along, and everything that must not.</summary>
    public static byte[] TelephoneExif(bool little, ushort orientation = 6)
    {
        var tiff = new TiffBuilder(little);
        var gps = new List<(int, int, byte[])> { (1, 2, "N\0"u8.ToArray()), (2, 5, tiff.Rational(48, 1, 51, 1, 29, 1)), (0x1D, 2, "2024:05:17\0"u8.ToArray()) };
        var exif = new List<(int, int, byte[])>
        {
            (0x829A, 5, tiff.Rational(1, 125)), (0x9003, 2, "2024:05:17 10:11:12\0"u8.ToArray()), (0x9214, 3, tiff.Short(10, 20, 30, 40)), (0x927C, 7, "SecretMaker"u8.ToArray()),
            (0x9286, 7, "ASCII\0\0\0SecretComment"u8.ToArray()), (0xA001, 3, tiff.Short(1)), (0xA430, 2, "SecretOwner\0"u8.ToArray()), (0xA431, 2, "SecretSerial\0"u8.ToArray()), (0xA434, 2, "A lens\0"u8.ToArray()),
        };
        var main = new List<(int, int, byte[])>
        {
            (0x010E, 2, "SecretCaption\0"u8.ToArray()), (0x010F, 2, "Acme\0"u8.ToArray()), (0x0110, 2, "Camera 5\0"u8.ToArray()), (0x0112, 3, tiff.Short(orientation)), (0x0132, 2, "2024:05:17 10:11:12\0"u8.ToArray()),
            (0x8298, 2, "(c) somebody\0"u8.ToArray()), (0x9C9D, 1, "SecretAuthor"u8.ToArray()),
        };
        return tiff.Build(main, exif, gps, "SecretThumbnail"u8.ToArray());
    }
}
