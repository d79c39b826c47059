using System.Security.Cryptography;

namespace FaceEmulator.Vision;

/// <summary>What was seen in the last pictures: who tries a script sends the same ones again and again.</summary>
internal sealed class AnalysisCache
{
    private const int MostPictures = 512;

    private readonly Dictionary<string, IReadOnlyList<AnalyzedFace>> _known = [];
    private readonly Queue<string> _oldestFirst = new();
    private readonly Lock _gate = new();

    public static string KeyOf(ReadOnlySpan<byte> content) => Convert.ToHexString(SHA256.HashData(content));

    public IReadOnlyList<AnalyzedFace>? Find(string key)
    {
        lock (_gate)
        {
            return _known.GetValueOrDefault(key);
        }
    }

    public void Add(string key, IReadOnlyList<AnalyzedFace> faces)
    {
        lock (_gate)
        {
            if (!_known.TryAdd(key, faces))
            {
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
