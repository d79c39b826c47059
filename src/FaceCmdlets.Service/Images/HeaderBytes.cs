using System.Buffers;
using System.Buffers.Binary;

namespace FaceCmdlets.Service;

/// <summary>Reads here and there in the head of a file, a block at a time. Past the end there are zeros, so that no parser has to ask.</summary>
internal sealed class HeaderBytes(PictureBytes bytes) : IDisposable
{
    private const int BlockSize = 16 * 1024;

    private readonly byte[] _block = ArrayPool<byte>.Shared.Rent(BlockSize);
    private long _start;
    private int _count;

    public long Length => bytes.Length;

    public byte Byte(long at) => At(at, 1)[0];

    public int Big16(long at) => BinaryPrimitives.ReadUInt16BigEndian(At(at, 2));

    public uint Big32(long at) => BinaryPrimitives.ReadUInt32BigEndian(At(at, 4));

    public int Little16(long at) => BinaryPrimitives.ReadUInt16LittleEndian(At(at, 2));

    public int Little24(long at) => Little16(at) | (Byte(at + 2) << 16);

    public uint Little32(long at) => BinaryPrimitives.ReadUInt32LittleEndian(At(at, 4));

    public bool Is(long at, ReadOnlySpan<byte> expected) => At(at, expected.Length).SequenceEqual(expected);

    public void Dispose() => ArrayPool<byte>.Shared.Return(_block);

    private ReadOnlySpan<byte> At(long at, int count)
    {
        if (at < 0 || at >= Length)
        {
            return new byte[count];
        }

        if (at < _start || at + count > _start + _count)
        {
            _start = at;
            _count = BlockSize;
            int read = bytes.Read(at, _block.AsSpan(0, BlockSize));
            _block.AsSpan(read, BlockSize - read).Clear();
        }

        return _block.AsSpan((int)(at - _start), count);
    }
}
