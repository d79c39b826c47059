using System.Buffers;
using System.Management.Automation;
using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>A picture's bytes as a request's body: streamed from the file, from its beginning at each try.</summary>
internal sealed class PictureContent(PictureBytes bytes, string name) : RequestContent
{
    private const int BufferSize = 64 * 1024;

    public override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation) => throw new NotSupportedException("The module's requests are asynchronous.");

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (long at = 0; at < bytes.Length;)
            {
                int count = bytes.Read(at, buffer.AsSpan(0, (int)Math.Min(buffer.Length, bytes.Length - at)));
                if (count == 0)
                {
                    throw new FaceServiceException("FileUnreadable", $"'{name}' was cut short by another program while it was sent. Try again.", ErrorCategory.ReadError, false);
                }

                await stream.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
                at += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The file is closed with the picture: the request may be tried again.</summary>
    public override void Dispose()
    {
    }
}
