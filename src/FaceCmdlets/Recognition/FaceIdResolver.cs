using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>Finds the id of a face that was given somehow; a picture is sent to the service for it.</summary>
internal sealed class FaceIdResolver(PSCmdlet cmdlet, IFaceService service, string recognitionModel, bool noPreparation)
{
    /// <summary>So many face ids are named in a message.</summary>
    private const int MostNamed = 3;

    /// <summary>What Invoke-AzFaceDetection detects with where it is not told otherwise.</summary>
    private const string DefaultModel = "recognition_04";

    private DetectionRequest _request = new()
    {
        DetectionModel = DetectionModels.Detection03,
        RecognitionModel = recognitionModel,
        ReturnFaceId = true,
    };

    private string? _collection;

    /// <summary>What gives faces ids that can be asked about here.</summary>
    private string IdArguments => IsOurs(DefaultModel) ? "-ReturnFaceId" : $"-ReturnFaceId -RecognitionModel {_request.RecognitionModel}";

    /// <summary>Detects pictures with this model from now on.</summary>
    /// <param name="model">The model.</param>
    /// <param name="collection">The collection whose model it is, so that no other face can be asked about; null where it is none's.</param>
    public void DetectWith(string model, string? collection) => (_request, _collection) = (_request with { RecognitionModel = model }, collection);

    /// <summary>The face of a reference that has an id; null where that has expired or is of another model than the collection's, as far as it is known here: an error says so, and no call is spent.</summary>
    public KnownFace? Known(FaceReference reference)
    {
        SetTarget(reference);
        if (reference.FaceIdExpires is not { } end || end > DateTimeOffset.Now)
        {
            if (_collection is null || reference.RecognitionModel is not { } model || IsOurs(model))
            {
                return new(reference.Id!.Value, reference.Path, reference.FaceNumber, reference.Rectangle, reference.FaceIdExpires, IsNew: false);
            }

            string detect = DetectAgain([reference.Path]);
            Fail("RecognitionModelMismatch", $"The face id of '{reference}' is of {model}, and '{_collection}' keeps faces of {_request.RecognitionModel}. Detect the picture again with that: {detect}", ErrorCategory.InvalidArgument, reference, detect);
            return null;
        }

        Fail("FaceIdExpired", FormattableString.Invariant($"The face id of '{reference}' expired at {end:yyyy-MM-dd HH:mm:ss}. Detect the picture again with Invoke-AzFaceDetection -ReturnFaceId; -FaceIdTimeToLive says for how long, 24 hours at most."), ErrorCategory.InvalidOperation, reference, DetectAgain([reference.Path]));
        return null;
    }

    /// <summary>Begins to find it. Paths are resolved on the pipeline's thread, so this must be called there; null where an error was written.</summary>
    /// <param name="reference">The face.</param>
    /// <param name="forEach">The command that takes each of several by the pipeline; null where one face is wanted and no more.</param>
    public Func<RequestScope, Task<KnownFace>>? Begin(FaceReference reference, string? forEach)
    {
        if (reference.IsContent)
        {
            RefuseContent(reference, forEach);
            return null;
        }

        if (reference.Id is not null)
        {
            return Known(reference) is { } known ? _ => Task.FromResult(known) : null;
        }

        if (reference.IsFace)
        {
            SetTarget(reference);
            string face = reference.FaceNumber is { } number ? FormattableString.Invariant($"Face {number}") : "The face";
            Fail("FaceIdMissing", $"{face} of '{reference.Path}' has no id. Detect it again with Invoke-AzFaceDetection -ReturnFaceId, or give the path of the picture.", ErrorCategory.InvalidArgument, reference, DetectAgain([reference.Path]));
            return null;
        }

        if (PictureFiles.IsAddress(reference.Path!))
        {
            string address = PictureAddress.WithoutSignature(reference.Path!), detect = $"{DetectAgain([address])} | {forEach ?? "Select-Object -First 1"}";
            reference.Target = address;
            Fail("PathNotFound", $"'{address}' is an address: detect it first, and give its face here: {detect}", ErrorCategory.ObjectNotFound, reference, detect);
            return null;
        }

        if (PictureFiles.One(cmdlet, reference.Path!, forEach) is not { } picture)
        {
            return null;
        }

        reference.Target = picture.Target;
        picture.NoPreparation = noPreparation;
        return async scope =>
        {
            IReadOnlyList<DetectedFace> faces = await service.DetectAsync(picture, _request, scope).ConfigureAwait(false);
            if (faces.Count == 0)
            {
                throw new FaceServiceException("NoFaceDetected", $"No face was found in '{picture.Name}': it needs one of 36 x 36 pixels or more that looks at the camera. Test-AzFacePhoto says what else is wrong with a picture.", ErrorCategory.ObjectNotFound, false, next: $"Test-AzFacePhoto {NextCommand.Quoted(picture.Name)}");
            }

            if (faces.Count > 1)
            {
                scope.Log.Verbose($"'{picture.Name}' has {faces.Count} faces: the largest is taken.");
            }

            DetectedFace face = faces[0];
            return new KnownFace(face.FaceId!.Value, face.Path, face.FaceNumber, new(face.Left, face.Top, face.Width, face.Height), face.FaceIdExpires, IsNew: true);
        };
    }

