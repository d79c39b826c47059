namespace FaceCmdlets;

/// <summary>A person that the input names.</summary>
internal sealed class EnrolledPerson
{
    /// <summary>The service's limit (REST API v1.2).</summary>
    public const int MostFaces = 248;

    private readonly HashSet<ContentDigest> _toBeAdded = [];
    private readonly Lazy<Task<IReadOnlyDictionary<ContentDigest, Guid>>> _known;
    private int _faceCount;

    /// <param name="name">As the input has it.</param>
    /// <param name="existing">The person of the group; null for a new one.</param>
    /// <param name="readKnown">Reads the faces that earlier imports added.</param>
    public EnrolledPerson(string name, FacePerson? existing, Func<EnrolledPerson, Task<IReadOnlyDictionary<ContentDigest, Guid>>> readKnown)
    {
        Name = existing?.Name ?? name;
        Id = existing?.PersonId;
        Faces = existing?.PersistedFaceIds ?? [];
        _faceCount = Faces.Count;
        _known = new(() => readKnown(this));
    }

    public string Name { get; }

    /// <summary>Null until the person is made, at the first face that is added.</summary>
    public Guid? Id { get; set; }

    /// <summary>The faces that it has in the group.</summary>
    public IReadOnlyList<Guid> Faces { get; }

    /// <summary>Why nothing can be added: there are several of that name.</summary>
    public string? Complaint { get; init; }

    /// <summary>With the faces that are going to be added.</summary>
    public bool IsFull => Volatile.Read(ref _faceCount) >= MostFaces;

    /// <summary>The service adds to one person one face after another.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Faces of earlier imports, by picture; read at the first question.</summary>
    public Task<IReadOnlyDictionary<ContentDigest, Guid>> Known => _known.Value;

    /// <summary>Counts a face that is going to be added; false where the same picture is already.</summary>
    public bool TryCount(ContentDigest digest)
    {
        if (!_toBeAdded.Add(digest))
        {
            return false;
        }

        Interlocked.Increment(ref _faceCount);
        return true;
    }
}
