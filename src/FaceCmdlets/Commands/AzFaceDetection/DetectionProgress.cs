using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Tells the host how far it has come, at most five times a second.</summary>
internal sealed class DetectionProgress(Action<ProgressRecord> write, int total)
{
    private const int ActivityId = 7301;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last = Stopwatch.GetTimestamp();
    private int _done;
    private int _failed;
    private bool _shown;

    private double Rate => _done / Math.Max(0.001, Stopwatch.GetElapsedTime(_start).TotalSeconds);

    public void CountFailed() => _failed++;

    public void Report(string current, int waiting)
    {
        _done++;
        if (Stopwatch.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        _last = Stopwatch.GetTimestamp();
        _shown = true;
        var record = new ProgressRecord(ActivityId, "Detecting faces", FormattableString.Invariant($"{_done} pictures done, {_failed} failed, {waiting} in flight, {Rate:0.0} a second")) { CurrentOperation = current };
        if (total > 0)
        {
            record.PercentComplete = Math.Min(100, 100 * _done / total);
            record.SecondsRemaining = (int)Math.Max(0, (total - _done) / Rate);
        }

        write(record);
    }

    public void Complete()
    {
        if (_shown)
        {
            write(new ProgressRecord(ActivityId, "Detecting faces", "done") { RecordType = ProgressRecordType.Completed });
        }
    }

    public string Summary(CallCount calls) => FormattableString.Invariant(
        $"{_done} pictures, {_failed} of them failed, in {Stopwatch.GetElapsedTime(_start).TotalSeconds:0.0} s ({Rate:0.0} a second); {calls.Made} calls, {calls.Throttled} of them refused for the rate.");
}
