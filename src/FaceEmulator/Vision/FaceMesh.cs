using System.Numerics;

namespace FaceEmulator.Vision;

/// <summary>468 points of a face in pixels of the picture (z: towards the viewer is negative), and how sure the network is.</summary>
internal sealed record Mesh(Vector3[] Points, float Score);

/// <summary>Fits MediaPipe's face mesh to a candidate, twice: first by its box and eyes, then by the first mesh.</summary>
internal sealed class FaceMesh(Network network)
{
    public const int Size = 192;
    private const int RightEyeOuter = 33;
    private const int LeftEyeOuter = 263;

    public Mesh Fit(Picture picture, Patch patch, in Candidate candidate)
    {
        float angle = Degrees(candidate.RightEyeX, candidate.RightEyeY, candidate.LeftEyeX, candidate.LeftEyeY);
        Mesh first = Run(picture, patch, candidate.Left + (candidate.Width / 2), candidate.Top + (candidate.Height / 2), 1.5f * Math.Max(candidate.Width, candidate.Height), angle);
        if (first.Score < 0.1f)
        {
            return first;
        }

        Vector3 right = first.Points[RightEyeOuter], left = first.Points[LeftEyeOuter];
        (float minX, float maxX, float minY, float maxY) = (first.Points.Min(p => p.X), first.Points.Max(p => p.X), first.Points.Min(p => p.Y), first.Points.Max(p => p.Y));
        Mesh second = Run(picture, patch, (minX + maxX) / 2, (minY + maxY) / 2, 1.5f * Math.Max(maxX - minX, maxY - minY), Degrees(right.X, right.Y, left.X, left.Y));
        return second.Score >= first.Score * 0.8f ? second : first;
    }

    private static float Degrees(float rightX, float rightY, float leftX, float leftY) => MathF.Atan2(leftY - rightY, leftX - rightX) * 180 / MathF.PI;

    private Mesh Run(Picture picture, Patch patch, float centerX, float centerY, float side, float degrees)
    {
        patch.Draw(picture, centerX, centerY, side, degrees);
        return network.Run(patch.ToChannels(1 / 255f, 0), outputs =>
        {
            (float[] points, float[] flag) = outputs[0].Length > outputs[1].Length ? (outputs[0], outputs[1]) : (outputs[1], outputs[0]);
            (float sin, float cos) = MathF.SinCos(degrees * MathF.PI / 180);
            float scale = side / Size;
            var placed = new Vector3[points.Length / 3];
            for (int i = 0; i < placed.Length; i++)
            {
                float x = (points[3 * i] - (Size / 2)) * scale, y = (points[(3 * i) + 1] - (Size / 2)) * scale;
                placed[i] = new Vector3(centerX + (x * cos) - (y * sin), centerY + (x * sin) + (y * cos), points[(3 * i) + 2] * scale);
            }

            return new Mesh(placed, 1 / (1 + MathF.Exp(-flag[0])));
        });
    }
}
