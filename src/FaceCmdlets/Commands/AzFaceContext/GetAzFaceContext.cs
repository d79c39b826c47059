using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Shows the session's connections: endpoint, kind of credential and API version, never the secret.</summary>
[Cmdlet(VerbsCommon.Get, "AzFaceContext", DefaultParameterSetName = TheCurrent)]
[OutputType(typeof(FaceContext))]
public sealed class GetAzFaceContextCommand : FaceCmdlet
{
    private const string TheCurrent = "Current";
    private const string ByName = "Name";
    private const string Every = "ListAvailable";

    /// <summary>Names of connections; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Shows every connection of the session, not only the one that is used where no -Context is given.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Every)]
    public SwitchParameter ListAvailable { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        FaceSession session = FaceSession.Current;
        switch (ParameterSetName)
        {
            case ByName:
                foreach (string name in Name)
                {
                    WriteMatching(session, name);
                }

                break;
            case Every:
                WriteObject(session.Contexts, enumerateCollection: true);
                break;
            default:
                if (session.Context is { } context)
                {
                    WriteObject(context);
                }
                else
                {
                    WriteVerbose("There is no connection. Connect-AzFace makes one.");
                }

                break;
        }
    }

    private void WriteMatching(FaceSession session, string name)
    {
        IReadOnlyList<FaceContext> matching = session.Matching(name);
        if (matching.Count == 0 && NamePattern.Of(name) is null)
        {
            WriteError(NoSuchContext(name));
        }

        WriteObject(matching, enumerateCollection: true);
    }
}
