using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>Draws boxes, landmarks, axes of the head and labels; lines and letters as large as the picture and the face want them.</summary>
internal static class Annotation
{
    private static readonly SKColor Shade = new(0, 0, 0, 110);
    private static readonly SKColor Sideways = new(0xFF, 0x52, 0x52);
    private static readonly SKColor Up = new(0x5C, 0xE6, 0x5C);
    private static readonly SKColor Ahead = new(0x53, 0x9B, 0xFF);

    public static void Draw(SKBitmap bitmap, IReadOnlyList<PictureFace> faces, AnnotationStyle style)
    {
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { IsAntialias = true };
        var color = new SKColor((uint)style.Argb);
        float shorter = Math.Min(bitmap.Width, bitmap.Height);
        foreach (PictureFace face in faces)
        {
            float line = LineWidth(face, shorter);
            if (style.Box)
            {
                DrawBox(canvas, paint, face, color, line);
            }

            if (style.Landmarks && face.Points is { } points)
            {
                DrawPoints(canvas, paint, points, color, Math.Max(1, Math.Max(face.Width, face.Height) / 75));
            }

            if (style.Pose && face.Pose is { } pose)
            {
                DrawPose(canvas, paint, face, pose, line * 1.2f);
            }
        }

        if (style.Label)
        {
            // Last, so that nothing is drawn over a word.
            List<SKRect> taken = [];
            foreach (PictureFace face in faces)
            {
                DrawLabel(canvas, paint, face, color, new(bitmap.Width, bitmap.Height), LineWidth(face, shorter), taken);
            }
        }
    }

    private static float LineWidth(PictureFace face, float shorter) =>
        Math.Max(1.25f, Math.Clamp(Math.Max(face.Width, face.Height) / 60, shorter / 450, shorter / 110));

    private static void DrawBox(SKCanvas canvas, SKPaint paint, PictureFace face, SKColor color, float line)
    {
        var box = SKRect.Create(face.Left, face.Top, face.Width, face.Height);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeJoin = SKStrokeJoin.Miter;
        // A shade around the line keeps it visible on a ground of its own colour.
        paint.Color = Shade;
        paint.StrokeWidth = line * 2;
        canvas.DrawRect(box, paint);
        paint.Color = color;
        paint.StrokeWidth = line;
        canvas.DrawRect(box, paint);
    }

    private static void DrawPoints(SKCanvas canvas, SKPaint paint, float[] points, SKColor color, float radius)
    {
        paint.Style = SKPaintStyle.Fill;
        for (int i = 0; i < points.Length; i += 2)
        {
            paint.Color = Shade;
            canvas.DrawCircle(points[i], points[i + 1], radius * 1.6f, paint);
            paint.Color = color;
            canvas.DrawCircle(points[i], points[i + 1], radius, paint);
        }
    }

    /// <summary>
    /// The head's own axes as the picture shows them: R = Rz(-roll) Ry(yaw) Rx(pitch) with x to the right, y up and z to the
    /// viewer, the convention of the emulator's head pose. At zero the nose points at the viewer.
    /// </summary>
    private static void DrawPose(SKCanvas canvas, SKPaint paint, PictureFace face, (float Pitch, float Roll, float Yaw) pose, float line)
    {
        const float Degree = MathF.PI / 180;
        (float sinPitch, float cosPitch) = MathF.SinCos(pose.Pitch * Degree);
        (float sinYaw, float cosYaw) = MathF.SinCos(pose.Yaw * Degree);
        (float sinRoll, float cosRoll) = MathF.SinCos(-pose.Roll * Degree);
        SKPoint start = face.Points is { } points
            ? new(points[2 * PictureFace.NoseTip], points[(2 * PictureFace.NoseTip) + 1])
            : new(face.Left + (face.Width / 2), face.Top + (face.Height / 2));
        float length = Math.Max(face.Width, face.Height) * 0.45f;
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeCap = SKStrokeCap.Round;
        DrawAxis(cosRoll * cosYaw, sinRoll * cosYaw, Sideways);
        DrawAxis((cosRoll * sinYaw * sinPitch) - (sinRoll * cosPitch), (sinRoll * sinYaw * sinPitch) + (cosRoll * cosPitch), Up);
        DrawAxis((cosRoll * sinYaw * cosPitch) + (sinRoll * sinPitch), (sinRoll * sinYaw * cosPitch) - (cosRoll * sinPitch), Ahead);

        void DrawAxis(float x, float y, SKColor color)
        {
            var end = new SKPoint(start.X + (x * length), start.Y - (y * length));
            paint.Color = Shade;
            paint.StrokeWidth = line * 2;
            canvas.DrawLine(start, end, paint);
            paint.Color = color;
            paint.StrokeWidth = line;
            canvas.DrawLine(start, end, paint);
        }
    }

    private static void DrawLabel(SKCanvas canvas, SKPaint paint, PictureFace face, SKColor color, SKSize picture, float line, List<SKRect> taken)
    {
        string[] lines = face.Label.Replace("\r", string.Empty, StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            return;
        }

        float shorter = Math.Min(picture.Width, picture.Height);
        float size = Math.Min(Math.Max(11, Math.Clamp(Math.Max(face.Width, face.Height) * 0.14f, shorter / 45, shorter / 20)), shorter / 2);
        using var text = new LabelText(lines, size);
        if (text.Width + size > picture.Width)
        {
            text.Scale((picture.Width - 2) / (text.Width + size));
        }

        float across = text.Size * 0.35f, up = text.Size * 0.18f;
        float width = text.Width + (2 * across), height = text.Height + (2 * up);
        float left = Math.Clamp(face.Left - (line / 2), 0, Math.Max(0, picture.Width - width));
        float above = face.Top - (line / 2) - height, below = face.Top + face.Height + (line / 2);
        float[] places = [above, below, face.Top + line, face.Top + face.Height - line - height];
        SKRect place = places.Select(top => SKRect.Create(left, top, width, height))
            .Where(rect => rect.Top >= 0 && rect.Bottom <= picture.Height)
            .OrderBy(rect => taken.Exists(other => other.IntersectsWith(rect)))
            .FirstOrDefault(SKRect.Create(left, Math.Clamp(above, 0, Math.Max(0, picture.Height - height)), width, height));
        taken.Add(place);
        paint.Style = SKPaintStyle.Fill;
        paint.Color = color;
        canvas.DrawRoundRect(place, up, up, paint);
        paint.Color = IsBright(color) ? SKColors.Black : SKColors.White;
        text.Draw(canvas, paint, place.Left + across, place.Top + up);
    }

    private static bool IsBright(SKColor color) => (0.299 * color.Red) + (0.587 * color.Green) + (0.114 * color.Blue) > 140;
}
