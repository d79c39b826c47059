using FaceEmulator.Vision;
using SkiaSharp;

namespace FaceEmulator.Accuracy;

/// <summary>A photo with exactly one face, and where that face is.</summary>
internal sealed record Photo(string Name, SKBitmap Bitmap, SKRect Face)
{
    public float FaceSide => Math.Max(Face.Width, Face.Height);
}

/// <summary>A made picture and the faces that must be found in it.</summary>
internal sealed record Trial(string Kind, SKBitmap Bitmap, IReadOnlyList<SKRect> Faces) : IDisposable
{
    public void Dispose() => Bitmap.Dispose();
}

/// <summary>What came of a kind of trial.</summary>
internal sealed class Tally
{
    public int Pictures { get; private set; }

    public int Faces { get; private set; }

    public int Found { get; private set; }

    public int False { get; private set; }

    public void Count(Trial trial, IReadOnlyList<AnalyzedFace> found)
    {
        Pictures++;
        Faces += trial.Faces.Count;
        List<SKRect> open = [.. trial.Faces];
        foreach (AnalyzedFace face in found)
        {
            SKRect box = SKRect.Create(face.Box.Left, face.Box.Top, face.Box.Width, face.Box.Height);
            int match = open.FindIndex(truth => Overlap(truth, box) > 0.3f);
            if (match < 0)
            {
                False++;
            }
            else
            {
                Found++;
                open.RemoveAt(match);
            }
        }
    }

    private static float Overlap(SKRect a, SKRect b)
    {
        var shared = SKRect.Intersect(a, b);
        float area = Math.Max(0, shared.Width) * Math.Max(0, shared.Height);
        return area / ((a.Width * a.Height) + (b.Width * b.Height) - area);
    }
}
