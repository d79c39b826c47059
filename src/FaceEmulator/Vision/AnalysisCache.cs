using System.Security.Cryptography;

namespace FaceEmulator.Vision;

/// <summary>A picture's size and faces, and their descriptors where these were asked for.</summary>
internal sealed record SeenPicture(int Width, int Height, IReadOnlyList<AnalyzedFace> Faces, IReadOnlyList<float[]>? Descriptors);

/// <summary>What was seen in the last pictures: who tries a script sends the same ones again and again.</summary>
internal sealed class AnalysisCache
{
    private const int MostPictures = 512;

    private readonly Dictionary<string, SeenPicture> _known = [];
    private readonly Queue<string> _oldestFirst = new();
    private readonly Lock _gate = new();

    public static string KeyOf(ReadOnlySpan<byte> content) => Convert.ToHexString(SHA256.HashData(content));

    public SeenPicture? Find(string key)
    {
        lock (_gate)
        {
            return _known.GetValueOrDefault(key);
        }
    }

    public void Add(string key, SeenPicture picture)
    {
        lock (_gate)
        {
            if (!_known.TryAdd(key, picture))
            {
                _known[key] = picture;
                return;
            }

            _oldestFirst.Enqueue(key);
            if (_oldestFirst.Count > MostPictures)
            {
                _known.Remove(_oldestFirst.Dequeue());
            }
        }
    }
}
