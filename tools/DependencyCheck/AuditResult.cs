namespace FaceCmdlets.DependencyCheck;

/// <summary>What an audit came to: findings, perhaps none; or nobody knows; or it went wrong, which must not pass for either.</summary>
internal sealed record AuditResult
{
    private AuditResult(IReadOnlyList<Vulnerability> found, string? notLookedUp, string? failure)
    {
        Found = found;
        NotLookedUp = notLookedUp;
        Failure = failure;
    }

    public IReadOnlyList<Vulnerability> Found { get; }

    /// <summary>Why the registry cannot say; else null.</summary>
    public string? NotLookedUp { get; }

    /// <summary>What went wrong here; else null.</summary>
    public string? Failure { get; }

    public static AuditResult Of(IReadOnlyList<Vulnerability> found) => new(found, null, null);

    public static AuditResult Unknown(string why) => new([], why, null);

    public static AuditResult Failed(string what) => new([], null, what);
}
