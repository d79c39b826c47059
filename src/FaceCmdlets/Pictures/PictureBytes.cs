using System.Management.Automation;
using Microsoft.Win32.SafeHandles;

namespace FaceCmdlets;

/// <summary>The bytes of a picture: a file that stays open from the first look to the last try of sending, or memory. Read from anywhere, as often as need be.</summary>
internal abstract class PictureBytes : IDisposable
{
    public abstract long Length { get; }

    /// <summary>Reads from an offset; fewer bytes than asked for only at the end.</summary>
    public abstract int Read(long offset, Span<byte> buffer);

    /// <summary>All of it, in memory.</summary>
    public virtual byte[] ReadAll()
    {
        byte[] whole = GC.AllocateUninitializedArray<byte>((int)Length);
        int count = Read(0, whole);
        return count == whole.Length ? whole : whole[..count];
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    public static PictureBytes Of(byte[] bytes) => new Memory(bytes);

    public static PictureBytes Of(string path) => new File(path);

    private sealed class Memory(byte[] bytes) : PictureBytes
    {
        public override long Length => bytes.Length;

        public override int Read(long offset, Span<byte> buffer)
        {
            if (offset < 0 || offset >= bytes.Length)
            {
                return 0;
            }

            int count = (int)Math.Min(buffer.Length, bytes.Length - offset);
            bytes.AsSpan((int)offset, count).CopyTo(buffer);
            return count;
        }

        public override byte[] ReadAll() => bytes;
    }

    private sealed class File : PictureBytes
    {
        private readonly string _path;
        private readonly SafeFileHandle _handle;

        public File(string path)
        {
            _path = path;
            try
            {
                _handle = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                Length = RandomAccess.GetLength(_handle);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                _handle?.Dispose();
                throw Explain(e);
            }
        }

        public override long Length { get; }

        public override int Read(long offset, Span<byte> buffer)
        {
            try
            {
                int total = 0;
                while (total < buffer.Length)
                {
                    int count = RandomAccess.Read(_handle, buffer[total..], offset + total);
                    if (count == 0)
                    {
                        break;
                    }

                    total += count;
                }

                return total;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Explain(e);
            }
        }

        protected override void Dispose(bool disposing)
        {
            _handle.Dispose();
            base.Dispose(disposing);
        }

        private FaceServiceException Explain(Exception e) => e switch
        {
            UnauthorizedAccessException => new("FileUnreadable", $"'{_path}' may not be read by this user: {e.Message}", ErrorCategory.PermissionDenied, false, inner: e),
            FileNotFoundException or DirectoryNotFoundException => new("PathNotFound", $"'{_path}' does not exist.", ErrorCategory.ObjectNotFound, false, inner: e),
            NotSupportedException => new("FileUnreadable", $"'{_path}' is no file that can be read from the middle (a pipe?): copy it into one.", ErrorCategory.ReadError, false, inner: e),
            _ => new("FileUnreadable", $"'{_path}' cannot be read: {e.Message} Close what holds it, then try again.", ErrorCategory.ReadError, false, inner: e),
        };
    }
}
