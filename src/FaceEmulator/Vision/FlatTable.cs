using System.Buffers.Binary;

namespace FaceEmulator.Vision;

/// <summary>A table of a FlatBuffers file: just enough to read a .tflite.</summary>
internal readonly struct FlatTable(ReadOnlyMemory<byte> data, int position)
{
    private readonly ReadOnlyMemory<byte> _data = data;
    private readonly int _position = position;

    public static FlatTable Root(ReadOnlyMemory<byte> data) => new(data, (int)BinaryPrimitives.ReadUInt32LittleEndian(data.Span));

    public int Int(int field, int absent = 0) => Field(field) is var at and > 0 ? ReadInt(at) : absent;

    public byte Byte(int field) => Field(field) is var at and > 0 ? _data.Span[at] : (byte)0;

    public FlatTable? Table(int field) => Field(field) is var at and > 0 ? new FlatTable(_data, at + ReadInt(at)) : null;

    public FlatTable[] Tables(int field)
    {
        (int start, int count) = Vector(field);
        var tables = new FlatTable[count];
        for (int i = 0; i < count; i++)
        {
            int at = start + (4 * i);
            tables[i] = new FlatTable(_data, at + ReadInt(at));
        }

        return tables;
    }

    public int[] Ints(int field)
    {
        (int start, int count) = Vector(field);
        var values = new int[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = ReadInt(start + (4 * i));
        }

        return values;
    }

    public ReadOnlyMemory<byte> Bytes(int field)
    {
        (int start, int count) = Vector(field);
        return _data.Slice(start, count);
    }

    private (int Start, int Count) Vector(int field)
    {
        int at = Field(field);
        if (at == 0)
        {
            return (0, 0);
        }

        int vector = at + ReadInt(at);
        return (vector + 4, ReadInt(vector));
    }

    private int Field(int field)
    {
        int vtable = _position - ReadInt(_position);
        int slot = 4 + (2 * field);
        if (slot >= BinaryPrimitives.ReadUInt16LittleEndian(_data.Span[vtable..]))
        {
            return 0;
        }

        int offset = BinaryPrimitives.ReadUInt16LittleEndian(_data.Span[(vtable + slot)..]);
        return offset == 0 ? 0 : _position + offset;
    }

    private int ReadInt(int at) => BinaryPrimitives.ReadInt32LittleEndian(_data.Span[at..]);
}
