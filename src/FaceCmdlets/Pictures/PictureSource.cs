using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>One picture to send: a file, bytes, a stream, or an address that the service itself downloads.</summary>
internal sealed class PictureSource
{
    /// <summary>What is read at most; no camera writes larger files.</summary>
    public const int LargestBytes = 256 * 1024 * 1024;

    private readonly Func<CancellationToken, Task<PictureBytes>>? _open;

    private readonly object? _content;

    private PictureSource(string name, object target, Uri? uri, Func<CancellationToken, Task<PictureBytes>>? open, object? content = null)
    {
        _content = content;
        Name = name;
        Target = target;
        Uri = uri;
        _open = open;
    }

    /// <summary>What the face's Path says.</summary>
    public string Name { get; }

    /// <summary>What an error's TargetObject is.</summary>
    public object Target { get; }

    public Uri? Uri { get; }

    /// <summary>Length and time of the file when it was sent, for a checkpoint; null where none is kept.</summary>
    public (long? Length, DateTime? Written)? Stamp { get; set; }

    /// <summary>The picture that a liveness session kept at the service; null for every other.</summary>
    public string? SessionImageId { get; private init; }

    /// <summary>Whether it is sent as it is, whatever the service may say to that.</summary>
    public bool NoPreparation { get; set; }

    public static PictureSource FromFile(string path) => new(path, path, null, _ => Task.FromResult(PictureBytes.Of(path)));

    public static PictureSource FromUri(Uri uri)
    {
        string shown = PictureAddress.WithoutSignature(uri.OriginalString);
        return new(shown, shown == uri.OriginalString ? uri : new Uri(shown), uri, null);
    }

    public static PictureSource FromSessionImage(string id) => new(id, id, null, null) { SessionImageId = id };

    public static PictureSource FromBytes(byte[] bytes, string name) => new(name, name, null, _ => Task.FromResult(PictureBytes.Of(bytes)), bytes);

    public static PictureSource FromStream(Stream stream, string name) =>
        new(name, name, null, cancel => ReadStreamAsync(stream, name, cancel), stream);

    /// <summary>What another Invoke-AzFaceDetection takes by its pipeline for the same picture.</summary>
    public object ToPipelineObject()
    {
        if ((_content ?? Uri) is { } whole)
        {
            return whole;
        }

        var file = new PSObject();
        file.Properties.Add(new PSNoteProperty(SessionImageId is null ? "LiteralPath" : nameof(SessionImageId), Name));
        return file;
    }

    /// <summary>The picture's bytes.</summary>
    /// <exception cref="FaceServiceException">It is empty, too large, or cannot be read.</exception>
    public async Task<PictureBytes> OpenAsync(CancellationToken cancellationToken)
    {
        PictureBytes bytes = await (_open ?? throw new InvalidOperationException("The service downloads this picture itself."))(cancellationToken).ConfigureAwait(false);
        try
        {
            CheckLength(bytes.Length, Name);
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>All of the picture's bytes, in memory.</summary>
    /// <exception cref="FaceServiceException">It is empty, too large, or cannot be read.</exception>
    public async Task<byte[]> ReadAllAsync(CancellationToken cancellationToken)
    {
        using PictureBytes bytes = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return bytes.ReadAll();
    }

    private static async Task<PictureBytes> ReadStreamAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(stream, name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or NotSupportedException or UnauthorizedAccessException)
        {
            throw new FaceServiceException("StreamUnreadable", $"'{name}' is a stream that cannot be read: {e.Message} Pass one that is open.", ErrorCategory.ReadError, false, inner: e);
        }
    }

    private static async Task<PictureBytes> ReadAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        if (stream.CanSeek)
        {
            // A known length is checked before anything is read.
            CheckLength(stream.Length - stream.Position, name);
            byte[] whole = GC.AllocateUninitializedArray<byte>((int)(stream.Length - stream.Position));
            int count = await stream.ReadAtLeastAsync(whole, whole.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return PictureBytes.Of(count == whole.Length ? whole : whole[..count]);
        }

        using MemoryStream memory = new();
        byte[] buffer = new byte[81920];
        int read;
        while (memory.Length <= LargestBytes && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        return PictureBytes.Of(memory.ToArray());
    }

    private static void CheckLength(long length, string name)
    {
        if (length == 0)
        {
            throw new FaceServiceException("EmptyPicture", $"'{name}' is empty (0 bytes): nothing was sent.", ErrorCategory.InvalidData, false);
        }

        if (length > LargestBytes)
        {
            throw new FaceServiceException("ImageTooLarge", FormattableString.Invariant($"'{name}' has more than {LargestBytes / 1048576} MB, which is no picture: nothing was sent."), ErrorCategory.LimitsExceeded, false);
        }
    }
}
