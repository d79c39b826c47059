using System.Collections.Concurrent;

namespace FaceEmulator.Http;

/// <summary>A face that an id was given for: what it looks like to the network, and until when the id lives.</summary>
internal sealed record RememberedFace(Guid Id, float[] Descriptor, string RecognitionModel, DateTimeOffset End);

/// <summary>Face ids that were handed out. As with the service, no picture is kept.</summary>
internal sealed class FaceIdStore(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, RememberedFace> _faces = new();

    public Guid Add(float[] descriptor, string recognitionModel, TimeSpan timeToLive)
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((Guid old, RememberedFace face) in _faces)
        {
            if (face.End < now)
            {
                _faces.TryRemove(old, out _);
            }
        }

        var id = Guid.NewGuid();
        _faces[id] = new RememberedFace(id, descriptor, recognitionModel, now + timeToLive);
        return id;
    }

    /// <summary>The face; null where the id is unknown or has expired.</summary>
    public RememberedFace? Find(Guid id) => _faces.TryGetValue(id, out RememberedFace? face) && face.End >= time.GetUtcNow() ? face : null;
}
