using System.Buffers.Binary;

namespace FaceCmdlets.Service;

/// <summary>
/// What of a picture's EXIF data may go along with a copy: when and with what it was taken, and whose it is. Everything
/// else (place, thumbnail, serial numbers, maker notes, comments, where the subject is) stays behind, known or not.
/// </summary>
internal static class ExifSubset
{
    private const int ExifPointer = 0x8769;
    private const int LongestValue = 2048;

    /// <summary>Make, Model, resolution, Software, DateTime, Artist, YCbCrPositioning, Copyright. Not Orientation: copies are upright.</summary>
    private static readonly HashSet<int> Main = [0x010F, 0x0110, 0x011A, 0x011B, 0x0128, 0x0131, 0x0132, 0x013B, 0x0213, 0x8298];

    /// <summary>Exposure, times, lens, and the colour space.</summary>
    private static readonly HashSet<int> Photo =
    [
        0x829A, 0x829D, 0x8822, 0x8827, 0x8830, 0x8831, 0x8832, 0x9000, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9201, 0x9202, 0x9203, 0x9204,
        0x9205, 0x9207, 0x9208, 0x9209, 0x920A, 0x9290, 0x9291, 0x9292, 0xA000, 0xA001, 0xA402, 0xA403, 0xA404, 0xA405, 0xA406, 0xA408, 0xA409,
        0xA40A, 0xA432, 0xA433, 0xA434,
    ];

    /// <summary>Takes and gives a TIFF block; null where nothing is left, or it is none.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return null;
        }

        var order = new ByteOrder(tiff[0] == 'I');
        if (order.U16(tiff[2..]) != 42)
        {
            return null;
        }

        long exif = 0;
        List<Entry> main = Read(tiff, order, order.U32(tiff[4..]), Main, ref exif);
        long none = 0;
        List<Entry> photo = exif > 0 ? Read(tiff, order, exif, Photo, ref none) : [];
        return main.Count + photo.Count == 0 ? null : Write(order, main, photo);
    }

    private static List<Entry> Read(ReadOnlySpan<byte> tiff, ByteOrder order, long offset, HashSet<int> wanted, ref long exif)
    {
        List<Entry> entries = [];
        if (offset < 8 || offset + 2 > tiff.Length)
        {
            return entries;
        }

        int count = order.U16(tiff[(int)offset..]);
        for (long at = offset + 2; count-- > 0 && at + 12 <= tiff.Length; at += 12)
        {
            ReadOnlySpan<byte> entry = tiff.Slice((int)at, 12);
            int tag = order.U16(entry), type = order.U16(entry[2..]);
            long length = order.U32(entry[4..]) * SizeOf(type);
            if (tag == ExifPointer)
            {
                exif = order.U32(entry[8..]);
            }

            if (!wanted.Contains(tag) || length is 0 or > LongestValue || entries.Exists(other => other.Tag == tag))
            {
                continue;
            }

            long start = length <= 4 ? at + 8 : order.U32(entry[8..]);
            if (start + length <= tiff.Length)
            {
                entries.Add(new(tag, type, order.U32(entry[4..]), tiff.Slice((int)start, (int)length).ToArray()));
            }
        }

        return entries;
    }

    private static byte[] Write(ByteOrder order, List<Entry> main, List<Entry> photo)
    {
        if (photo.Count > 0)
        {
            main.Add(new(ExifPointer, 4, 1, new byte[4]));
        }

        int photoOffset = 8 + LengthOf(main);
        byte[] tiff = new byte[photoOffset + (photo.Count > 0 ? LengthOf(photo) : 0)];
        (order.IsLittle ? "II"u8 : "MM"u8).CopyTo(tiff);
        order.Put16(tiff.AsSpan(2), 42);
        order.Put32(tiff.AsSpan(4), 8);
        if (photo.Count > 0)
        {
            order.Put32(main[^1].Value, (uint)photoOffset);
            WriteDirectory(tiff, order, photoOffset, photo);
        }

        WriteDirectory(tiff, order, 8, main);
        return tiff;
    }

    private static int LengthOf(List<Entry> entries) => 2 + (12 * entries.Count) + 4 + entries.Sum(entry => entry.Value.Length > 4 ? (entry.Value.Length + 1) & ~1 : 0);

    private static void WriteDirectory(Span<byte> tiff, ByteOrder order, int offset, List<Entry> entries)
    {
        order.Put16(tiff[offset..], (ushort)entries.Count);
        int at = offset + 2, values = offset + 2 + (12 * entries.Count) + 4;
        foreach (Entry entry in entries.OrderBy(entry => entry.Tag))
        {
            order.Put16(tiff[at..], (ushort)entry.Tag);
            order.Put16(tiff[(at + 2)..], (ushort)entry.Type);
            order.Put32(tiff[(at + 4)..], entry.Count);
            if (entry.Value.Length <= 4)
            {
                entry.Value.CopyTo(tiff[(at + 8)..]);
            }
            else
            {
                order.Put32(tiff[(at + 8)..], (uint)values);
                entry.Value.CopyTo(tiff[values..]);
                values += (entry.Value.Length + 1) & ~1;
            }

            at += 12;
        }
    }

    private static int SizeOf(int type) => type switch
    {
        1 or 2 or 6 or 7 => 1,
        3 or 8 => 2,
        4 or 9 or 11 => 4,
        5 or 10 or 12 => 8,
        _ => 0,
    };

    private readonly record struct Entry(int Tag, int Type, uint Count, byte[] Value);

    private readonly record struct ByteOrder(bool IsLittle)
    {
        public ushort U16(ReadOnlySpan<byte> bytes) => IsLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

        public uint U32(ReadOnlySpan<byte> bytes) => IsLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

        public void Put16(Span<byte> bytes, ushort value)
        {
            if (IsLittle)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
            }
        }

        public void Put32(Span<byte> bytes, uint value)
        {
            if (IsLittle)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
            }
        }
    }
}
