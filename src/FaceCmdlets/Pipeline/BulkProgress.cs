using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Tells the host how far a command has come, at most five times a second: done, failed, rate, what it waits for, time left.</summary>
internal sealed class BulkProgress(Action<ProgressRecord> write, string activity, string noun)
{
    private const int ActivityId = 7301;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>A shorter wait is the rate's ordinary rhythm.</summary>
    private static readonly TimeSpan WorthSaying = TimeSpan.FromSeconds(0.5);

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last = Stopwatch.GetTimestamp();
    private string? _current;
    private int _done;
    private int _failed;
    private bool _shown;

    /// <summary>How many there will be; 0 where that is not known.</summary>
    public int Total { get; set; }

    private double Rate => _done / Math.Max(0.001, Stopwatch.GetElapsedTime(_start).TotalSeconds);

    public void CountFailed() => _failed++;

    public void CountDone(string name)
    {
        _done++;
        _current = name;
    }

    public void Show(int inFlight, TimeSpan waitingForQuota)
    {
        if (Stopwatch.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        _last = Stopwatch.GetTimestamp();
        _shown = true;
        string waits = waitingForQuota > WorthSaying ? FormattableString.Invariant($", waiting {Math.Ceiling(waitingForQuota.TotalSeconds):0} s for the quota") : string.Empty;
        string of = Total > 0 ? FormattableString.Invariant($" of {Total}") : string.Empty;
        var record = new ProgressRecord(ActivityId, activity, FormattableString.Invariant($"{_done}{of} {noun} done, {_failed} failed, {inFlight} in flight, {Rate:0.0} a second{waits}"));
        if (_current is not null)
        {
            record.CurrentOperation = _current;
        }

        if (Total > 0)
        {
            record.PercentComplete = (int)Math.Min(100, 100L * _done / Total);
            record.SecondsRemaining = _done > 0 ? (int)Math.Max(0, (Total - _done) / Rate) : -1;
        }

        write(record);
    }

    public void Complete()
    {
        if (_shown)
        {
            _shown = false;
            write(new ProgressRecord(ActivityId, activity, "done") { RecordType = ProgressRecordType.Completed });
        }
    }

    public string Summary(CallCount calls) => FormattableString.Invariant(
        $"{_done} {noun}, {_failed} of them failed, in {Stopwatch.GetElapsedTime(_start).TotalSeconds:0.0} s ({Rate:0.0} a second); {calls.Made} calls, {calls.Throttled} of them refused for the rate.");
}
