using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Tests.Bulk;

/// <summary>-AsJob, and several runspaces on one connection.</summary>
public sealed class JobTests : IDisposable
{
    private readonly BulkFixture _bulk = new(30);

    public void Dispose() => _bulk.Dispose();

    [Fact]
    public void A_job_does_the_work_with_the_parameters_and_the_connection_given()
    {
        _bulk.Start();
        Job job = Start("-PerImage -Attribute Blur -ThrottleLimit 4 -Verbose");
        Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(60)));
        Assert.Equal(JobState.Completed, job.JobStateInfo.State);
        Assert.Empty(job.Error);
        Assert.Equal(_bulk.Pictures, job.Output.Select(image => (string)image.Properties["Path"].Value));
        Assert.Contains(job.Verbose, record => record.Message.Contains("30 pictures", StringComparison.Ordinal));
        Assert.Equal("AzFaceJob", job.PSJobTypeName);
    }

    [Fact]
    public void A_job_tells_its_own_pipeline_and_nothing_else_of_its_line()
    {
        _bulk.Start();
        string pipeline = $"Get-ChildItem '{_bulk.Folder}' | Invoke-AzFaceDetection -AsJob";
        var job = (Job)_bulk.Session.Run($"$other = 'a-secret'; $job = {pipeline}; $null = 'another'; $job")[0].BaseObject;
        Assert.Equal(pipeline, job.Command);
        Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void A_stopped_job_is_stopped_and_keeps_what_was_done()
    {
        _bulk.Start("--latency, 20000");
        Job job = Start("");
        Eventually.Is(() => _bulk.Counts().Requests > 0);
        long start = Stopwatch.GetTimestamp();
        job.StopJob();
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(10)));
        Assert.Equal(JobState.Stopped, job.JobStateInfo.State);
    }

    [Fact]
    public void What_ends_a_pipeline_fails_a_job()
    {
        _bulk.Start();
        _bulk.Session.Run($"Connect-AzFace -Endpoint {_bulk.Endpoint} -Key a-wrong-key");
        Job job = Start("");
        Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(60)));
        Assert.Equal(JobState.Failed, job.JobStateInfo.State);
        Assert.StartsWith("InvalidKey", Assert.Single(job.Error).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_addresses_and_files_go_to_a_job_alike()
    {
        _bulk.Start();
        string astronaut = Module.ModuleSession.Sample("astronaut.png");
        var job = (Job)_bulk.Session.Run($"& {{ '{astronaut}'; , [IO.File]::ReadAllBytes('{astronaut}'); Get-ChildItem '{astronaut}' }} | Invoke-AzFaceDetection -AsJob")[0].BaseObject;
        Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(60)));
        Assert.Empty(job.Error);
        Assert.Equal([astronaut, "InputObject[0]", astronaut], job.Output.Select(face => (string)face.Properties["Path"].Value));
    }

    [Fact]
    public void Bytes_wait_until_the_job_has_room_for_them()
    {
        _bulk.Start("--latency, 20000");
        _bulk.Session.Run($"$bytes = [IO.File]::ReadAllBytes('{Module.ModuleSession.Sample("coffee.png")}'); $read = @{{ Count = 0 }}");
        var read = (System.Collections.Hashtable)_bulk.Session.Run("$read")[0].BaseObject;
        _bulk.Session.MillisecondsToStop(
            "1..500 | ForEach-Object { $read.Count++; , $bytes } | Invoke-AzFaceDetection -AsJob -ThrottleLimit 1",
            _ => (int)read["Count"]! > 32 && _bulk.Counts().Requests > 0);
        Assert.InRange((int)read["Count"]!, 33, 60);
    }

    [Fact]
    public void More_bytes_than_wait_at_a_time_are_all_done()
    {
        _bulk.Start();
        var job = (Job)_bulk.Session.Run($"$bytes = [IO.File]::ReadAllBytes('{Module.ModuleSession.Sample("coffee.png")}'); 1..100 | ForEach-Object {{ , $bytes }} | Invoke-AzFaceDetection -AsJob -PerImage")[0].BaseObject;
        Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(60)));
        Assert.Equal(100, job.Output.Count);
    }

    [Fact]
    public void A_job_whose_input_fails_does_not_wait_for_more()
    {
        _bulk.Start();
        Assert.Single(_bulk.Session.RunWithErrors($"& {{ '{Module.ModuleSession.Sample("astronaut.png")}'; throw 'no more' }} | Invoke-AzFaceDetection -AsJob").Errors);
        var job = (Job)_bulk.Session.Run("Get-Job")[0].BaseObject;
        Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Without_a_connection_there_is_no_job()
    {
        _bulk.Session.Run("Disconnect-AzFace");
        Assert.StartsWith("NotConnected,", _bulk.Session.Fails("'x.jpg' | Invoke-AzFaceDetection -AsJob").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Runspaces_with_one_connection_share_its_quota()
    {
        _bulk.Start(connect: "-Tier S0");
        long start = Stopwatch.GetTimestamp();
        Job[] jobs = [.. Enumerable.Range(0, 5).Select(_ => Start("-PerImage"))];
        foreach (Job job in jobs)
        {
            Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(120)));
            Assert.Empty(job.Error);
            Assert.Equal(_bulk.Pictures, job.Output.Select(image => (string)image.Properties["Path"].Value));
        }

        // 150 calls at ten a second. Five jobs that each kept to that by themselves would be done after three seconds; a busy machine only adds to it.
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(13), $"{Stopwatch.GetElapsedTime(start)}");
    }

    private Job Start(string arguments) =>
        (Job)_bulk.Session.Run($"Get-ChildItem '{_bulk.Folder}' -Filter *.bmp | Sort-Object Name | Invoke-AzFaceDetection -AsJob {arguments}")[0].BaseObject;
}
