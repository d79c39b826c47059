using System.Management.Automation;

namespace FaceCmdlets.Tests.Bulk;

public sealed class ProgressTests : IDisposable
{
    private readonly BulkFixture _bulk = new(25);

    public void Dispose() => _bulk.Dispose();

    [Fact]
    public void A_list_bound_as_one_array_has_a_percentage_and_the_time_left()
    {
        _bulk.Start("--latency, 300");
        IReadOnlyList<ProgressRecord> progress = _bulk.Session.Progress($"Invoke-AzFaceDetection -Path '{_bulk.Folder}/*.bmp' -ThrottleLimit 5");
        Assert.Contains(progress, record => record.PercentComplete is > 0 and < 100 && record.SecondsRemaining >= 0);
        Assert.Contains(progress, record => record.StatusDescription.Contains("of 25 pictures done, 0 failed", StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Fact]
    public void A_pipeline_of_unknown_length_has_neither()
    {
        _bulk.Start("--latency, 300");
        IReadOnlyList<ProgressRecord> progress = _bulk.Session.Progress($"Get-ChildItem '{_bulk.Folder}' | Invoke-AzFaceDetection -ThrottleLimit 5");
        Assert.NotEmpty(progress);
        Assert.All(progress, record => Assert.Equal(-1, record.PercentComplete));
    }

    [Fact]
    public void It_says_that_it_waits_for_the_quota()
    {
        _bulk.Start("--quota, 8/s");
        IReadOnlyList<ProgressRecord> progress = _bulk.Session.Progress($"Get-ChildItem '{_bulk.Folder}' | Invoke-AzFaceDetection");
        Assert.Contains(progress, record => record.StatusDescription.Contains("for the quota", StringComparison.Ordinal));
    }

    [Fact]
    public void The_budget_counts_the_calls_of_earlier_runs()
    {
        _bulk.Start();
        string command = $"$pictures | Invoke-AzFaceDetection -PerImage -CheckpointPath '{_bulk.Folder}/journal' -WarningVariable warnings -WarningAction SilentlyContinue";
        Assert.Equal(10, _bulk.Run($"{command} -MaxCalls 10").Output.Count);
        (IReadOnlyList<PSObject> output, _) = _bulk.Run($"{command} -MaxCalls 10; \"$warnings\"");
        Assert.Contains("10 of them by earlier runs", Assert.Single(output).ToString(), StringComparison.Ordinal);
        Assert.Equal(5, _bulk.Run($"{command} -MaxCalls 15").Output.Count);
        Assert.Equal(10, _bulk.Run(command).Output.Count);
        Assert.Equal(25, _bulk.Counts().Requests);
    }
}
