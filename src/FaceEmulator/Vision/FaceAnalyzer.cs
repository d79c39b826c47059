using System.Collections.Concurrent;

namespace FaceEmulator.Vision;

/// <summary>Finds the faces of a picture and measures them. Several pictures may be looked at side by side.</summary>
internal sealed class FaceAnalyzer : IDisposable
{
    private const int MostFaces = 100;

    /// <summary>From this score of the mesh on, its points are where a face has them.</summary>
    private const float MeshThreshold = 0.5f;

    /// <summary>Fewer levels of grey than this are a drawing: measured, smileys have 3 to 7, photographed faces 46 and more.</summary>
    private const int LevelsOfAPhoto = 16;

    /// <summary>The service's smallest face: 36 pixels in pictures up to 1920 x 1080, in proportion larger in bigger ones.</summary>
    private const float SmallestFace = 36;

    /// <summary>Boxes are not exact to the pixel, and a face of 36 pixels must not be lost for that.</summary>
    private const float Tolerance = 0.8f;

    private readonly Network _detector;
    private readonly Network _meshNetwork;
    private readonly CandidateFinder _finder;
    private readonly FaceMesh _mesh;
    private readonly HeadPoseEstimator _pose;
    private readonly Lazy<FaceDescriber> _describer;
    private readonly ConcurrentBag<Patch> _patches = [];

    private FaceAnalyzer(byte[] detector, byte[] mesh, byte[] canonical, Func<byte[]> recognition)
    {
        // Who never asks for a face id never waits for this network.
        _describer = new Lazy<FaceDescriber>(() => new FaceDescriber(new Network(recognition())));
        _detector = new Network(TfliteToOnnx.Convert(detector));
        _meshNetwork = new Network(TfliteToOnnx.Convert(mesh));
        _finder = new CandidateFinder(_detector);
        _mesh = new FaceMesh(_meshNetwork);
        _pose = new HeadPoseEstimator(canonical);
    }

    public static FaceAnalyzer Load(string modelsFolder)
    {
        (byte[] mesh, byte[] canonical) = ModelFiles.ReadMesh(modelsFolder);
        (byte[] weights, byte[] manifest) = ModelFiles.ReadRecognition(modelsFolder);
        return new FaceAnalyzer(ModelFiles.ReadDetector(modelsFolder), mesh, canonical, () => FaceApiToOnnx.Convert(weights, manifest));
    }

    public IReadOnlyList<AnalyzedFace> Analyze(Picture picture, CancellationToken cancellationToken)
    {
        if (!_patches.TryTake(out Patch? patch))
        {
            patch = new Patch(CandidateFinder.Size);
        }

        try
        {
            List<AnalyzedFace> faces = [];
            float smallest = SmallestFace * Math.Max(1, Math.Max(Math.Max(picture.Width, picture.Height) / 1920f, Math.Min(picture.Width, picture.Height) / 1080f));
            foreach (Candidate candidate in _finder.Find(picture, patch, smallest, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Mesh mesh = _mesh.Fit(picture, patch, candidate);
                if (IsFace(candidate.Score, mesh.Score) && Describe(picture, candidate, mesh) is var face && face.Box.LongerSide >= smallest * Tolerance && face.Quality.GreyLevels >= LevelsOfAPhoto)
                {
                    faces.Add(face);
                }
            }

            return [.. WithoutTwins(faces).OrderByDescending(face => face.Box.Area).Take(MostFaces)];
        }
        finally
        {
            _patches.Add(patch);
        }
    }

    /// <summary>128 numbers: the nearer those of two faces, the likelier they are one person's.</summary>
    public float[] Describe(Picture picture, AnalyzedFace face) => _describer.Value.Describe(picture, face);

    public void Dispose()
    {
        if (_describer.IsValueCreated)
        {
            _describer.Value.Dispose();
        }

        _detector.Dispose();
        _meshNetwork.Dispose();
        foreach (Patch patch in _patches)
        {
            patch.Dispose();
        }
    }

    /// <summary>
    /// The less sure the detector is, the surer the mesh must be. Where the detector is very sure, the mesh may be
    /// weak (a mask, strong blur) but must not rule the face out, as it does with animals.
    /// </summary>
    private static bool IsFace(float detector, float mesh) => mesh > detector switch
    {
        >= 0.8f => 0.02f,
        >= 0.65f => MeshThreshold,
        _ => 0.95f,
    };

    /// <summary>Two candidates may lead the mesh to one face.</summary>
    private static List<AnalyzedFace> WithoutTwins(List<AnalyzedFace> faces)
    {
        List<AnalyzedFace> kept = [];
        foreach (AnalyzedFace face in faces.OrderByDescending(face => face.MeshScore > MeshThreshold).ThenByDescending(face => face.Score))
        {
            if (!kept.Exists(other => face.Box.IntersectionWith(other.Box) >= 0.4 * Math.Min(face.Box.Area, other.Box.Area)))
            {
                kept.Add(face);
            }
        }

        return kept;
    }

    private AnalyzedFace Describe(Picture picture, in Candidate candidate, Mesh mesh)
    {
        float left = candidate.Left, top = candidate.Top, right = candidate.Left + candidate.Width, bottom = candidate.Top + candidate.Height;
        if (mesh.Score > MeshThreshold)
        {
            (left, right, top, bottom) = (mesh.Points.Min(p => p.X), mesh.Points.Max(p => p.X), mesh.Points.Min(p => p.Y), mesh.Points.Max(p => p.Y));
        }

        Pose pose = _pose.Estimate(mesh);
        PixelQuality quality = PixelQualityMeter.Measure(picture, (left + right) / 2, (top + bottom) / 2, Math.Max(right - left, bottom - top) * 0.9f, (float)pose.Roll);
        int x = Math.Clamp((int)MathF.Round(left), 0, picture.Width - 1), y = Math.Clamp((int)MathF.Round(top), 0, picture.Height - 1);
        var box = new FaceBox(x, y, Math.Clamp((int)MathF.Round(right), x + 1, picture.Width) - x, Math.Clamp((int)MathF.Round(bottom), y + 1, picture.Height) - y);
        return new AnalyzedFace(box, candidate.Score, mesh.Score, AzureLandmarks.From(mesh), pose, quality);
    }
}
