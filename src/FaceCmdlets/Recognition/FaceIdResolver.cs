using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>A face id, and the face behind it where that is known.</summary>
internal sealed record KnownFace(Guid Id, DetectedFace? Face)
{
    public string? Path => Face?.Path;
}

/// <summary>Finds the id of a face that was given somehow; a picture is sent to the service for it.</summary>
internal sealed class FaceIdResolver(PSCmdlet cmdlet, IFaceService service, string recognitionModel, bool noPreparation)
{
    private readonly DetectionRequest _request = new()
    {
        DetectionModel = DetectionModels.Detection03,
        RecognitionModel = recognitionModel,
        ReturnFaceId = true,
    };

    /// <summary>Whether the face's id still lives, as far as that is known here; where not, an error says so, and no call is spent.</summary>
    public bool IsAlive(FaceReference reference)
    {
        if (reference.Face?.FaceIdExpires is not { } end || end > DateTimeOffset.Now)
        {
            return true;
        }

        cmdlet.WriteError(FaceCmdlet.NewError(new InvalidOperationException(FormattableString.Invariant($"The face id of '{reference.Face.Path}' expired at {end:yyyy-MM-dd HH:mm:ss}. Detect the picture again with Invoke-AzFaceDetection -ReturnFaceId; -FaceIdTimeToLive says for how long, 24 hours at most.")), "FaceIdExpired", ErrorCategory.InvalidOperation, reference.Face.Path, DetectAgain(reference.Face.Path)));
        return false;
    }

    private static string DetectAgain(string? path) => $"Invoke-AzFaceDetection {(path is null ? "PICTURE" : NextCommand.Quoted(path))} -ReturnFaceId";

    /// <summary>Begins to find it. Paths are resolved on the pipeline's thread, so this must be called there; null where an error was written.</summary>
    public Func<RequestScope, Task<KnownFace>>? Begin(FaceReference reference)
    {
        if (reference.Id is { } id)
        {
            return IsAlive(reference) ? _ => Task.FromResult(new KnownFace(id, reference.Face)) : null;
        }

        if (reference.Face is not null)
        {
            cmdlet.WriteError(FaceCmdlet.NewError(new InvalidOperationException($"The face of '{reference.Face.Path}' has no id. Detect it again with Invoke-AzFaceDetection -ReturnFaceId, or give the path of the picture."), "FaceIdMissing", ErrorCategory.InvalidArgument, reference.Face.Path, DetectAgain(reference.Face.Path)));
            return null;
        }

        PictureSource[] pictures = [.. PictureFiles.Resolve(cmdlet, reference.Path!, wildcards: false)];
        if (pictures is not [var picture])
        {
            return null;
        }

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

            return new KnownFace(faces[0].FaceId!.Value, faces[0]);
        };
    }
}
