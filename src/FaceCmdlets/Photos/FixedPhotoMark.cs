using System.Buffers.Binary;

namespace FaceCmdlets;

/// <summary>The comment in a JPEG that says that -Fix made it: only what has it may be replaced. It says nothing of whose picture it is.</summary>
internal static class FixedPhotoMark
{
    /// <summary>A JPEG's segments before its pixels, with room for a profile and a thumbnail that another program added.</summary>
    private const int MostRead = 256 * 1024;

    private const byte Application0 = 0xE0, Comment = 0xFE, Scan = 0xDA;

    private static ReadOnlySpan<byte> Text => "Copy made by Test-AzFacePhoto -Fix (FaceCmdlets)"u8;

    /// <summary>Bytes by which a file gets larger.</summary>
    public static int Length => 4 + Text.Length;

    /// <summary>The JPEG with the mark, behind the frame's own header (JFIF) where there is one.</summary>
    public static byte[] Put(ReadOnlySpan<byte> jpeg)
    {
        int start = jpeg.Length > 6 && jpeg[3] == Application0 ? 4 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[4..]) : 2;
        byte[] marked = new byte[jpeg.Length + Length];
        jpeg[..start].CopyTo(marked);
        Span<byte> mark = marked.AsSpan(start, Length);
        (mark[0], mark[1]) = (0xFF, Comment);
        BinaryPrimitives.WriteUInt16BigEndian(mark[2..], (ushort)(2 + Text.Length));
        Text.CopyTo(mark[4..]);
        jpeg[start..].CopyTo(marked.AsSpan(start + Length));
        return marked;
    }

    /// <summary>Whether a file has it; false as well for what is no JPEG or cannot be read.</summary>
    public static bool IsOn(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] start = new byte[Math.Min(MostRead, stream.Length)];
            return IsOn(start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsOn(ReadOnlySpan<byte> jpeg)
    {
        if (!jpeg.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            return false;
        }

        for (int at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] != Scan;)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (jpeg[at + 1] == Comment && jpeg[(at + 4)..].StartsWith(Text))
            {
                return true;
            }

            at += 2 + Math.Max(2, length);
        }

        return false;
    }
}
