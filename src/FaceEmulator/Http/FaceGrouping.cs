using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>Puts faces together that are alike, directly or through others; the service does not say how it does it.</summary>
internal static class FaceGrouping
{
    /// <summary>All faces in groups, largest first; a group of one is a face that is like no other.</summary>
    public static IReadOnlyList<Guid[]> Group(IReadOnlyList<RememberedFace> faces)
    {
        var leader = new int[faces.Count];
        for (int i = 0; i < leader.Length; i++)
        {
            leader[i] = i;
        }

        for (int i = 0; i < faces.Count; i++)
        {
            for (int k = i + 1; k < faces.Count; k++)
            {
                if (LeaderOf(i) != LeaderOf(k) && MatchConfidence.Between(faces[i].Descriptor, faces[k].Descriptor) >= MatchConfidence.Identical)
                {
                    leader[LeaderOf(k)] = LeaderOf(i);
                }
            }
        }

        return [.. Enumerable.Range(0, faces.Count).GroupBy(LeaderOf).Select(group => group.Select(i => faces[i].Id).ToArray()).OrderByDescending(group => group.Length)];

        int LeaderOf(int face)
        {
            while (leader[face] != face)
            {
                face = leader[face] = leader[leader[face]];
            }

            return face;
        }
    }
}
