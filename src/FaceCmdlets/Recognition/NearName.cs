namespace FaceCmdlets;

/// <summary>What somebody may have meant who mistyped a name: "crew" for "crw".</summary>
internal static class NearName
{
    /// <summary>The nearest of the names, where so little differs that it is a slip and something is the same; else null.</summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        int most = Math.Clamp(typed.Length / 3, 1, 3);
        (string Name, int Distance)? best = null;
        foreach (string name in names)
        {
            if (Math.Abs(name.Length - typed.Length) <= most && Distance(typed, name) is var distance && distance <= most && distance < Math.Max(name.Length, typed.Length) && distance < (best?.Distance ?? int.MaxValue))
            {
                best = (name, distance);
            }
        }

        return best?.Name;
    }

    /// <summary>How many characters are to be put in, left out, replaced, or swapped with the next one; capitals do not count.</summary>
    private static int Distance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1], last = [.. Enumerable.Range(0, right.Length + 1)], current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = Same(left[i - 1], right[j - 1]);
                current[j] = Math.Min(Math.Min(last[j], current[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
