using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on a liveness session that is there already.</summary>
public abstract class LivenessSessionCmdlet : ConnectedCmdlet
{
    private const string NotFound = "SessionNotFound";

    /// <summary>The session's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SessionIdTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LivenessSessionCompleter))]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>What the session finds out. Without it, both kinds are tried.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ConvertedTransformation(typeof(FaceLivenessKind))]
    public FaceLivenessKind? Kind { get; set; }

    private protected ILivenessService Liveness => Connection.Service.Liveness;

    /// <summary>Asks about the session as what it is said to be, or else as one kind and then the other.</summary>
    private protected async Task<T> AsEitherKindAsync<T>(Func<FaceLivenessKind, Task<T>> ask)
    {
        if (Kind is { } known)
        {
            return await ask(known).ConfigureAwait(false);
        }

        try
        {
            return await ask(FaceLivenessKind.Liveness).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.ErrorCode == NotFound)
        {
            return await ask(FaceLivenessKind.LivenessWithVerify).ConfigureAwait(false);
        }
    }
}
