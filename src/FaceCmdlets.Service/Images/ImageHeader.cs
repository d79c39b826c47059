namespace FaceCmdlets.Service;

/// <summary>
/// What the first bytes of a picture file say of it, without decoding and without taking memory: format, pixels,
/// orientation. None of it is believed further than that.
/// </summary>
/// <param name="Format">By the signature.</param>
/// <param name="Stored">Pixels as stored; null where the header does not say.</param>
/// <param name="Orientation">EXIF's, 1 to 8; 1 is upright.</param>
/// <param name="Progressive">A JPEG that only exists as a whole.</param>
internal readonly record struct ImageHeader(ImageFormat Format, ImageSize? Stored, int Orientation = 1, bool Progressive = false)
{
    /// <summary>More parts than any program writes; a hostile file may have millions.</summary>
    private const int MostParts = 2000;

    /// <summary>Whether width and height are the other way round than a viewer shows them.</summary>
    public bool IsTurned => Orientation >= 5;

    /// <summary>Pixels as a viewer shows them.</summary>
    public ImageSize? Upright => Stored is { } size && IsTurned ? size.Turned : Stored;

    public static ImageHeader Read(PictureBytes bytes)
    {
        using var head = new HeaderBytes(bytes);
        return head switch
        {
            _ when head.Is(0, [0xFF, 0xD8, 0xFF]) => Jpeg(head),
            _ when head.Is(0, [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) => Png(head),
            _ when head.Is(0, "GIF87a"u8) || head.Is(0, "GIF89a"u8) => new(ImageFormat.Gif, Size(head.Little16(6), head.Little16(8))),
            _ when head.Is(0, "BM"u8) => Bmp(head),
            _ when head.Is(0, "RIFF"u8) && head.Is(8, "WEBP"u8) => WebP(head),
            _ when head.Is(4, "ftyp"u8) => new(Brand(head), null),
            _ when head.Is(0, [(byte)'I', (byte)'I', 42, 0]) || head.Is(0, [(byte)'M', (byte)'M', 0, 42]) => new(ImageFormat.Tiff, null),
            _ when head.Is(0, [0xFF, 0x0A]) || head.Is(0, [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' ']) => new(ImageFormat.JpegXl, null),
            _ when head.Is(0, [0, 0, 1, 0]) && head.Little16(4) is > 0 and < 256 => new(ImageFormat.Ico, null),
            _ when head.Is(0, [0, 0]) => Wbmp(head),
            _ => new(ImageFormat.Unknown, null),
        };
    }

    private static ImageHeader Jpeg(HeaderBytes head)
    {
        int orientation = 0;
        long at = 2;
        for (int part = 0; part < MostParts && at < head.Length; part++)
        {
            if (head.Byte(at) != 0xFF)
            {
                break;
            }

            int marker = head.Byte(at + 1);
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += 2;
                continue;
            }

            int length = head.Big16(at + 2);
            if (marker is 0xD9 or 0xDA || length < 2)
            {
                break;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new(ImageFormat.Jpeg, Size(head.Big16(at + 7), head.Big16(at + 5)), Math.Max(1, orientation), Progressive: marker is 0xC2 or 0xC6 or 0xCA or 0xCE);
            }

            if (marker == 0xE1 && orientation == 0 && head.Is(at + 4, "Exif\0\0"u8))
            {
                orientation = Exif(head, at + 10);
            }

            at += 2 + length;
        }

        return new(ImageFormat.Jpeg, null, Math.Max(1, orientation));
    }

    private static ImageHeader Png(HeaderBytes head)
    {
        ImageSize? size = head.Is(12, "IHDR"u8) ? Size(head.Big32(16), head.Big32(20)) : null;
        int orientation = 1;
        long at = 8;
        for (int part = 0; part < MostParts && at < head.Length && !head.Is(at + 4, "IDAT"u8); part++)
        {
            if (head.Is(at + 4, "eXIf"u8))
            {
                orientation = Exif(head, at + 8);
                break;
            }

            at += 12L + head.Big32(at);
        }

        return new(ImageFormat.Png, size, orientation);
    }

    private static ImageHeader Bmp(HeaderBytes head) => new(ImageFormat.Bmp, head.Little32(14) switch
    {
        12 => Size(head.Little16(18), head.Little16(20)),
        // Negative heights are stored from the top.
        >= 16 and <= 4096 => Size((int)head.Little32(18), Math.Abs((long)(int)head.Little32(22))),
        _ => null,
    });

    private static ImageHeader WebP(HeaderBytes head)
    {
        if (head.Is(12, "VP8 "u8))
        {
            return new(ImageFormat.WebP, head.Is(23, [0x9D, 0x01, 0x2A]) ? Size(head.Little16(26) & 0x3FFF, head.Little16(28) & 0x3FFF) : null);
        }

        if (head.Is(12, "VP8L"u8))
        {
            uint bits = head.Little32(21);
            return new(ImageFormat.WebP, head.Byte(20) == 0x2F ? Size((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1) : null);
        }

        if (!head.Is(12, "VP8X"u8))
        {
            return new(ImageFormat.WebP, null);
        }

        int orientation = 1;
        long at = 30;
        bool hasExif = (head.Byte(20) & 8) != 0;
        for (int part = 0; hasExif && part < MostParts && at < head.Length; part++)
        {
            if (head.Is(at, "EXIF"u8))
            {
                orientation = Exif(head, at + 8 + (head.Is(at + 8, "Exif\0\0"u8) ? 6 : 0));
                break;
            }

            long length = head.Little32(at + 4);
            at += 8 + length + (length & 1);
        }

        return new(ImageFormat.WebP, Size(head.Little24(24) + 1, head.Little24(27) + 1), orientation);
    }

    /// <summary>HEIC and AVIF are told by the brands; a film has others.</summary>
    private static ImageFormat Brand(HeaderBytes head)
    {
        long end = Math.Min(head.Big32(0), 256);
        bool heif = false;
        for (long at = 8; at < end; at += at == 8 ? 8 : 4)
        {
            if (head.Is(at, "avif"u8) || head.Is(at, "avis"u8))
            {
                return ImageFormat.Avif;
            }

            heif |= head.Is(at, "heic"u8) || head.Is(at, "heix"u8) || head.Is(at, "hevc"u8) || head.Is(at, "heim"u8) || head.Is(at, "mif1"u8) || head.Is(at, "msf1"u8);
        }

        return heif ? ImageFormat.Heic : ImageFormat.Unknown;
    }

    /// <summary>It has no signature but two zeros: it is one if its length is what its size makes it.</summary>
    private static ImageHeader Wbmp(HeaderBytes head)
    {
        long at = 2;
        (long width, long height) = (Number(), Number());
        bool fits = width is > 0 and < 65536 && height is > 0 and < 65536 && head.Length == at + ((width + 7) / 8 * height);
        return fits ? new(ImageFormat.Wbmp, Size(width, height)) : new(ImageFormat.Unknown, null);

        long Number()
        {
            long value = 0;
            for (int i = 0; i < 4; i++)
            {
                byte next = head.Byte(at++);
                value = (value << 7) | (uint)(next & 0x7F);
                if (next < 0x80)
                {
                    break;
                }
            }

            return value;
        }
    }

    /// <summary>The orientation in EXIF's first directory; 1 where there is none or nonsense.</summary>
    private static int Exif(HeaderBytes head, long start)
    {
        bool little = head.Is(start, [(byte)'I', (byte)'I', 42, 0]);
        if (!little && !head.Is(start, [(byte)'M', (byte)'M', 0, 42]))
        {
            return 1;
        }

        long directory = start + (little ? head.Little32(start + 4) : head.Big32(start + 4));
        int count = Math.Min(Short(directory), 512);
        for (int i = 0; i < count; i++)
        {
            long entry = directory + 2 + (12 * i);
            if (Short(entry) == 0x0112)
            {
                return Short(entry + 8) is >= 1 and <= 8 and int orientation ? orientation : 1;
            }
        }

        return 1;

        int Short(long at) => little ? head.Little16(at) : head.Big16(at);
    }

    private static ImageSize? Size(long width, long height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new ImageSize((int)width, (int)height) : null;
}
