using System.Management.Automation;
using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>Reads a picture, has it changed, and writes what came of it.</summary>
internal sealed class ImageExport : IImageExport
{
    public FaceImageFormat FormatOf(ReadOnlySpan<byte> firstBytes) =>
        firstBytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FaceImageFormat.Jpeg
        : firstBytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? FaceImageFormat.Png
        : firstBytes.Length >= 12 && firstBytes.StartsWith("RIFF"u8) && firstBytes[8..].StartsWith("WEBP"u8) ? FaceImageFormat.Webp
        : FaceImageFormat.Same;

    public bool IsOurs(string path)
    {
        try
        {
            return PictureMetadata.Read(Read(path, CancellationToken.None)).IsOurs;
        }
        catch (FaceServiceException)
        {
            // Also a folder, or nothing at all: none of them was made here.
            return false;
        }
    }

    public string? Write(ExportRequest request, ImageEncoding encoding, CancellationToken cancellationToken)
    {
        byte[] content = Read(request.Path, cancellationToken);
        using IDisposable place = PreparationGate.EnterToDecode(content, cancellationToken);
        PictureMetadata metadata = PictureMetadata.Read(content);
        using OrientedImage image = OrientedImage.Decode(content, request.Path);
        cancellationToken.ThrowIfCancellationRequested();
        switch (request)
        {
            case AnnotateRequest annotate:
                Check(annotate.Faces, image, request.Path);
                Annotation.Draw(image.Bitmap, annotate.Faces, annotate.Style);
                ImageWriter.Write(image.Bitmap, annotate.Output, encoding, metadata, cancellationToken);
                break;
            case RedactRequest redact:
                Check(redact.Faces, image, request.Path);
                Redaction.Hide(image.Bitmap, redact.Faces, redact.Style);
                ImageWriter.Write(image.Bitmap, redact.Output, encoding, metadata, cancellationToken);
                break;
            case CropRequest crop:
                Check([.. crop.Faces.Select(face => face.Face)], image, request.Path);
                foreach ((PictureFace face, OutputFile output) in crop.Faces)
                {
                    using SKBitmap cut = Crop.Cut(image.Bitmap, face, crop.Shape, mayBeTransparent: encoding.Format != FaceImageFormat.Jpeg);
                    ImageWriter.Write(cut, output, encoding, metadata, cancellationToken);
                }

                break;
        }

        return IsAnimated(content, image.Format) ? $"'{request.Path}' is animated: its first picture was written." : null;
    }

    /// <summary>A face that is not in the picture was found in another, or before it was scaled: nothing good would come of it.</summary>
    private static void Check(IReadOnlyList<PictureFace> faces, OrientedImage image, string path)
    {
        foreach (PictureFace face in faces)
        {
            float x = face.Left + (face.Width / 2), y = face.Top + (face.Height / 2);
            // A face may reach over a border, but not be a good deal larger than its picture.
            if (x < 0 || y < 0 || x >= image.Size.Width || y >= image.Size.Height || face.Width > 2 * image.Size.Width || face.Height > 2 * image.Size.Height)
            {
                throw new FaceServiceException("FaceOutsidePicture", FormattableString.Invariant($"The face at {face.Left}, {face.Top} is outside of '{path}', which has {image.Size} pixels, so that nothing is written of it. Detect it again; the picture has changed since."), ErrorCategory.InvalidData, false);
            }
        }
    }

    private static byte[] Read(string path, CancellationToken cancellationToken)
    {
        using PictureBytes file = PictureSource.FromFile(path).OpenAsync(cancellationToken).GetAwaiter().GetResult();
        return file.ReadAll();
    }

    private static bool IsAnimated(byte[] content, ImageFormat format)
    {
        if (format is not (ImageFormat.Gif or ImageFormat.WebP))
        {
            return false;
        }

        using SKData data = SKData.CreateCopy(content);
        using SKCodec? codec = SKCodec.Create(data);
        return codec?.FrameCount > 1;
    }
}
