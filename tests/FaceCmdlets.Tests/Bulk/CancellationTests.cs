using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using FaceCmdlets.Tests.Credentials;
using FaceCmdlets.Tests.Module;
using FaceCmdlets.Tools;

namespace FaceCmdlets.Tests.Bulk;

/// <summary>
/// The service takes twenty seconds for an answer; nobody who goes away waits for it. How many milliseconds it really takes
/// is bench/Flow.ps1's to say: here a busy machine must not fail.
/// </summary>
public sealed class CancellationTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private readonly BulkFixture _bulk = new(40);

    public void Dispose() => _bulk.Dispose();

    [Fact]
    public void A_stopped_pipeline_ends_at_once()
    {
        _bulk.Start("--latency, 20000");
        long milliseconds = _bulk.Session.MillisecondsToStop($"Get-ChildItem '{_bulk.Folder}' | Invoke-AzFaceDetection", _ => _bulk.Counts().Requests > 0);
        Assert.InRange(milliseconds, 0, AtOnce.TotalMilliseconds);
    }

    [Fact]
    public void It_ends_at_once_while_it_waits_for_the_quota()
    {
        _bulk.Start("--quota, 2/m");
        long milliseconds = _bulk.Session.MillisecondsToStop($"Get-ChildItem '{_bulk.Folder}' | Invoke-AzFaceDetection", _ => _bulk.Counts().Throttled > 0);
        Assert.InRange(milliseconds, 0, AtOnce.TotalMilliseconds);
        Assert.InRange(_bulk.Counts().Requests, 1, 39);
    }

    [Theory]
    [InlineData("| Select-Object -First 1")]
    [InlineData("| ForEach-Object { throw 'downstream' }")]
    public void Who_has_enough_does_not_wait_for_what_is_in_flight(string downstream)
    {
        // The third picture is known to the checkpoint, and handed on when those before it are with the slow service.
        _bulk.Start();
        string journal = Path.Combine(_bulk.Folder, "journal");
        _bulk.Session.Run($"Invoke-AzFaceDetection '{_bulk.Pictures[2]}' -PerImage -CheckpointPath '{journal}'");
        _bulk.Start("--latency, 20000");
        _bulk.Session.Run($$"""
            function Wait-Request {
                process {
                    $client = [Net.Http.HttpClient]::new()
                    $client.DefaultRequestHeaders.Add('Ocp-Apim-Subscription-Key', '{{BulkFixture.Key}}')
                    while ($client.GetStringAsync('{{_bulk.Endpoint}}emulator/counts').Result -notmatch '"requests":[1-9]') { [Threading.Thread]::Sleep(20) }
                    $client.Dispose()
                    $global:First = $_.Path
                    $global:Since = [Diagnostics.Stopwatch]::StartNew()
                    $_
                }
            }
            """);
        _bulk.Run($"$pictures | Invoke-AzFaceDetection -PerImage -Unordered -CheckpointPath '{journal}' -PassThru | Wait-Request {downstream}");
        Assert.Equal(_bulk.Pictures[2], Assert.Single(_bulk.Session.Run("$First")).ToString());
        Assert.InRange((TimeSpan)Assert.Single(_bulk.Session.Run("$Since.Elapsed")).BaseObject, TimeSpan.Zero, AtOnce);
    }

    [Fact]
    public void A_closed_runspace_ends_at_once()
    {
        _bulk.Start("--latency, 20000");
        InitialSessionState state = InitialSessionState.CreateDefault2();
        StandardCmdlets.AddTo(state);
        Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{ModuleSession.Manifest}'; Connect-AzFace -Endpoint {_bulk.Endpoint} -Key {BulkFixture.Key}; Get-ChildItem '{_bulk.Folder}' | Invoke-AzFaceDetection");
        IAsyncResult running = shell.BeginInvoke();
        Eventually.Is(() => _bulk.Counts().Requests > 0);
        long start = Stopwatch.GetTimestamp();
        runspace.Close();
        Assert.ThrowsAny<RuntimeException>(() => shell.EndInvoke(running));
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, AtOnce);
    }

    [LinuxFact("What a process has open is counted in /proc.")]
    public void Nothing_is_left_open_behind_it()
    {
        _bulk.Start("--latency, 20000");
        string before = Path.GetTempPath();
        int files = Directory.GetFileSystemEntries(before).Length;
        Stop();
        int handles = Handles();
        for (int i = 0; i < 10; i++)
        {
            Stop();
        }

        // Four requests at least were in flight each time: a leak would be forty.
        Assert.InRange(Handles(), 0, handles + 25);
        Assert.InRange(Directory.GetFileSystemEntries(before).Length, 0, files + 5);

        void Stop()
        {
            int sent = _bulk.Counts().Requests;
            _bulk.Session.MillisecondsToStop($"Get-ChildItem '{_bulk.Folder}' | Invoke-AzFaceDetection", _ => _bulk.Counts().Requests >= sent + 4);
        }

        static int Handles()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(300);
            return Directory.GetFileSystemEntries("/proc/self/fd").Length;
        }
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_pictures()
    {
        _bulk.Start();
        Detect(300);
        long start = Memory();
        Detect(3000);
        // The bound is 50 MB over 20,000 pictures, which bench/Flow.ps1 measures.
        Assert.InRange(Memory() - start, long.MinValue, 50L << 20);

        void Detect(int pictures) => Assert.Equal(
            pictures,
            _bulk.Session.Run($"$n = 0; 1..{pictures} | ForEach-Object {{ '{_bulk.Pictures[0]}' }} | Invoke-AzFaceDetection -PerImage | ForEach-Object {{ $n++ }}; $n")[0].BaseObject);

        static long Memory()
        {
            GC.Collect();
            return Process.GetCurrentProcess().WorkingSet64;
        }
    }
}
