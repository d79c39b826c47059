using System.Collections.Concurrent;

namespace FaceEmulator.Http;

/// <summary>A face that an id was given for: what it looks like to the network, and until when the id lives.</summary>
internal sealed record RememberedFace(Guid Id, float[] Descriptor, string RecognitionModel, DateTimeOffset End);

/// <summary>Face ids that were handed out. As with the service, no picture is kept.</summary>
/// <param name="time">The clock that they expire by.</param>
/// <param name="most">How many are remembered: for one more, the one that would end first is forgotten.</param>
internal sealed class FaceIdStore(TimeProvider time, int most = 1_000_000)
{
    private readonly ConcurrentDictionary<Guid, RememberedFace> _faces = new();
    private readonly PriorityQueue<Guid, DateTimeOffset> _ends = new();
    private readonly Lock _gate = new();

    /// <summary>How many are remembered.</summary>
    public int Count => _faces.Count;

    public Guid Add(float[] descriptor, string recognitionModel, TimeSpan timeToLive)
    {
        DateTimeOffset now = time.GetUtcNow();
        var face = new RememberedFace(Guid.NewGuid(), descriptor, recognitionModel, now + timeToLive);
        lock (_gate)
        {
            while (_ends.TryPeek(out Guid first, out DateTimeOffset end) && (end < now || _ends.Count >= most))
            {
                _ends.Dequeue();
                _faces.TryRemove(first, out _);
            }

            _ends.Enqueue(face.Id, face.End);
            _faces[face.Id] = face;
        }

        return face.Id;
    }

    /// <summary>The face; null where the id is unknown or has expired.</summary>
    public RememberedFace? Find(Guid id) => _faces.TryGetValue(id, out RememberedFace? face) && face.End >= time.GetUtcNow() ? face : null;
}
