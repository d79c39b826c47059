using System.Buffers.Binary;
using System.Numerics;

namespace FaceEmulator.Vision;

/// <summary>The rotation that best carries MediaPipe's canonical face onto a mesh (Horn's quaternion method).</summary>
internal sealed class HeadPoseEstimator
{
    /// <summary>Points that expressions hardly move: forehead, bridge of the nose, eye corners, temples, cheeks.</summary>
    private static readonly int[] Stable =
    [
        10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 33, 133, 362, 263, 70, 300, 107, 336, 127,
        356, 234, 454, 93, 323, 132, 361, 50, 280, 101, 330, 205, 425, 129, 358, 21, 251, 67, 297,
    ];

    private readonly Vector3[] _canonical;

    public HeadPoseEstimator(ReadOnlySpan<byte> metadata)
    {
        // Protobuf field 3, one 32-bit float a tag: 468 vertices of x, y, z, u, v.
        const byte Tag = 0x1D;
        int start = metadata.IndexOf(Tag);
        if (start < 0 || start + (468 * 5 * 5) > metadata.Length)
        {
            throw new InvalidDataException("The canonical face is not where it should be.");
        }

        _canonical = new Vector3[468];
        for (int i = 0; i < 468; i++)
        {
            _canonical[i] = new(Read(metadata, 5 * i), Read(metadata, (5 * i) + 1), Read(metadata, (5 * i) + 2));
        }

        float Read(ReadOnlySpan<byte> bytes, int number) => bytes[start + (5 * number)] == Tag
            ? BinaryPrimitives.ReadSingleLittleEndian(bytes[(start + (5 * number) + 1)..])
            : throw new InvalidDataException("The canonical face is not what it should be.");
    }

    public Pose Estimate(Mesh mesh)
    {
        // x right, y up, z to the viewer.
        Vector3[] from = [.. Stable.Select(i => _canonical[i])];
        Vector3[] to = [.. Stable.Select(i => new Vector3(mesh.Points[i].X, -mesh.Points[i].Y, -mesh.Points[i].Z))];
        Vector3 fromMean = Mean(from), toMean = Mean(to);
        double xx = 0, xy = 0, xz = 0, yx = 0, yy = 0, yz = 0, zx = 0, zy = 0, zz = 0;
        for (int i = 0; i < from.Length; i++)
        {
            Vector3 a = from[i] - fromMean, b = to[i] - toMean;
            xx += a.X * b.X;
            xy += a.X * b.Y;
            xz += a.X * b.Z;
            yx += a.Y * b.X;
            yy += a.Y * b.Y;
            yz += a.Y * b.Z;
            zx += a.Z * b.X;
            zy += a.Z * b.Y;
            zz += a.Z * b.Z;
        }

        double[,] n =
        {
            { xx + yy + zz, yz - zy, zx - xz, xy - yx },
            { yz - zy, xx - yy - zz, xy + yx, zx + xz },
            { zx - xz, xy + yx, yy - xx - zz, yz + zy },
            { xy - yx, zx + xz, yz + zy, zz - xx - yy },
        };
        (double w, double x, double y, double z) = Largest(n);
        double r00 = 1 - (2 * ((y * y) + (z * z))), r10 = 2 * ((x * y) + (w * z)), r20 = 2 * ((x * z) - (w * y)), r21 = 2 * ((y * z) + (w * x)), r22 = 1 - (2 * ((x * x) + (y * y)));
        const double Degree = 180 / Math.PI;
        return new Pose(Math.Atan2(r21, r22) * Degree, -Math.Atan2(r10, r00) * Degree, Math.Asin(Math.Clamp(-r20, -1, 1)) * Degree);
    }

    private static Vector3 Mean(Vector3[] points) => points.Aggregate(Vector3.Zero, (sum, p) => sum + p) / points.Length;

    /// <summary>The eigenvector of the largest eigenvalue, by power iteration on a matrix shifted to be positive.</summary>
    private static (double W, double X, double Y, double Z) Largest(double[,] n)
    {
        double shift = 0;
        foreach (double value in n)
        {
            shift += Math.Abs(value);
        }

        double[] v = [1, 0.01, 0.01, 0.01];
        for (int step = 0; step < 500; step++)
        {
            var next = new double[4];
            for (int i = 0; i < 4; i++)
            {
                next[i] = shift * v[i];
                for (int j = 0; j < 4; j++)
                {
                    next[i] += n[i, j] * v[j];
                }
            }

            double length = Math.Sqrt(next.Sum(value => value * value));
            double change = 0;
            for (int i = 0; i < 4; i++)
            {
                next[i] /= length;
                change += Math.Abs(next[i] - v[i]);
            }

            v = next;
            if (change < 1e-12)
            {
                break;
            }
        }

        return (v[0], v[1], v[2], v[3]);
    }
}
