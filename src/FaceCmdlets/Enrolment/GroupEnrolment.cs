using System.Collections.Concurrent;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>What was found out about a picture.</summary>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Known">The person's face that an earlier import made of it.</param>
/// <param name="Faces">The faces in it; null where nobody had to ask.</param>
internal sealed record PictureJudgement(ContentDigest Digest, Guid? Known, IReadOnlyList<DetectedFace>? Faces);

/// <summary>What to do with a picture: add its face, or not, for a reason.</summary>
internal sealed record EnrolmentVerdict(FaceImportAction Action, string? Reason = null, string? Message = null, DetectedFace? Face = null);

/// <summary>
/// Pictures and persons of one import into a group. <see cref="JudgeAsync"/> and <see cref="AddAsync"/> run for many
/// pictures at a time, with no more requests than the throttle allows; <see cref="Decide"/> is asked for one picture
/// after another, in the order of the input, so that what it says does not depend on what was faster.
/// </summary>
internal sealed class GroupEnrolment(IFaceService service, IPersonGroupService groups, FacePersonGroup group, IReadOnlyList<FacePerson> existing, RecognitionQuality minimum, int throttle, RequestScope scope)
{
    /// <summary>How often at most one addition is tried whose answers are lost.</summary>
    private const int MostAdditions = 5;

