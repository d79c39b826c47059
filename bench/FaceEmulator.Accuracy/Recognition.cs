using FaceEmulator.Vision;
using SkiaSharp;

namespace FaceEmulator.Accuracy;

/// <summary>How well the same person's pictures are told from other people's: every face, changed in many ways, against every other.</summary>
internal static class Recognition
{
    private static readonly float[] Thresholds = [0.3f, 0.4f, 0.45f, 0.5f, 0.55f, 0.6f, 0.7f, 0.8f, 0.9f];

    /// <param name="analyzer">The networks.</param>
    /// <param name="named">Photos of one face each; the same person's have the same name up to the last hyphen.</param>
    /// <param name="groups">Photos of several people: two faces of one photo are two people, those of different photos may be one.</param>
    public static void Run(FaceAnalyzer analyzer, IEnumerable<string> named, IEnumerable<string> groups)
    {
        List<Version> versions = [];
        Dictionary<string, int> missed = [];
        int faces = 0;
        foreach ((string path, bool isGroup) in named.Select(path => (path, false)).Concat(groups.Select(path => (path, true))))
        {
            using SKBitmap photo = SKBitmap.Decode(path);
            using var picture = Picture.Decode(File.ReadAllBytes(path));
            foreach ((int number, AnalyzedFace face) in analyzer.Analyze(picture, default).Index())
            {
                if (face.Box.LongerSide < 80)
                {
                    continue;
                }

                string name = Path.GetFileNameWithoutExtension(path);
                string person = isGroup ? $"{name}#{number}" : name[..(name.LastIndexOf('-') is > 0 and var hyphen ? hyphen : name.Length)];
                faces++;
                foreach (ChangedFace changed in ChangedFace.Of(photo, SKRect.Create(face.Box.Left, face.Box.Top, face.Box.Width, face.Box.Height)))
                {
                    float[]? descriptor = changed.Describe(analyzer);
                    missed[changed.Kind] = missed.GetValueOrDefault(changed.Kind) + (descriptor is null ? 1 : 0);
                    if (descriptor is not null)
                    {
                        versions.Add(new Version(person, isGroup ? name : null, name + "#" + number, changed.Kind, descriptor));
                    }
                }
            }
        }

        Pair[] pairs = [.. Pairs(versions)];
        Console.WriteLine($"{faces} faces of {versions.Select(v => v.Person).Distinct().Count()} people, each as it is and changed in {missed.Count - 1} ways: {pairs.Count(p => p.Kin == Kin.SamePhoto)} pairs of one photo, {pairs.Count(p => p.Kin == Kin.SamePerson)} of two photos of one person, {pairs.Count(p => p.Kin == Kin.Different)} of different people");
        Console.WriteLine();
        Console.WriteLine("| change | not found | same face, unchanged and changed: distance | lowest confidence | two photos of one person: lowest | different people: nearest | highest confidence | taken for one |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (string kind in missed.Keys)
        {
            Pair[] withKind = [.. pairs.Where(p => p.With(kind))];
            float[] same = [.. withKind.Where(p => p.Kin == Kin.SamePhoto && p.With(ChangedFace.Original)).Select(p => p.Distance).Order()];
            float[] kin = [.. withKind.Where(p => p.Kin == Kin.SamePerson).Select(p => p.Distance).Order()], other = [.. withKind.Where(p => p.Kin == Kin.Different).Select(p => p.Distance).Order()];
            Console.WriteLine(FormattableString.Invariant($"| {kind} | {missed[kind]} | {(same.Length == 0 ? "" : FormattableString.Invariant($"{same[same.Length / 2]:0.00} to {same[^1]:0.00}"))} | {Confidence(same.LastOrDefault(-1))} | {Confidence(kin.LastOrDefault(-1))} | {other[0]:0.00} | {Confidence(other[0])} | {other.Count(d => MatchConfidence.FromDistance(d) >= MatchConfidence.Identical)} of {other.Length} |"));
        }

        Console.WriteLine();
        Console.WriteLine("| pairs | distance: least | 1 % | 5 % | median | 95 % | 99 % | most | confidence: lowest | median | highest |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach ((Kin kin, string what) in (ReadOnlySpan<(Kin, string)>)[(Kin.SamePhoto, "one photo, any two versions"), (Kin.SamePerson, "two photos of one person"), (Kin.Different, "different people")])
        {
            float[] d = [.. pairs.Where(p => p.Kin == kin).Select(p => p.Distance).Order()];
            if (d.Length > 0)
            {
                Console.WriteLine(FormattableString.Invariant($"| {what} | {d[0]:0.00} | {At(d, 0.01):0.00} | {At(d, 0.05):0.00} | {At(d, 0.5):0.00} | {At(d, 0.95):0.00} | {At(d, 0.99):0.00} | {d[^1]:0.00} | {Confidence(d[^1])} | {Confidence(At(d, 0.5))} | {Confidence(d[0])} |"));
            }
        }

        Console.WriteLine();
        Console.WriteLine("| threshold | accepted: one photo | two photos of one person | different people | different people, both unchanged |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (float threshold in Thresholds)
        {
            Console.WriteLine(FormattableString.Invariant($"| {threshold:0.00} | {Share(p => p.Kin == Kin.SamePhoto)} | {Share(p => p.Kin == Kin.SamePerson)} | {Share(p => p.Kin == Kin.Different)} | {Share(p => p.Kin == Kin.Different && p.IsUnchanged)} |"));

            string Share(Func<Pair, bool> which)
            {
                Pair[] all = [.. pairs.Where(which)];
                int accepted = all.Count(p => MatchConfidence.FromDistance(p.Distance) >= threshold);
                return all.Length == 0 ? "" : FormattableString.Invariant($"{100.0 * accepted / all.Length:0.00} % ({accepted} of {all.Length})");
            }
        }

        Console.WriteLine();
        Console.WriteLine("The different people that look most alike, unchanged:");
        foreach (Pair pair in pairs.Where(p => p.Kin == Kin.Different && p.IsUnchanged).OrderBy(p => p.Distance).Take(5))
        {
            Console.WriteLine(FormattableString.Invariant($"{pair.One.Face} {pair.Other.Face}: {pair.Distance:0.000}, {Confidence(pair.Distance)}"));
        }
    }

    private static string Confidence(float distance) => distance < 0 ? "" : FormattableString.Invariant($"{MatchConfidence.FromDistance(distance):0.00}");

    private static float At(float[] ordered, double share) => ordered[(int)(share * (ordered.Length - 1))];

    private static IEnumerable<Pair> Pairs(List<Version> versions)
    {
        for (int i = 0; i < versions.Count; i++)
        {
            for (int k = i + 1; k < versions.Count; k++)
            {
                (Version one, Version other) = (versions[i], versions[k]);
                bool mayBeOne = one.Group is not null && other.Group is not null && one.Group != other.Group;
                if (!mayBeOne)
                {
                    Kin kin = one.Face == other.Face ? Kin.SamePhoto : one.Person == other.Person ? Kin.SamePerson : Kin.Different;
                    yield return new Pair(one, other, kin, System.Numerics.Tensors.TensorPrimitives.Distance<float>(one.Descriptor, other.Descriptor));
                }
            }
        }
    }

    private enum Kin
    {
        SamePhoto,
        SamePerson,
        Different,
    }

    private sealed record Version(string Person, string? Group, string Face, string Kind, float[] Descriptor);

    private sealed record Pair(Version One, Version Other, Kin Kin, float Distance)
    {
        public bool IsUnchanged => One.Kind == ChangedFace.Original && Other.Kind == ChangedFace.Original;

        public bool With(string kind) => One.Kind == kind || Other.Kind == kind;
    }
}
