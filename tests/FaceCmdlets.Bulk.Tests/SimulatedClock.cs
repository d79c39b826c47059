namespace FaceCmdlets.Bulk.Tests;

/// <summary>A clock that goes only when told to; its ticks are microseconds.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    public const long Second = 1_000_000;

    public long Now { get; set; } = Second;

    public override long TimestampFrequency => Second;

    public override long GetTimestamp() => Now;
}