    private readonly ILookup<string, FacePerson> _existing = existing.ToLookup(person => person.Name.Normalize(), StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, EnrolledPerson> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnrolledPerson> _new = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, EnrolledPerson> _old = [];
    private readonly ConcurrentDictionary<(ContentDigest Digest, EnrolledPerson? Person), EnrolmentItem> _first = new();
    private readonly DetectionRequest _detection = new()
    {
        DetectionModel = DetectionModels.Detection03,
        RecognitionModel = ModelOf(group),
        Attributes = MeasuresQualityIn(group) ? [FaceAttribute.QualityForRecognition] : [],
    };

    private long _newestTraining = -1;

    private SemaphoreSlim Requests { get; } = new(throttle);

    /// <summary>Whether the group's model measures quality.</summary>
    public static bool MeasuresQualityIn(FacePersonGroup group) => DetectionModels.Misfit(DetectionModels.Detection03, ModelOf(group), false, [FaceAttribute.QualityForRecognition]) is null;

    /// <summary>Whether a face is there that was added after the training that began then.</summary>
    public bool HasFaceAfter(long training) => Interlocked.Read(ref _newestTraining) >= training;

    /// <summary>The person of this name, whatever its capitals; where several differ in nothing else, the one with the same.</summary>
    public EnrolledPerson PersonOf(string name)
    {
        if (!_named.TryGetValue(name, out EnrolledPerson? person))
        {
            FacePerson[] namesakes = [.. _existing[name]];
            FacePerson[] exact = Array.FindAll(namesakes, namesake => namesake.Name == name);
            _named[name] = person = (exact.Length > 0 ? exact : namesakes) switch
            {
                [] => Get(_new, name, new EnrolledPerson(name, null, ReadKnownAsync)),
                [var only] => Get(_old, only.PersonId, new EnrolledPerson(name, only, ReadKnownAsync)),
                var several => new EnrolledPerson(name, null, ReadKnownAsync) { Complaint = $"{several.Length} persons of {group.PersonGroupId} have the name '{name}': nobody can say who is meant. Get-AzFacePerson {group.PersonGroupId} shows them; rename or delete all but one (Set-AzFacePerson, Remove-AzFacePerson). One without faces may come from an import whose answer was lost." },
            };
        }

        return person;
    }

    /// <summary>Looks at a picture: at the file, at what earlier imports added, and only where it is new at the faces in it.</summary>
    /// <param name="item">The picture and its person.</param>
    /// <param name="mayDetect">Whether there are calls left for that: without, only what is known is said.</param>
    public async Task<PictureJudgement> JudgeAsync(EnrolmentItem item, bool mayDetect)
    {
        byte[] content = await item.Picture.ReadAllAsync(scope.Cancelled).ConfigureAwait(false);
        ContentDigest digest = ContentDigest.Of(content);
        EnrolmentItem first = _first.AddOrUpdate(KeyOf(item, digest), item, (_, other) => other.Number < item.Number ? other : item);
        if (first != item)
        {
            return new PictureJudgement(digest, null, null);
        }

        IReadOnlyDictionary<ContentDigest, Guid> known = await item.Person!.Known.ConfigureAwait(false);
        if (known.TryGetValue(digest, out Guid face))
        {
            return new PictureJudgement(digest, face, null);
        }

        if (item.Person!.IsFull)
        {
            return new PictureJudgement(digest, null, null);
        }

        if (!mayDetect)
        {
            throw CallCount.Spent();
        }

        var picture = PictureSource.FromBytes(content, item.Picture.Name);
        return new PictureJudgement(digest, null, await AskAsync(() => service.DetectAsync(picture, _detection, scope)).ConfigureAwait(false));
    }

    /// <summary>Says what to do with it.</summary>
    public EnrolmentVerdict Decide(EnrolmentItem item, PictureJudgement judged)
    {
        EnrolledPerson person = item.Person!;
        EnrolmentItem first = _first[KeyOf(item, judged.Digest)];
        if (first != item)
        {
            return first.Person == person
                ? new(FaceImportAction.Skipped, "Duplicate", $"It is the same picture as '{first.Picture.Name}'.")
                : new(FaceImportAction.NotAdded, "OtherPerson", $"It is the same picture as '{first.Picture.Name}', which is {first.Person!.Name}. Take it from one of them; where both are in it, say in a table's TargetFace who is where.");
        }

        if (judged.Known is not null)
        {
            return new(FaceImportAction.AlreadyThere);
        }

        if (person.IsFull)
        {
            return new(FaceImportAction.NotAdded, "PersonFull", FormattableString.Invariant($"A person takes {EnrolledPerson.MostFaces} faces."));
        }

        DetectedFace[] faces = [.. judged.Faces!.Where(face => item.Target is not { } target || Holds(target, face))];
        return faces switch
        {
            [] => new(FaceImportAction.NotAdded, "NoFace", item.Target is null ? "There is no face in it." : FormattableString.Invariant($"The middle of no face is in TargetFace; the picture has {judged.Faces!.Count}.")),
            [var face] when QualityOf(face) < minimum => new(FaceImportAction.NotAdded, "LowQuality", $"Its quality for recognition is {QualityOf(face)}, and -MinimumQuality is {minimum}. Sharp, well lit, from the front, and 200 x 200 pixels or more is High.", face),
            [var face] when person.TryCount(judged.Digest) => new(FaceImportAction.Added, Face: face),
            [_] => new(FaceImportAction.Skipped, "Duplicate", "The same picture is added to the person already."),
            _ => new(FaceImportAction.NotAdded, "SeveralFaces", FormattableString.Invariant($"There are {faces.Length} faces in it: say in a table's TargetFace which is meant, or crop it.")),
        };
    }

    /// <summary>Adds the face that was decided on, and makes the person first where it is new.</summary>
    public async Task<Guid> AddAsync(EnrolmentItem item, ContentDigest digest, DetectedFace face, long training)
    {
        EnrolledPerson person = item.Person!;
        await person.Turn.WaitAsync(scope.Cancelled).ConfigureAwait(false);
        try
        {
            byte[] content = await item.Picture.ReadAllAsync(scope.Cancelled).ConfigureAwait(false);
            if (ContentDigest.Of(content) != digest)
            {
                throw new FaceServiceException("FileChanged", $"'{item.Picture.Name}' was changed while it was imported. Import it again.", ErrorCategory.InvalidData, false);
            }

            Guid id = person.Id ??= await AddOnceAsync(() => groups.CreatePersonAsync(group.PersonGroupId, person.Name, item.Row.PersonUserData, scope), () => FindPersonAsync(person.Name)).ConfigureAwait(false);

            // The only face of a picture needs no target: the same model finds it again.
            int[]? target = item.Target is null ? null : [face.Left, face.Top, face.Width, face.Height];
            string origin = new FaceOrigin(digest, training, item.Row.UserData).ToString();
            var picture = PictureSource.FromBytes(content, item.Picture.Name);
            return await AddOnceAsync(() => groups.AddFaceAsync(group.PersonGroupId, id, picture, target, DetectionModels.Detection03, origin, scope), () => FindFaceAsync(id, origin)).ConfigureAwait(false);
        }
        finally
        {
            person.Turn.Release();
        }
    }

    /// <summary>Null where the group's model does not measure it.</summary>
    public static RecognitionQuality? QualityOf(DetectedFace? face) => Enum.TryParse(face?.QualityForRecognition, ignoreCase: true, out RecognitionQuality quality) ? quality : null;

    /// <summary>A group that does not say has the service's default.</summary>
    private static string ModelOf(FacePersonGroup group) => group.RecognitionModel ?? "recognition_01";

    private static EnrolledPerson Get<TKey>(Dictionary<TKey, EnrolledPerson> persons, TKey key, EnrolledPerson otherwise)
        where TKey : notnull => persons.TryGetValue(key, out EnrolledPerson? person) ? person : persons[key] = otherwise;

    /// <summary>A picture has one person; where the input says where its face is, it may have more.</summary>
    private static (ContentDigest Digest, EnrolledPerson? Person) KeyOf(EnrolmentItem item, ContentDigest digest) => (digest, item.Target is null ? null : item.Person);

    private static bool Holds(int[] target, DetectedFace face)
    {
        (int x, int y) = (face.Left + (face.Width / 2), face.Top + (face.Height / 2));
        return x >= target[0] && x < target[0] + target[2] && y >= target[1] && y < target[1] + target[3];
    }

    /// <summary>Reads what earlier imports added: a call a face.</summary>
    private async Task<IReadOnlyDictionary<ContentDigest, Guid>> ReadKnownAsync(EnrolledPerson person)
    {
        if (person.Faces.Count == 0)
        {
            return new Dictionary<ContentDigest, Guid>();
        }

        PersistedFace?[] faces = await Task.WhenAll(person.Faces.Select(face => ReadFaceAsync(person.Id!.Value, face))).ConfigureAwait(false);
        Dictionary<ContentDigest, Guid> known = [];
        foreach (PersistedFace face in faces.OfType<PersistedFace>())
        {
            if (FaceOrigin.Parse(face.UserData) is not { } origin)
            {
                continue;
            }

            if (!known.TryAdd(origin.Digest, face.PersistedFaceId))
            {
                scope.Log.Verbose($"{person.Name} has the same picture twice, as {known[origin.Digest]} and {face.PersistedFaceId}: Remove-AzFacePersonFace takes one away.");
            }

            long newest;
            while (origin.Training > (newest = Interlocked.Read(ref _newestTraining)))
            {
                Interlocked.CompareExchange(ref _newestTraining, origin.Training, newest);
            }
        }

        scope.Log.Verbose(FormattableString.Invariant($"{person.Name} has {person.Faces.Count} faces, {known.Count} of them from earlier imports."));
        return known;
    }

    private async Task<PersistedFace?> ReadFaceAsync(Guid person, Guid face)
    {
        try
        {
            return await AskAsync(() => groups.GetFaceAsync(group.PersonGroupId, person, face, scope)).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.ErrorCode == "PersistedFaceNotFound")
        {
            // Somebody has deleted it meanwhile.
            return null;
        }
    }

    /// <summary>Adds; where no answer comes, looks whether it was added before adding again.</summary>
    private async Task<Guid> AddOnceAsync(Func<Task<Guid>> add, Func<Task<Guid?>> find)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await AskAsync(add).ConfigureAwait(false);
            }
            catch (FaceServiceException e) when (e.ErrorCode == FaceServiceException.AnswerLost && attempt < MostAdditions)
            {
                if (await AskAsync(find).ConfigureAwait(false) is { } added)
                {
                    return added;
                }

                await Task.Delay(TimeSpan.FromSeconds(0.5 * attempt), scope.Cancelled).ConfigureAwait(false);
            }
        }
    }

    private async Task<Guid?> FindPersonAsync(string name)
    {
        List<FacePerson> persons = await CollectionLookup.AllAsync(after => groups.GetPersonPageAsync(group.PersonGroupId, after, scope), person => person.PersonId.ToString()).ConfigureAwait(false);
        return persons.Find(person => person.Name == name)?.PersonId;
    }

    private async Task<Guid?> FindFaceAsync(Guid person, string origin)
    {
        FacePerson now = await groups.GetPersonAsync(group.PersonGroupId, person, scope).ConfigureAwait(false);
        foreach (Guid face in now.PersistedFaceIds.Reverse())
        {
            if ((await groups.GetFaceAsync(group.PersonGroupId, person, face, scope).ConfigureAwait(false)).UserData == origin)
            {
                return face;
            }
        }

        return null;
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> request)
    {
        await Requests.WaitAsync(scope.Cancelled).ConfigureAwait(false);
        try
        {
            return await request().ConfigureAwait(false);
        }
        finally
        {
            Requests.Release();
        }
    }
}
