using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>One picture to send: a file, bytes, a stream, or an address that the service itself downloads.</summary>
internal sealed class PictureSource
{
    /// <summary>The service's own limits (Microsoft Learn, "Face detection concepts", January 2026).</summary>
    private const int SmallestBytes = 1024;
    private const int LargestBytes = 6 * 1024 * 1024;

    private readonly Func<CancellationToken, Task<byte[]>>? _read;

    private readonly object? _content;

    private PictureSource(string name, object target, Uri? uri, Func<CancellationToken, Task<byte[]>>? read, object? content = null)
    {
        _content = content;
        Name = name;
        Target = target;
        Uri = uri;
        _read = read;
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

    public static PictureSource FromFile(string path) => new(path, path, null, cancel => Task.FromResult(ReadFile(path, cancel)));

    public static PictureSource FromUri(Uri uri) => new(uri.OriginalString, uri, uri, null);

    public static PictureSource FromSessionImage(string id) => new(id, id, null, null) { SessionImageId = id };

    public static PictureSource FromBytes(byte[] bytes, string name) => new(name, name, null, _ => Task.FromResult(Checked(bytes, name)), bytes);

    public static PictureSource FromStream(Stream stream, string name) =>
        new(name, name, null, cancel => ReadAsync(stream, name, cancel), stream);

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

    /// <summary>The picture's bytes, at most 6 MB.</summary>
    public Task<byte[]> ReadAsync(CancellationToken cancellationToken) =>
        _read is null ? throw new InvalidOperationException("The service downloads this picture itself.") : _read(cancellationToken);

    private static byte[] ReadFile(string path, CancellationToken cancellationToken)
    {
        try
        {
            // It runs on a thread of the pool already; an asynchronous read would only be one more.
            using FileStream file = new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan, BufferSize = 0 });
            CheckLength(file.Length, path);
            byte[] whole = GC.AllocateUninitializedArray<byte>((int)file.Length);
            int count = file.ReadAtLeast(whole, whole.Length, throwOnEndOfStream: false);
            cancellationToken.ThrowIfCancellationRequested();
            return count == whole.Length ? whole : Checked(whole[..count], path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new FaceServiceException("FileUnreadable", $"'{path}' may not be read by this user: {e.Message}", ErrorCategory.PermissionDenied, false, inner: e);
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FaceServiceException("PathNotFound", $"'{path}' does not exist.", ErrorCategory.ObjectNotFound, false, inner: e);
        }
        catch (IOException e)
        {
            throw new FaceServiceException("FileUnreadable", $"'{path}' cannot be read: {e.Message} Close what holds it, then try again.", ErrorCategory.ReadError, false, inner: e);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        if (stream.CanSeek)
        {
            // A known length is checked before anything is read.
            CheckLength(stream.Length - stream.Position, name);
            byte[] whole = GC.AllocateUninitializedArray<byte>((int)(stream.Length - stream.Position));
            int count = await stream.ReadAtLeastAsync(whole, whole.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return count == whole.Length ? whole : Checked(whole[..count], name);
        }

        using MemoryStream memory = new();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            if (memory.Length > LargestBytes)
            {
                break;
            }
        }

        return Checked(memory.ToArray(), name);
    }

    private static byte[] Checked(byte[] bytes, string name)
    {
        CheckLength(bytes.Length, name);
        return bytes;
    }

    private static void CheckLength(long length, string name)
    {
        if (length == 0)
        {
            throw new FaceServiceException("EmptyPicture", $"'{name}' is empty (0 bytes): nothing was sent.", ErrorCategory.InvalidData, false);
        }

        if (length < SmallestBytes)
        {
            throw new FaceServiceException("InvalidImageSize", $"'{name}' has {length} bytes; the Face service takes pictures of 1 KB and more: nothing was sent.", ErrorCategory.InvalidData, false);
        }

        if (length > LargestBytes)
        {
            throw new FaceServiceException("InvalidImageSize", FormattableString.Invariant($"'{name}' has more than the 6 MB that the Face service takes ({length / 1048576.0:0.0} MB): nothing was sent. Scale it down or compress it more."), ErrorCategory.LimitsExceeded, false);
        }
    }
}
