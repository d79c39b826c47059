namespace FaceEmulator.Vision;

/// <summary>A box that may be a face, in pixels of the picture.</summary>
internal readonly record struct Candidate(float Left, float Top, float Width, float Height, float Score, float RightEyeX, float RightEyeY, float LeftEyeX, float LeftEyeY)
{
    public float Area => Width * Height;

    public float IntersectionWith(in Candidate other)
    {
        float width = Math.Min(Left + Width, other.Left + other.Width) - Math.Max(Left, other.Left);
        float height = Math.Min(Top + Height, other.Top + other.Height) - Math.Max(Top, other.Top);
        return width <= 0 || height <= 0 ? 0 : width * height;
    }

    public float OverlapWith(in Candidate other) => IntersectionWith(other) is var shared && shared > 0 ? shared / (Area + other.Area - shared) : 0;
}

/// <summary>Finds candidates with MediaPipe's full-range detector, in the whole picture, in a wide margin around it, and in tiles.</summary>
internal sealed class CandidateFinder(Network detector)
{
    public const int Size = 192;
    private const int Cells = 48;
    private const float Threshold = 0.6f;

    /// <summary>In the finest tiles the smallest face fills 16 of the detector's 192 pixels; with fewer it is found by luck.</summary>
    private const float TileToSmallestFace = 12;

    /// <summary>A level that shows hardly more than the one above is not worth its time.</summary>
    private const float WorthwhileStep = 0.8f;

    public List<Candidate> Find(Picture picture, Patch patch, float smallestFace, CancellationToken cancellationToken)
    {
        List<Candidate> found = [];
        float longest = Math.Max(picture.Width, picture.Height);
        float middleX = picture.Width / 2f, middleY = picture.Height / 2f;
        // Faces that fill the picture are found only with a margin around them.
        foreach (float side in (float[])[longest, longest * 2, longest * 4])
        {
            Look(picture, patch, middleX - (side / 2), middleY - (side / 2), side, tile: false, found);
        }

        float above = longest;
        foreach (float side in (float[])[longest * 0.625f, smallestFace * TileToSmallestFace])
        {
            if (side > above * WorthwhileStep || side < Size)
            {
                continue;
            }

            above = side;
            foreach (float top in Starts(picture.Height, side))
            {
                foreach (float left in Starts(picture.Width, side))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Look(picture, patch, left, top, side, tile: true, found);
                }
            }
        }

        found.Sort((a, b) => b.Score.CompareTo(a.Score));
        List<Candidate> kept = [];
        foreach (Candidate candidate in found)
        {
            if (!kept.Exists(other => candidate.OverlapWith(other) > 0.3f || candidate.IntersectionWith(other) / Math.Min(candidate.Area, other.Area) >= 0.7f))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    private static IEnumerable<float> Starts(float length, float side)
    {
        if (length <= side)
        {
            return [(length - side) / 2];
        }

        int count = (int)Math.Ceiling((length - side) / (side * 0.75f)) + 1;
        return Enumerable.Range(0, count).Select(i => (length - side) * i / (count - 1));
    }

    /// <summary>Boxes of one pass that overlap are one face: the mean of them, weighted by score.</summary>
    private static List<Candidate> Blend(List<Candidate> raw)
    {
        raw.Sort((a, b) => b.Score.CompareTo(a.Score));
        List<Candidate> blended = [];
        while (raw.Count > 0)
        {
            Candidate best = raw[0];
            Candidate[] same = [.. raw.Where(other => best.OverlapWith(other) > 0.3f || other == best)];
            raw.RemoveAll(other => same.Contains(other));
            float total = same.Sum(c => c.Score);
            float Mean(Func<Candidate, float> value) => same.Sum(c => c.Score * value(c)) / total;
            blended.Add(new Candidate(Mean(c => c.Left), Mean(c => c.Top), Mean(c => c.Width), Mean(c => c.Height), best.Score, Mean(c => c.RightEyeX), Mean(c => c.RightEyeY), Mean(c => c.LeftEyeX), Mean(c => c.LeftEyeY)));
        }

        return blended;
    }

    private void Look(Picture picture, Patch patch, float left, float top, float side, bool tile, List<Candidate> found)
    {
        patch.Draw(picture, left + (side / 2), top + (side / 2), side, 0);
        List<Candidate> raw = detector.Run(patch.ToChannels(1 / 127.5f, -1), Decode);
        float scale = side / Size;
        foreach (Candidate c in Blend(raw))
        {
            var face = new Candidate(left + (c.Left * scale), top + (c.Top * scale), c.Width * scale, c.Height * scale, c.Score, left + (c.RightEyeX * scale), top + (c.RightEyeY * scale), left + (c.LeftEyeX * scale), top + (c.LeftEyeY * scale));
            if (!tile || !IsCut(picture, face, left, top, side))
            {
                found.Add(face);
            }
        }
    }

    /// <summary>A box at a border inside the picture is a face cut in two; another tile has it whole.</summary>
    private static bool IsCut(Picture picture, in Candidate face, float left, float top, float side)
    {
        float edge = 0.04f * side;
        return Math.Max(face.Width, face.Height) >= 0.6f * side
            || (left > 0 && face.Left < left + edge)
            || (top > 0 && face.Top < top + edge)
            || (left + side < picture.Width && face.Left + face.Width > left + side - edge)
            || (top + side < picture.Height && face.Top + face.Height > top + side - edge);
    }

    private static List<Candidate> Decode(IReadOnlyList<float[]> outputs)
    {
        (float[] boxes, float[] scores) = outputs[0].Length > outputs[1].Length ? (outputs[0], outputs[1]) : (outputs[1], outputs[0]);
        List<Candidate> candidates = [];
        for (int i = 0; i < scores.Length; i++)
        {
            float score = 1 / (1 + MathF.Exp(-Math.Clamp(scores[i], -100, 100)));
            if (score < Threshold)
            {
                continue;
            }

            ReadOnlySpan<float> r = boxes.AsSpan(i * 16, 16);
            float x = ((i % Cells) + 0.5f) / Cells * Size, y = ((i / Cells) + 0.5f) / Cells * Size;
            candidates.Add(new Candidate(r[0] + x - (r[2] / 2), r[1] + y - (r[3] / 2), r[2], r[3], score, r[4] + x, r[5] + y, r[6] + x, r[7] + y));
        }

        return candidates;
    }
}
