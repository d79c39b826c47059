using System.Collections.Concurrent;

namespace FaceEmulator.Http;

/// <summary>Face ids that were handed out, and until when they live.</summary>
internal sealed class FaceIdStore
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _ids = new();

    public Guid Add(TimeSpan timeToLive)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        foreach ((Guid old, DateTimeOffset end) in _ids)
        {
            if (end < now)
            {
                _ids.TryRemove(old, out _);
            }
        }

        var id = Guid.NewGuid();
        _ids[id] = now + timeToLive;
        return id;
    }
}
