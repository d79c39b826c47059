using System.Buffers.Binary;

namespace FaceCmdlets.Images.Tests.Export;

/// <summary>Writes EXIF blocks, in either byte order.</summary>
internal sealed class TiffBuilder(bool little)
{
    private readonly List<byte> _bytes = [];

    public byte[] Short(params ushort[] values) => [.. values.SelectMany(value => U16(value))];

    public byte[] Rational(params uint[] values) => [.. values.SelectMany(U32)];

    public byte[] Build(List<(int Tag, int Type, byte[] Value)> main, List<(int Tag, int Type, byte[] Value)> exif, List<(int Tag, int Type, byte[] Value)> gps, byte[] thumbnail)
    {
        main.Add((0x8769, 4, U32(0)));
        main.Add((0x8825, 4, U32(0)));
        List<(int Tag, int Type, byte[] Value)> second = [(0x0201, 4, U32(0)), (0x0202, 4, U32((uint)thumbnail.Length))];
        uint exifAt = 8 + Length(main), gpsAt = exifAt + Length(exif), secondAt = gpsAt + Length(gps), thumbnailAt = secondAt + Length(second);
        main[^2] = (0x8769, 4, U32(exifAt));
        main[^1] = (0x8825, 4, U32(gpsAt));
        second[0] = (0x0201, 4, U32(thumbnailAt));
        _bytes.AddRange(little ? "II"u8 : "MM"u8);
        _bytes.AddRange(U16(42));
        _bytes.AddRange(U32(8));
        Write(main, secondAt);
        Write(exif, 0);
        Write(gps, 0);
        Write(second, 0);
        _bytes.AddRange(thumbnail);
        return [.. _bytes];
    }

    private static uint Length(List<(int Tag, int Type, byte[] Value)> entries) => (uint)(6 + (12 * entries.Count) + entries.Sum(entry => entry.Value.Length > 4 ? entry.Value.Length : 0));

    private void Write(List<(int Tag, int Type, byte[] Value)> entries, uint next)
    {
        uint values = (uint)_bytes.Count + 6 + (12 * (uint)entries.Count);
        _bytes.AddRange(U16((ushort)entries.Count));
        foreach ((int tag, int type, byte[] value) in entries.OrderBy(entry => entry.Tag))
        {
            _bytes.AddRange(U16((ushort)tag));
            _bytes.AddRange(U16((ushort)type));
            _bytes.AddRange(U32((uint)(value.Length / type switch { 3 => 2, 4 => 4, 5 => 8, _ => 1 })));
            _bytes.AddRange(value.Length > 4 ? U32(values) : [.. value, .. new byte[4 - value.Length]]);
            values += value.Length > 4 ? (uint)value.Length : 0;
        }

        _bytes.AddRange(U32(next));
        foreach ((_, _, byte[] value) in entries.OrderBy(entry => entry.Tag).Where(entry => entry.Value.Length > 4))
        {
            _bytes.AddRange(value);
        }
    }

    private byte[] U16(ushort value)
    {
        byte[] bytes = new byte[2];
        if (little)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        }

        return bytes;
    }

    private byte[] U32(uint value)
    {
        byte[] bytes = new byte[4];
        if (little)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        }

        return bytes;
    }
}
