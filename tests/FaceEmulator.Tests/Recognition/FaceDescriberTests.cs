using FaceEmulator.Accuracy;
using FaceEmulator.Vision;
using SkiaSharp;
using Xunit.Abstractions;

namespace FaceEmulator.Tests.Recognition;

public sealed class FaceDescriberTests(ITestOutputHelper output) : IDisposable
{
    private readonly FaceAnalyzer _analyzer = FaceAnalyzer.Load(EmulatorFixture.Models);

    public void Dispose() => _analyzer.Dispose();

    [Fact]
    public void Any_two_changed_pictures_of_one_face_are_one_person()
    {
        (string Kind, float[] Descriptor)[] versions = [.. Versions(Path.Combine(EmulatorFixture.Root, "samples", "astronaut.png"))];
        for (int i = 0; i < versions.Length; i++)
        {
            for (int k = i + 1; k < versions.Length; k++)
            {
                float confidence = MatchConfidence.Between(versions[i].Descriptor, versions[k].Descriptor);
                Assert.True(confidence > 0.6f, $"{versions[i].Kind}, {versions[k].Kind}: {confidence:0.000}");
            }
        }
    }

    [SharedPhotosFact]
    public void People_are_told_apart_and_recognised_however_their_pictures_are_changed()
    {
        (string Person, string Kind, float[] Descriptor)[] faces =
        [
            .. new[] { "person-a-1.jpg", "person-a-2.jpg", "person-b-1.jpg", "person-b-2.jpg", "astronaut.png" }
                .SelectMany(name => Versions(Path.Combine(SharedPhotosFactAttribute.Folder, name)).Select(version => (name[..^6], $"{name} {version.Kind}", version.Descriptor))),
        ];
        float lowest = 1, highest = 0;
        for (int i = 0; i < faces.Length; i++)
        {
            for (int k = i + 1; k < faces.Length; k++)
            {
                float confidence = MatchConfidence.Between(faces[i].Descriptor, faces[k].Descriptor);
                bool same = faces[i].Person == faces[k].Person;
                (lowest, highest) = same ? (Math.Min(lowest, confidence), highest) : (lowest, Math.Max(highest, confidence));
                Assert.True(same ? confidence > 0.55f : confidence < 0.4f, $"{faces[i].Kind}, {faces[k].Kind}: {confidence:0.000}");
            }
        }

        output.WriteLine($"the same person {lowest:0.00} and more, different people {highest:0.00} and less");
    }

    [Fact]
    public void Confidence_falls_with_distance_and_is_a_half_where_the_line_is_drawn()
    {
        Assert.Equal(1, MatchConfidence.FromDistance(0));
        Assert.Equal(MatchConfidence.Identical, MatchConfidence.FromDistance(0.6f), 5);
        Gen.Select(Gen.Float[0, 2], Gen.Float[0, 2]).Sample((a, b) => MatchConfidence.FromDistance(Math.Min(a, b)) >= MatchConfidence.FromDistance(Math.Max(a, b)));
    }

    /// <summary>The face of a photo as it is and in 19 changes; the strongest blur may hide it from the detector.</summary>
    private List<(string Kind, float[] Descriptor)> Versions(string path)
    {
        using SKBitmap photo = SKBitmap.Decode(path);
        using Picture picture = Picture.Decode(File.ReadAllBytes(path));
        FaceBox face = _analyzer.Analyze(picture, default)[0].Box;
        List<(string, float[])> versions = [];
        foreach (ChangedFace changed in ChangedFace.Of(photo, SKRect.Create(face.Left, face.Top, face.Width, face.Height)))
        {
            float[]? descriptor = changed.Describe(_analyzer);
            Assert.True(descriptor is not null || changed.Kind == "blurred, sigma 1/30 of the face", $"{Path.GetFileName(path)} {changed.Kind}: not found");
            if (descriptor is not null)
            {
                versions.Add((changed.Kind, descriptor));
            }
        }

        Assert.InRange(versions.Count, 19, 20);
        return versions;
    }
}
