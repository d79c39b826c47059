using System.Management.Automation;

namespace FaceCmdlets.Service;

/// <summary>Reads picture files that are to be decoded.</summary>
internal static class ImageFile
{
    /// <summary>No camera writes larger ones.</summary>
    public const int LargestBytes = 256 * 1024 * 1024;

    public static byte[] Read(string path)
    {
        try
        {
            using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan, BufferSize = 0 });
            CheckLength(file.Length, path);
            byte[] whole = GC.AllocateUninitializedArray<byte>((int)file.Length);
            int count = file.ReadAtLeast(whole, whole.Length, throwOnEndOfStream: false);
            return count == whole.Length ? whole : whole[..count];
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

    public static void CheckLength(long length, string name)
    {
        if (length > LargestBytes)
        {
            throw new FaceServiceException("ImageTooLarge", FormattableString.Invariant($"'{name}' has {length / 1048576.0:0} MB; pictures of up to {LargestBytes / 1048576} MB are read here."), ErrorCategory.LimitsExceeded, false);
        }
    }
}
