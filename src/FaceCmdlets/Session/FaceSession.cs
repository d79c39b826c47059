using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace FaceCmdlets;

/// <summary>What a runspace remembers: its default connection.</summary>
internal sealed class FaceSession
{
    private static readonly ConditionalWeakTable<Runspace, FaceSession> Sessions = [];
    private static readonly FaceSession NoRunspace = new();

    private FaceSession()
    {
    }

    /// <summary>The session of the runspace that this thread works for.</summary>
    public static FaceSession Current => Runspace.DefaultRunspace is { } runspace ? Sessions.GetValue(runspace, _ => new FaceSession()) : NoRunspace;

    public FaceContext? Context { get; set; }
}
