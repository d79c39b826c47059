using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet that works with face ids, and detects pictures where it is given pictures.</summary>
public abstract class RecognitionCmdlet : BulkCmdlet
{
    /// <summary>The network for pictures that are detected here; all faces of a question need the same. recognition_04 is the newest and the default.</summary>
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

    /// <summary>Finds the id of the one face that all others are held against; ends the pipeline where there is none.</summary>
    private protected KnownFace ResolveReference(FaceReference reference)
    {
        if (Resolver.Begin(reference) is not { } find)
        {
            Stop("ReferenceMissing", $"'{reference}' is no usable reference: see the error before this one.", ErrorCategory.InvalidArgument, reference.Original);
            return null!;
        }

        return Ask(find(Unlimited), reference.Original);
    }

    /// <summary>Runs the one question of a command; an error ends the pipeline.</summary>
    private protected T Ask<T>(Task<T> question, object? target)
    {
        try
        {
            return Wait(question);
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, target));
            throw;
        }
    }
}
