namespace FaceCmdlets.Service;

/// <summary>One call that the limiter let go.</summary>
internal sealed class QuotaTicket(long issued)
{
    private long _departed;

    /// <summary>When the limiter let it go.</summary>
    public long Issued { get; } = issued;

    /// <summary>When its first byte went, once the connection stood; 0 before that. The service's clock starts hereabouts, not at <see cref="Issued"/>.</summary>
    public long Departed => Volatile.Read(ref _departed);

    public void Depart(long now) => Interlocked.CompareExchange(ref _departed, now, 0);
}
