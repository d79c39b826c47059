using System.Buffers.Binary;
using SkiaSharp;

namespace FaceCmdlets.Tests.Shared;

/// <summary>Pictures of every format and orientation, made of a sample.</summary>
internal static class Pictures
{
    public static readonly string Astronaut = Path.Combine(Checkout.Root, "samples", "astronaut.png");

    /// <summary>The sample, scaled and cut: one face, left of the middle, so that no turn maps it onto itself.</summary>
    public static SKBitmap Portrait(int width, int height)
    {
        using SKBitmap sample = SKBitmap.Decode(Astronaut);
        var portrait = new SKBitmap(new SKImageInfo(width, height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(portrait);
        canvas.Clear(SKColors.DimGray);
        using SKImage image = SKImage.FromBitmap(sample);
        int side = Math.Min(width, height);
        canvas.DrawImage(image, new SKRect(0, 0, side, side), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), null);
        return portrait;
    }

    /// <summary>The same with noise, which no format packs well.</summary>
    public static SKBitmap NoisyPortrait(int width, int height, int noise)
    {
        SKBitmap portrait = Portrait(width, height);
        var random = new Random(1);
        Span<byte> bytes = portrait.GetPixelSpan();
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = i % 4 == 3 ? (byte)255 : (byte)Math.Clamp(bytes[i] + random.Next(-noise, noise + 1), 0, 255);
        }

        return portrait;
    }

    /// <summary>A JPEG that a viewer shows as the bitmap, stored as its orientation says.</summary>
    public static byte[] Jpeg(SKBitmap upright, int orientation, int quality = 92)
    {
        using SKBitmap stored = Stored(upright, orientation);
        byte[] jpeg = Encode(stored, SKEncodedImageFormat.Jpeg, quality);
        byte[] exif = [.. "Exif\0\0"u8, .. Exif(orientation)];
        byte[] app1 = [0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif];
        return [.. jpeg[..2], .. app1, .. jpeg[2..]];
    }

    public static byte[] Png(SKBitmap upright, int orientation)
    {
        using SKBitmap stored = Stored(upright, orientation);
        byte[] png = Encode(stored, SKEncodedImageFormat.Png);
        byte[] chunk = [.. "eXIf"u8, .. Exif(orientation)];
        byte[] whole = new byte[chunk.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(whole, chunk.Length - 4);
        chunk.CopyTo(whole, 4);
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(chunk.Length + 4), Crc(chunk));
        return [.. png[..33], .. whole, .. png[33..]];
    }

    public static byte[] WebP(SKBitmap upright, int orientation)
    {
        using SKBitmap stored = Stored(upright, orientation);
        byte[] chunks = Encode(stored, SKEncodedImageFormat.Webp, 90)[12..];
        if (chunks.AsSpan(0, 4).SequenceEqual("VP8X"u8))
        {
            chunks = chunks[18..];
        }

        byte[] exif = Exif(orientation);
        byte[] size = [.. BitConverter.GetBytes(stored.Width - 1)[..3], .. BitConverter.GetBytes(stored.Height - 1)[..3]];
        byte[] body = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, .. size, .. chunks, .. "EXIF"u8, .. BitConverter.GetBytes(exif.Length), .. exif];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    public static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format, int quality = 90)
    {
        using SKData data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    public static byte[] Bmp(SKBitmap bitmap)
    {
        int row = ((bitmap.Width * 3) + 3) / 4 * 4;
        byte[] bmp = new byte[54 + (row * bitmap.Height)];
        "BM"u8.CopyTo(bmp);
        foreach ((int at, int value) in new[] { (2, bmp.Length), (10, 54), (14, 40), (18, bitmap.Width), (22, bitmap.Height), (26, 1 | (24 << 16)) })
        {
            BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(at), value);
        }

        for (int y = 0; y < bitmap.Height; y++)
        {
            for (int x = 0; x < bitmap.Width; x++)
            {
                SKColor color = bitmap.GetPixel(x, bitmap.Height - 1 - y);
                (bmp[54 + (y * row) + (x * 3)], bmp[55 + (y * row) + (x * 3)], bmp[56 + (y * row) + (x * 3)]) = (color.Blue, color.Green, color.Red);
            }
        }

        return bmp;
    }

    /// <summary>128 greys; a clear code before the codes would get longer makes each code one byte.</summary>
    public static byte[] Gif(SKBitmap bitmap)
    {
        List<byte> gif = [.. "GIF89a"u8, (byte)bitmap.Width, (byte)(bitmap.Width >> 8), (byte)bitmap.Height, (byte)(bitmap.Height >> 8), 0xF6, 0, 0];
        for (int grey = 0; grey < 128; grey++)
        {
            gif.AddRange([(byte)(grey * 2), (byte)(grey * 2), (byte)(grey * 2)]);
        }

        gif.AddRange([0x2C, 0, 0, 0, 0, (byte)bitmap.Width, (byte)(bitmap.Width >> 8), (byte)bitmap.Height, (byte)(bitmap.Height >> 8), 0, 7]);
        List<byte> codes = [];
        for (int i = 0; i < bitmap.Width * bitmap.Height; i++)
        {
            if (i % 100 == 0)
            {
                codes.Add(0x80);
            }

            codes.Add((byte)(bitmap.GetPixel(i % bitmap.Width, i / bitmap.Width).Green / 2));
        }

        codes.Add(0x81);
        foreach (byte[] block in codes.Chunk(255))
        {
            gif.Add((byte)block.Length);
            gif.AddRange(block);
        }

        gif.AddRange([0, 0x3B]);
        return [.. gif];
    }

    /// <summary>An icon of one PNG.</summary>
    public static byte[] Ico(byte[] png) =>
        [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 32, 0, .. BitConverter.GetBytes(png.Length), .. BitConverter.GetBytes(22), .. png];

    private static byte[] Exif(int orientation) => [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    /// <summary>Where each stored pixel comes from, by the definition of the eight orientations.</summary>
    private static SKBitmap Stored(SKBitmap upright, int orientation)
    {
        int w = upright.Width, h = upright.Height;
        var stored = new SKBitmap(orientation >= 5 ? upright.Info.WithSize(h, w) : upright.Info);
        for (int y = 0; y < stored.Height; y++)
        {
            for (int x = 0; x < stored.Width; x++)
            {
                (int fromX, int fromY) = orientation switch
                {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (w - 1 - y, x),
                    7 => (w - 1 - y, h - 1 - x),
                    8 => (y, h - 1 - x),
                    _ => (x, y),
                };
                stored.SetPixel(x, y, upright.GetPixel(fromX, fromY));
            }
        }

        return stored;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
