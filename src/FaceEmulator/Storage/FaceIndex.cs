using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using FaceEmulator.Vision;

namespace FaceEmulator.Storage;

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
    private readonly List<(Guid Face, int Person)> _faces = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly List<Guid> _persons = [];
    private readonly Dictionary<Guid, int> _numbersOfPersons = [];
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

            if (!_numbersOfPersons.TryGetValue(person, out int number))
            {
                _numbersOfPersons.Add(person, number = _persons.Count);
                _persons.Add(person);
            }

            _places.Add(face, place);
            _faces.Add((face, number));
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

    /// <summary>The faces that are like this one with at least so much confidence, best first.</summary>
    public List<(Guid Face, float Confidence)> NearestFaces(ReadOnlySpan<float> descriptor, float leastConfidence, int most) =>
        Nearest(descriptor, leastConfidence, most, ofPersons: false);

    /// <summary>The persons one of whose faces is, best first.</summary>
    public List<(Guid Person, float Confidence)> NearestPersons(ReadOnlySpan<float> descriptor, float leastConfidence, int most) =>
        Nearest(descriptor, leastConfidence, most, ofPersons: true);

    private List<(Guid Id, float Confidence)> Nearest(ReadOnlySpan<float> descriptor, float leastConfidence, int most, bool ofPersons)
    {
        _gate.EnterReadLock();
        float[] distances = ArrayPool<float>.Shared.Rent(Math.Max(1, ofPersons ? _persons.Count : _faces.Count));
        try
        {
            Span<float> nearest = distances.AsSpan(0, ofPersons ? _persons.Count : _faces.Count);
            nearest.Fill(float.PositiveInfinity);
            for (int place = 0; place < _faces.Count; place++)
            {
                ref float distance = ref nearest[ofPersons ? _faces[place].Person : place];
                distance = Math.Min(distance, TensorPrimitives.Distance(descriptor, DescriptorAt(place)));
            }

            List<(Guid, float)> best = [];
            foreach (int i in Smallest(nearest, leastConfidence, most))
            {
                best.Add((ofPersons ? _persons[i] : _faces[i].Face, MatchConfidence.FromDistance(nearest[i])));
            }

            return best;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(distances);
            _gate.ExitReadLock();
        }
    }

    /// <summary>Where the smallest distances stand, the smallest first; those without enough confidence are left out.</summary>
    private static int[] Smallest(ReadOnlySpan<float> distances, float leastConfidence, int most)
    {
        // The farthest of the best so far comes out first; what is not nearer than the limit is of no interest.
        var best = new PriorityQueue<int, float>();
        float limit = float.PositiveInfinity;
        for (int i = 0; i < distances.Length; i++)
        {
            float distance = distances[i];
            if (distance >= limit)
            {
                continue;
            }

            if (MatchConfidence.FromDistance(distance) < leastConfidence)
            {
                limit = distance;
                continue;
            }

            best.Enqueue(i, -distance);
            if (best.Count > most)
            {
                best.Dequeue();
                limit = best.TryPeek(out _, out float farthest) ? Math.Min(limit, -farthest) : limit;
            }
        }

        var places = new int[best.Count];
        for (int i = places.Length - 1; i >= 0; i--)
        {
            places[i] = best.Dequeue();
        }

        return places;
    }

    private Span<float> DescriptorAt(int place) => _blocks[place / FacesOfABlock].AsSpan(place % FacesOfABlock * Numbers, Numbers);
}
