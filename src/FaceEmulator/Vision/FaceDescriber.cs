using System.Collections.Concurrent;
using System.Drawing;
using System.Numerics;

namespace FaceEmulator.Vision;

/// <summary>
/// Describes a face by 128 numbers whose distance tells people apart. The face is cut out upright, as dlib cuts its
/// chips (150 pixels, a quarter of the face's size around it), by eyes, nose and mouth.
/// </summary>
internal sealed class FaceDescriber(Network network) : IDisposable
{
    private const int Size = FaceApiToOnnx.InputSize;
    private const int PupilLeft = 0, PupilRight = 1, NoseTip = 2, MouthLeft = 3, MouthRight = 4;

    /// <summary>Where dlib's mean face has them, in parts of the face: the eyes' contours in their middle, the nose's tip, the mouth's corners.</summary>
    private static readonly (int Landmark, Complex Place)[] Anchors =
    [
        (PupilLeft, new(0.2255, 0.2160)), (PupilRight, new(0.7548, 0.2160)), (NoseTip, new(0.4901, 0.5156)),
        (MouthLeft, new(0.2541, 0.7802)), (MouthRight, new(0.7261, 0.7802)),
    ];

    /// <summary>Mean red, green and blue of the pictures that the network was trained on.</summary>
    private static readonly float[] Means = [122.782f, 117.001f, 104.298f];

    private readonly ConcurrentBag<Patch> _patches = [];

    public float[] Describe(Picture picture, AnalyzedFace face)
    {
        // A chip's point is a times the picture's point and b, the best that shift, turn and scale can do.
        Complex[] from = [.. Anchors.Select(anchor => Point(face.Landmarks[anchor.Landmark]))];
        Complex[] to = [.. Anchors.Select(anchor => (anchor.Place + new Complex(0.25, 0.25)) * (Size / 1.5))];
        Complex fromMean = Mean(from), toMean = Mean(to);
        Complex a = from.Zip(to, (f, t) => Complex.Conjugate(f - fromMean) * (t - toMean)).Aggregate(Complex.Add) / from.Sum(f => Math.Pow((f - fromMean).Magnitude, 2));
        Complex center = ((new Complex(Size / 2.0, Size / 2.0) - toMean) / a) + fromMean;
        if (!_patches.TryTake(out Patch? patch))
        {
            patch = new Patch(Size);
        }

        try
        {
            patch.Draw(picture, (float)center.Real, (float)center.Imaginary, (float)(Size / a.Magnitude), (float)(-a.Phase * 180 / Math.PI));
            float[] input = patch.ToChannels(1 / 255f, 0);
            const int Plane = Size * Size;
            for (int i = 0; i < input.Length; i++)
            {
                input[i] -= Means[i / Plane] / 255;
            }

            float[] straight = network.Run(input, outputs => outputs[0]);
            // The mirrored face is the same one: the mean of both is steadier.
            for (int row = 0; row < input.Length; row += Size)
            {
                Array.Reverse(input, row, Size);
            }

            float[] mirrored = network.Run(input, outputs => outputs[0]);
            return [.. straight.Zip(mirrored, (one, other) => (one + other) / 2)];
        }
        finally
        {
            _patches.Add(patch);
        }
    }

    public void Dispose()
    {
        network.Dispose();
        foreach (Patch patch in _patches)
        {
            patch.Dispose();
        }
    }

    private static Complex Point(PointF point) => new(point.X, point.Y);

    private static Complex Mean(Complex[] points) => points.Aggregate(Complex.Add) / points.Length;
}
