using System.Management.Automation;
using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>Encodes a picture and puts it in its place: a file is there whole or not at all, and nothing is replaced that must not be.</summary>
internal static class ImageWriter
{
    public static void Write(SKBitmap bitmap, OutputFile output, ImageEncoding encoding, PictureMetadata metadata, CancellationToken cancellationToken)
    {
        using SKData encoded = Encode(bitmap, encoding, output.Path);
        cancellationToken.ThrowIfCancellationRequested();
        string folder = Path.GetDirectoryName(output.Path)!;
        string temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 }))
            {
                metadata.Write(encoded.AsSpan(), encoding.Format, new(bitmap.Width, bitmap.Height), isOurs: !output.IsOriginal, file);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, output.Path, output.MayReplace);
        }
        catch (UnauthorizedAccessException e)
        {
            bool nothingCanBeWritten = !File.Exists(temporary);
            throw new FaceServiceException(nothingCanBeWritten ? "OutputDirectoryUnusable" : "WriteFailed", nothingCanBeWritten
                ? $"Nothing may be written to '{folder}' by this user: {e.Message}"
                : $"'{output.Path}' may not be replaced by this user: {e.Message}", ErrorCategory.PermissionDenied, nothingCanBeWritten, inner: e);
        }
        catch (IOException e) when (!output.MayReplace && Path.Exists(output.Path))
        {
            throw new FaceServiceException("FileExists", $"'{output.Path}' exists. Choose another -OutputDirectory or -NameTemplate; -Force replaces it.", ErrorCategory.ResourceExists, false, inner: e);
        }
        catch (IOException e)
        {
            throw new FaceServiceException("WriteFailed", $"'{output.Path}' cannot be written: {e.Message}", ErrorCategory.WriteError, false, inner: e);
        }
        finally
        {
            Delete(temporary);
        }
    }

    /// <summary>What is transparent becomes white in a JPEG, also in the bitmap itself: nobody needs it any more.</summary>
    private static SKData Encode(SKBitmap bitmap, ImageEncoding encoding, string path)
    {
        bool opaque = encoding.Format == FaceImageFormat.Jpeg || bitmap.AlphaType == SKAlphaType.Opaque;
        if (opaque && bitmap.AlphaType != SKAlphaType.Opaque)
        {
            using var canvas = new SKCanvas(bitmap);
            canvas.DrawColor(SKColors.White, SKBlendMode.DstOver);
        }

        using SKPixmap pixels = bitmap.PeekPixels();
        // Without a colour space Skia adds no profile of its own making: the original's goes along.
        using var plain = new SKPixmap(new SKImageInfo(pixels.Width, pixels.Height, pixels.ColorType, opaque ? SKAlphaType.Opaque : pixels.AlphaType), pixels.GetPixels(), pixels.RowBytes);
        return encoding.Format switch
        {
            FaceImageFormat.Png => plain.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6)),
            FaceImageFormat.Webp => plain.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, encoding.Quality)),
            _ => plain.Encode(new SKJpegEncoderOptions(encoding.Quality, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore)),
        } ?? throw new FaceServiceException("WriteFailed", FormattableString.Invariant($"A picture of {bitmap.Width} x {bitmap.Height} pixels cannot be a {encoding.Format}, as '{path}' wants it: try -Format Png."), ErrorCategory.LimitsExceeded, false);
    }

    private static void Delete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What happened before is what the user is told.
        }
    }
}
