using System.Diagnostics.CodeAnalysis;
using FaceEmulator.Vision;

namespace FaceEmulator.Storage;

/// <summary>A face of a collection that is near enough; its person is empty in a face list.</summary>
internal readonly record struct NearFace(Guid Face, Guid Person, float Confidence);

/// <summary>
/// The faces of one collection in memory, their numbers one after the other as the vector instructions like them. Many may
/// search at a time; a face is added or removed without copying the others.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The lock keeps nothing that must be given back, and a search may outlive the collection.")]
internal sealed class FaceIndex
{
    private const int Numbers = FaceApiToOnnx.Numbers;
    private const int FacesOfABlock = 4096;

    private readonly List<float[]> _blocks = [];
    private readonly List<(Guid Face, Guid Person)> _faces = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly ReaderWriterLockSlim _gate = new();

    public void Add(Guid face, Guid person, ReadOnlySpan<float> descriptor)
    {
        _gate.EnterWriteLock();
        try
        {
            int place = _faces.Count;
            if (place == _blocks.Count * FacesOfABlock)
            {
                _blocks.Add(new float[FacesOfABlock * Numbers]);
            }

            _places.Add(face, place);
            _faces.Add((face, person));
            descriptor.CopyTo(DescriptorAt(place));
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <summary>Takes a face out; the last one takes its place.</summary>
    public void Remove(Guid face)
    {
        _gate.EnterWriteLock();
        try
        {
            if (_places.Remove(face, out int place))
            {
                int last = _faces.Count - 1;
                if (place != last)
                {
                    DescriptorAt(last).CopyTo(DescriptorAt(place));
                    _faces[place] = _faces[last];
                    _places[_faces[place].Face] = place;
                }

                _faces.RemoveAt(last);
            }
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <summary>The faces that are like this one with at least so much confidence, in no order.</summary>
    public List<NearFace> Search(ReadOnlySpan<float> descriptor, float leastConfidence)
    {
        _gate.EnterReadLock();
        try
        {
            List<NearFace> near = [];
            for (int place = 0; place < _faces.Count; place++)
            {
                float confidence = MatchConfidence.Between(descriptor, DescriptorAt(place));
                if (confidence >= leastConfidence)
                {
                    near.Add(new NearFace(_faces[place].Face, _faces[place].Person, confidence));
                }
            }

            return near;
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private Span<float> DescriptorAt(int place) => _blocks[place / FacesOfABlock].AsSpan(place % FacesOfABlock * Numbers, Numbers);
}
