using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace FaceCmdlets;

/// <summary>What a runspace remembers: its connections by name, and which of them is meant where none is.</summary>
internal sealed class FaceSession
{
    /// <summary>So many liveness sessions are kept in mind, for Tab.</summary>
    private const int MostLivenessSessions = 100;

    private static readonly ConditionalWeakTable<Runspace, FaceSession> Sessions = [];
    private static readonly FaceSession NoRunspace = new();

    private readonly List<FaceLivenessSession> _livenessSessions = [];
    private readonly Dictionary<string, FaceContext> _contexts = new(StringComparer.OrdinalIgnoreCase);

    private FaceSession()
    {
    }

    /// <summary>The session of the runspace that this thread works for.</summary>
    public static FaceSession Current => Runspace.DefaultRunspace is { } runspace ? Sessions.GetValue(runspace, _ => new FaceSession()) : NoRunspace;

    /// <summary>The one that is meant where none is given.</summary>
    public FaceContext? Context { get; private set; }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<FaceContext> Contexts => [.. _contexts.Values.OrderBy(context => context.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The liveness sessions that were made or looked at here, newest first.</summary>
    public IEnumerable<FaceLivenessSession> LivenessSessions => _livenessSessions;

    /// <summary>Keeps the session in mind, without its token.</summary>
    public void Remember(FaceLivenessSession session)
    {
        ForgetLivenessSession(session.SessionId);
        _livenessSessions.Insert(0, session with { Token = null });
        if (_livenessSessions.Count > MostLivenessSessions)
        {
            _livenessSessions.RemoveAt(MostLivenessSessions);
        }
    }

    public void ForgetLivenessSession(string id) => _livenessSessions.RemoveAll(session => session.SessionId.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says that there is none of this name, and which one may be meant.</summary>
    public static string NoSuchContext(string name)
    {
        string meant = NearName.Of(name, Current.Contexts.Select(context => context.Name)) is { } near ? $" Did you mean '{near}'?" : string.Empty;
        return $"This session has no connection named '{name}'.{meant} Get-AzFaceContext -ListAvailable shows those it has.";
    }

    /// <summary>Remembers it under its name, and means it from now on. One of the same name is forgotten, but not ended: somebody may hold it.</summary>
    public void Select(FaceContext context)
    {
        _contexts[context.Name] = context;
        Context = context;
    }

    /// <summary>The one of this name, whatever its capitals; null where there is none.</summary>
    public FaceContext? Named(string name) => _contexts.GetValueOrDefault(name);

    /// <summary>The one of this name; else, where it is a pattern, those that match. A name from an endpoint may hold what a pattern reads otherwise: [::1].</summary>
    public IReadOnlyList<FaceContext> Matching(string name) => Named(name) is { } exact ? [exact]
        : NamePattern.Of(name) is { } pattern ? [.. Contexts.Where(context => pattern.IsMatch(context.Name))]
        : [];

    public void Forget(FaceContext context)
    {
        if (_contexts.TryGetValue(context.Name, out FaceContext? known) && ReferenceEquals(known, context))
        {
            _contexts.Remove(context.Name);
        }

        if (ReferenceEquals(Context, context))
        {
            Context = null;
        }
    }
}
