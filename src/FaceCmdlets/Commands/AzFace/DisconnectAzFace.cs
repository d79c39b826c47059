using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Forgets the session's connection and its secret.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "AzFace", DefaultParameterSetName = ByContext)]
public sealed class DisconnectAzFaceCommand : FaceCmdlet
{
    private const string ByContext = "Context";
    private const string ByName = "Name";
    private const string Every = "All";

    /// <summary>The connection to end instead of the session's.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = ByContext)]
    [FaceContextTransformation]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ValidateNotNull]
    public FaceContext? Context { get; set; }

    /// <summary>Names of connections to end; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Ends every connection of the session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Every)]
    public SwitchParameter All { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        FaceSession session = FaceSession.Current;
        switch (ParameterSetName)
        {
            case Every:
                End(session, session.Contexts);
                break;
            case ByName:
                foreach (string name in Name)
                {
                    IReadOnlyList<FaceContext> matching = session.Matching(name);
                    if (matching.Count == 0 && NamePattern.Of(name) is null)
                    {
                        WriteError(NoSuchContext(name));
                    }

                    End(session, matching);
                }

                break;
            default:
                if ((Context ?? session.Context) is { } context)
                {
                    End(session, [context]);
                }
                else
                {
                    WriteVerbose("There was no connection.");
                }

                break;
        }
    }

    private void End(FaceSession session, IReadOnlyList<FaceContext> contexts)
    {
        foreach (FaceContext context in contexts)
        {
            context.Dispose();
            session.Forget(context);
            WriteVerbose($"Disconnected from {context.Endpoint}.");
        }
    }
}
