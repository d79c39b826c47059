using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet that works with face ids, and detects pictures where it is given pictures.</summary>
public abstract class RecognitionCmdlet : BulkCmdlet
{
    /// <summary>The network for pictures that are detected here; all faces of a question need the same. Where it is left out, that of the group, list or reference; else recognition_04, the newest.</summary>
    [Parameter]
    [ValidateSet("recognition_01", "recognition_02", "recognition_03", "recognition_04")]
    public string RecognitionModel { get; set; } = "recognition_04";

    /// <summary>Sends pictures as they are, whatever the service may say to that.</summary>
    [Parameter]
    public SwitchParameter NoPreparation { get; set; }

    private protected FaceIdResolver Resolver { get; private set; } = null!;

    private protected IRecognitionService Recognition => Connection.Service.Recognition;

    /// <inheritdoc />
    protected override void BeginProcessing() => Resolver = new FaceIdResolver(this, Connection.Service, RecognitionModel, NoPreparation);

    private bool IsModelGiven => MyInvocation.BoundParameters.ContainsKey(nameof(RecognitionModel));

    private protected override FaceServiceException Advise(FaceServiceException e, object? target) =>
        IsModelMismatch(e) ? Resolver.ExplainModels(e, target as string) : base.Advise(e, target);

    /// <summary>This command as it takes faces by the pipeline, for advice.</summary>
    private protected abstract string ForEach { get; }

    /// <summary>Finds the id of the one face that all others are held against; ends the pipeline where there is none.</summary>
    /// <param name="reference">The face.</param>
    /// <param name="scope">What counts the call that a picture takes.</param>
    private protected KnownFace ResolveReference(FaceReference reference, RequestScope scope)
    {
        if (Resolver.Begin(reference, forEach: null) is not { } find)
        {
            Stop("ReferenceMissing", $"'{reference}' is no usable reference: see the error before this one.", ErrorCategory.InvalidArgument, reference.Path is { } path ? PictureFiles.FullName(this, path) ?? path : reference.Target);
            return null!;
        }

        if (!IsModelGiven && reference.RecognitionModel is { } model)
        {
            Resolver.DetectWith(model, collection: null);
        }

        return Ask(find(scope), reference.Target);
    }

    /// <summary>Has pictures detected with the model of the collection that is asked about; ends the command where -RecognitionModel says another.</summary>
    /// <param name="collection">The collection, as it was given.</param>
    /// <param name="model">Its model; null where the service does not say.</param>
    private protected void DetectFor(string collection, string? model)
    {
        if (model is null)
        {
            return;
        }

        if (IsModelGiven && !Resolver.IsOurs(model))
        {
            string next = $"{ForEach} PICTURE";
            Stop("RecognitionModelMismatch", $"'{collection}' keeps faces of {model}, and -RecognitionModel says {RecognitionModel}. Leave it out, and pictures are detected with {model}: {next}", ErrorCategory.InvalidArgument, RecognitionModel, next);
        }

        Resolver.DetectWith(model, collection);
    }

    /// <summary>Calls until the id of a face is known.</summary>
    private protected static int CallsToFind(FaceReference face) => face.Id is null ? 1 : 0;

    /// <summary>Runs the one question of a command; an error ends the pipeline.</summary>
    /// <param name="question">The question.</param>
    /// <param name="target">What an error points at.</param>
    /// <param name="asked">The faces that it is about, where the service may no longer know one of them.</param>
    private protected T Ask<T>(Task<T> question, object? target, IReadOnlyList<KnownFace>? asked = null)
    {
        try
        {
            return Wait(question);
        }
        catch (FaceServiceException e)
        {
            (FaceServiceException told, KnownFace? missing) = asked is not null && IsFaceNotFound(e) ? Resolver.Explain(e, asked) : (e, null);
            ThrowTerminatingError(ToErrorRecord(told, missing is null ? target : TargetOf(missing)));
            throw;
        }
    }

    /// <summary>Whether a face id is of another model than what it is held against.</summary>
    private protected static bool IsModelMismatch(FaceServiceException e) => e.ErrorCode == "BadArgument" && e.Message.Contains("recognitionModel", StringComparison.Ordinal);

    private protected static bool IsFaceNotFound(FaceServiceException e) => e.ErrorCode == "FaceNotFound";

    /// <summary>What an error about a face points at.</summary>
    private protected static object TargetOf(KnownFace face) => face.Path ?? (object)face.Id;
}
