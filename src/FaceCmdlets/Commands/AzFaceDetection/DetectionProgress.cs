using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Tells the host how far it has come, at most five times a second.</summary>
internal sealed class DetectionProgress(Action<ProgressRecord> write)
{
    private const int ActivityId = 7301;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last = Stopwatch.GetTimestamp();
    private int _done;
    private bool _shown;

    public void Report(string current, int waiting)
    {
        _done++;
        if (Stopwatch.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        _last = Stopwatch.GetTimestamp();
        _shown = true;
        double rate = _done / Stopwatch.GetElapsedTime(_start).TotalSeconds;
        write(new ProgressRecord(ActivityId, "Detecting faces", FormattableString.Invariant($"{_done} pictures done, {waiting} in flight, {rate:0.0} a second")) { CurrentOperation = current });
    }

    public void Complete()
    {
        if (_shown)
        {
            write(new ProgressRecord(ActivityId, "Detecting faces", "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
