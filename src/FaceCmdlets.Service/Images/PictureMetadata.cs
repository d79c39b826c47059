using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>What of a picture file's metadata goes along with a copy: a part of the EXIF data, and how its colours are meant.</summary>
internal sealed class PictureMetadata
{
    private const int LargestProfile = 4 * 1024 * 1024;

    private byte[]? _exif;
    private byte[]? _profile;

    /// <summary>JFIF's unit and dots across and down, as they stand in the file.</summary>
    private byte[]? _density;

    /// <summary>PNG's own words on colours and resolution, each a whole chunk.</summary>
    private readonly List<byte[]> _chunks = [];

    /// <summary>Whether the file says that this module made it as a new one.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>A comment in JPEG, Software in PNG, a chunk of its own in WebP.</summary>
    private static ReadOnlySpan<byte> Mark => "FaceCmdlets"u8;

    private static ReadOnlySpan<byte> PngMark => "Software\0FaceCmdlets"u8;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureMetadata Read(ReadOnlySpan<byte> file)
    {
        var metadata = new PictureMetadata();
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            metadata.ReadJpeg(file);
        }
        else if (file.StartsWith(PngSignature))
        {
            metadata.ReadPng(file);
        }
        else if (file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8))
        {
            metadata.ReadWebp(file);
        }

        metadata.CheckProfile();
        return metadata;
    }

    /// <summary>Puts it into a file that has none yet.</summary>
    /// <param name="encoded">The file.</param>
    /// <param name="format">Its format.</param>
    /// <param name="size">Its size in pixels.</param>
    /// <param name="isOurs">Whether it is to say that this module made it as a new one.</param>
    /// <param name="output">Where the whole goes.</param>
    public void Write(ReadOnlySpan<byte> encoded, FaceImageFormat format, ImageSize size, bool isOurs, Stream output)
    {
        switch (format)
        {
            case FaceImageFormat.Png:
                WritePng(encoded, isOurs, output);
                break;
            case FaceImageFormat.Webp:
                WriteWebp(encoded, size, isOurs, output);
                break;
            default:
                WriteJpeg(encoded, isOurs, output);
                break;
        }
    }

    /// <summary>
    /// Skia leaves colours as they are where it understands a profile, so that the profile goes along. Others (of print,
    /// of tables) it has converted to sRGB already.
    /// </summary>
    private void CheckProfile()
    {
        if (_profile is { } profile)
        {
            using SKColorSpace? known = profile.Length > 128 && profile.AsSpan(16).StartsWith("RGB "u8) ? SKColorSpace.CreateIcc(profile) : null;
            _profile = known is null ? null : profile;
        }
    }

    private void ReadJpeg(ReadOnlySpan<byte> file)
    {
        var pieces = new SortedDictionary<int, byte[]>();
        int at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            byte marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (marker is 0xDA or 0xD9 || length < 2 || at + 2 + length > file.Length)
            {
                break;
            }

            ReadOnlySpan<byte> content = file.Slice(at + 4, length - 2);
            if (marker == 0xE1 && content.StartsWith("Exif\0\0"u8))
            {
                _exif ??= ExifSubset.Of(content[6..]);
            }
            else if (marker == 0xE0 && content.Length >= 14 && content.StartsWith("JFIF\0"u8))
            {
                _density ??= content.Slice(7, 5).ToArray();
            }
            else if (marker == 0xE2 && content.Length > 14 && content.StartsWith("ICC_PROFILE\0"u8))
            {
                pieces.TryAdd(content[12], content[14..].ToArray());
            }
            else if (marker == 0xFE && content.SequenceEqual(Mark))
            {
                IsOurs = true;
            }

            at += 2 + length;
        }

        if (pieces.Count > 0)
        {
            _profile = [.. pieces.Values.SelectMany(piece => piece)];
        }
    }

    private void ReadPng(ReadOnlySpan<byte> file)
    {
        for (int at = 8; at + 12 <= file.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
            {
                break;
            }

            ReadOnlySpan<byte> type = file.Slice(at + 4, 4), content = file.Slice(at + 8, (int)length);
            if (type.SequenceEqual("eXIf"u8))
            {
                _exif ??= ExifSubset.Of(content);
            }
            else if (type.SequenceEqual("iCCP"u8))
            {
                _profile ??= Inflate(content);
            }
            else if (type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8) || type.SequenceEqual("pHYs"u8))
            {
                _chunks.Add(file.Slice(at, (int)length + 12).ToArray());
            }
            else if (type.SequenceEqual("tEXt"u8) && content.SequenceEqual(PngMark))
            {
                IsOurs = true;
            }

            at += (int)length + 12;
        }
    }

    /// <summary>After a name and a zero that says zlib.</summary>
    private static byte[]? Inflate(ReadOnlySpan<byte> content)
    {
        int name = content.IndexOf((byte)0);
        if (name < 0 || name + 2 >= content.Length)
        {
            return null;
        }

        try
        {
            using var packed = new MemoryStream(content[(name + 2)..].ToArray());
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            byte[] profile = new byte[LargestProfile];
            int length = unpacking.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false);
            return length == LargestProfile ? null : profile[..length];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private void ReadWebp(ReadOnlySpan<byte> file)
    {
        for (int at = 12; at + 8 <= file.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > file.Length - at - 8)
            {
                break;
            }

            ReadOnlySpan<byte> type = file.Slice(at, 4), content = file.Slice(at + 8, (int)length);
            if (type.SequenceEqual("EXIF"u8))
            {
                // Some writers keep JPEG's prefix.
                _exif ??= ExifSubset.Of(content.StartsWith("Exif\0\0"u8) ? content[6..] : content);
            }
            else if (type.SequenceEqual("ICCP"u8))
            {
                _profile ??= content.ToArray();
            }
            else if (type.SequenceEqual("FACE"u8) && content.SequenceEqual(Mark))
            {
                IsOurs = true;
            }

            at += 8 + (int)length + ((int)length & 1);
        }
    }

    private void WriteJpeg(ReadOnlySpan<byte> encoded, bool isOurs, Stream output)
    {
        // The frame's own header (JFIF) comes first where there is one.
        int start = encoded.Length > 6 && encoded[3] == 0xE0 ? 4 + BinaryPrimitives.ReadUInt16BigEndian(encoded[4..]) : 2;
        if (_density is { } density && start >= 20 && encoded[6..].StartsWith("JFIF\0"u8))
        {
            output.Write(encoded[..13]);
            output.Write(density);
            output.Write(encoded[18..start]);
        }
        else
        {
            output.Write(encoded[..start]);
        }

        if (_exif is { } exif)
        {
            WriteSegment(output, 0xE1, "Exif\0\0"u8, exif);
        }

        const int Most = 65533 - 14;
        int count = ((_profile?.Length ?? 0) + Most - 1) / Most;
        for (int i = 0; i < count; i++)
        {
            WriteSegment(output, 0xE2, [.. "ICC_PROFILE\0"u8, (byte)(i + 1), (byte)count], _profile.AsSpan(i * Most, Math.Min(Most, _profile!.Length - (i * Most))));
        }

        if (isOurs)
        {
            WriteSegment(output, 0xFE, [], Mark);
        }

        output.Write(encoded[start..]);
    }

    private static void WriteSegment(Stream output, byte marker, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> content)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(2 + prefix.Length + content.Length));
        output.Write(head);
        output.Write(prefix);
        output.Write(content);
    }

    private void WritePng(ReadOnlySpan<byte> encoded, bool isOurs, Stream output)
    {
        // Signature and IHDR; all of this has to stand before the pixels.
        const int Start = 8 + 25;
        output.Write(encoded[..Start]);
        foreach (byte[] chunk in _chunks)
        {
            // A profile is the last word on colours.
            if (_profile is null || chunk.AsSpan(4).StartsWith("pHYs"u8))
            {
                output.Write(chunk);
            }
        }

        if (_profile is { } profile)
        {
            using var packed = new MemoryStream();
            packed.Write("ICC\0\0"u8);
            using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                packing.Write(profile);
            }

            WriteChunk(output, "iCCP"u8, packed.ToArray());
        }

        if (_exif is { } exif)
        {
            WriteChunk(output, "eXIf"u8, exif);
        }

        if (isOurs)
        {
            WriteChunk(output, "tEXt"u8, PngMark);
        }

        output.Write(encoded[Start..]);
    }

    private static void WriteChunk(Stream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + content.Length)));
        output.Write(chunk);
    }

    private void WriteWebp(ReadOnlySpan<byte> encoded, ImageSize size, bool isOurs, Stream output)
    {
        if ((_exif is null && _profile is null && !isOurs) || encoded.Length < 25)
        {
            output.Write(encoded);
            return;
        }

        const byte HasProfile = 0x20, HasAlpha = 0x10, HasExif = 0x08;
        ReadOnlySpan<byte> chunks = encoded[12..];
        Span<byte> extended = stackalloc byte[10];
        extended.Clear();
        if (chunks.StartsWith("VP8X"u8))
        {
            chunks.Slice(8, 10).CopyTo(extended);
            chunks = chunks[18..];
        }
        else
        {
            // Lossless data says itself whether there is alpha; lossy data on its own has none.
            extended[0] = chunks.StartsWith("VP8L"u8) && (chunks[12] & 0x10) != 0 ? HasAlpha : (byte)0;
            Put24(extended[4..], size.Width - 1);
            Put24(extended[7..], size.Height - 1);
        }

        extended[0] |= (byte)((_profile is null ? 0 : HasProfile) | (_exif is null ? 0 : HasExif));
        using var body = new MemoryStream();
        WriteRiff(body, "VP8X"u8, extended);
        if (_profile is { } profile)
        {
            WriteRiff(body, "ICCP"u8, profile);
        }

        body.Write(chunks);
        if (_exif is { } exif)
        {
            WriteRiff(body, "EXIF"u8, exif);
        }

        if (isOurs)
        {
            // What readers do not know they pass over.
            WriteRiff(body, "FACE"u8, Mark);
        }

        Span<byte> head = stackalloc byte[12];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], (int)body.Length + 4);
        "WEBP"u8.CopyTo(head[8..]);
        output.Write(head);
        body.WriteTo(output);
    }

    private static void Put24(Span<byte> bytes, int value)
    {
        bytes[0] = (byte)value;
        bytes[1] = (byte)(value >> 8);
        bytes[2] = (byte)(value >> 16);
    }

    private static void WriteRiff(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        output.Write(type);
        output.Write(length);
        output.Write(content);
        if (content.Length % 2 != 0)
        {
            output.WriteByte(0);
        }
    }
}