    /// <summary>Whether it is the model that pictures are detected with here.</summary>
    public bool IsOurs(string model) => model.Equals(_request.RecognitionModel, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says what to do where the service has refused faces of different models.</summary>
    /// <param name="e">What it said.</param>
    /// <param name="path">The picture that the error is about; null where that is not known.</param>
    public FaceServiceException ExplainModels(FaceServiceException e, string? path)
    {
        if (_collection is null)
        {
            const string Again = "Invoke-AzFaceDetection PICTURE -ReturnFaceId -RecognitionModel MODEL";
            return e.With($"All faces of a question need the same -RecognitionModel. Detect the others again: {Again}", Again);
        }

        string next = DetectAgain([path]);
        return e.With($"'{_collection}' keeps faces of {_request.RecognitionModel}, and this face id is of another model. Detect the picture again: {next}", next);
    }

    /// <summary>
    /// Says which of a question's faces the service does not know (any more). Its answer does not tell; but it is none whose id it has only just given,
    /// and hardly one whose end is known and yet to come.
    /// </summary>
    /// <returns>The error, and the face where only one can be meant.</returns>
    public (FaceServiceException Error, KnownFace? Missing) Explain(FaceServiceException e, IReadOnlyList<KnownFace> asked)
    {
        KnownFace[] suspects = [.. asked.Where(face => !face.IsNew).DistinctBy(face => face.Id)];
        if (suspects.Length == 0)
        {
            suspects = [.. asked];
        }

        DateTimeOffset now = DateTimeOffset.Now;
        KnownFace[] likeliest = [.. suspects.Where(face => face.Expires is not { } end || end <= now)];
        bool some = likeliest.Length > 0 && likeliest.Length < suspects.Length;
        string which = suspects switch
        {
            [var one] => $"The face id {Named([one])} has expired or is unknown here",
            [var one, var other] => $"One of the face ids {Named([one])} and {Named([other])} has expired or is unknown here",
            _ => FormattableString.Invariant($"One or more of {suspects.Length} face ids have expired or are unknown here{(some ? string.Empty : ": " + Named(suspects))}"),
        };
        if (some)
        {
            which += $", likeliest {Named(likeliest)}: the end of the rest is known, and yet to come";
            suspects = likeliest;
        }

        // One question cannot tell which: a question each does.
        string find = asked.Count > 2 && suspects.Length > 1 ? " To find out which, hold each against any picture of a face: FACES | Compare-AzFace PICTURE has an error for each that is gone." : string.Empty;
        string message = $"{which}.{find} A face id lives 24 hours, or as long as -FaceIdTimeToLive said, and only at the resource that gave it. Detect the picture again with -ReturnFaceId.";
        string next = DetectAgain(suspects.Length > MostNamed ? [] : suspects.Select(face => face.Path));
        return (new(e.ErrorCode, message, e.Category, e.EndsPipeline, e.Status, e.RequestId, e, next), !some && suspects is [var only] ? only : null);
    }

    private static string Named(KnownFace[] faces) =>
        string.Join(", ", faces.Take(MostNamed).Select(face => face.Path is null ? face.Id.ToString() : $"{face.Id} of '{face.Path}'")) + (faces.Length > MostNamed ? " …" : string.Empty);

    /// <summary>The command that gives the faces of these pictures new ids.</summary>
    private string DetectAgain(IEnumerable<string?> paths)
    {
        string[] known = [.. paths.OfType<string>().Where(path => path.Length > 0 && !path.StartsWith("InputObject[", StringComparison.Ordinal)).Distinct()];
        string pictures = known.Length == 0 ? "PICTURE" : string.Join(", ", known.Select(NextCommand.Quoted));
        bool addresses = known.Length > 0 && Array.TrueForAll(known, PictureFiles.IsAddress);
        return $"Invoke-AzFaceDetection {(addresses ? "-Uri " : string.Empty)}{pictures} {IdArguments}";
    }

    private void RefuseContent(FaceReference reference, string? forEach)
    {
        string next = $"Invoke-AzFaceDetection -InputObject BYTES {IdArguments} | {forEach ?? "Select-Object -First 1"}";
        ErrorRecord error = FaceCmdlet.NewError(new InvalidOperationException($"A picture in memory is detected first, and its face given here: {next}"), "PictureInMemory", ErrorCategory.InvalidArgument, reference.Target, next);
        if (reference.Original is byte)
        {
            // The pipeline took the picture apart: the other bytes are no better.
            cmdlet.ThrowTerminatingError(error);
        }

        cmdlet.WriteError(error);
    }

    /// <summary>Errors point at full paths, whatever the row of a table has.</summary>
    private void SetTarget(FaceReference reference)
    {
        if (reference.Path is { } path && PictureFiles.FullName(cmdlet, path) is { } full && File.Exists(full))
        {
            reference.Target = full;
        }
    }

    private void Fail(string id, string message, ErrorCategory category, FaceReference reference, string next) =>
        cmdlet.WriteError(FaceCmdlet.NewError(new InvalidOperationException(message), id, category, reference.Target, next));
}
