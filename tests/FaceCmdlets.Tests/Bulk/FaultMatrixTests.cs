using System.Management.Automation;

namespace FaceCmdlets.Tests.Bulk;

/// <summary>Each fault against each way of working: results and errors together are the inputs, each once, each in its order.</summary>
public sealed class FaultMatrixTests
{
    private const int Pictures = 24;

    private static readonly string[] Faults =
    [
        "",
        "--latency, 30, --jitter, 60",
        "--quota, 40/s",
        "--quota, 40/s, --no-retry-after",
        "--error-rate, 0.2, --error-status, '500,502,503,504,408'",
        "--error-rate, 0.3, --error-status, '400,404,500'",
        "--reset-rate, 0.2",
        "--truncate-rate, 0.2",
        "--malformed-rate, 0.2",
        "--body-delay, 40, --truncate-rate, 0.1",
        "--latency, 5, --jitter, 20, --quota, 60/s, --error-rate, 0.05, --reset-rate, 0.05, --truncate-rate, 0.05, --malformed-rate, 0.05, --seed, 7",
    ];

    private static readonly (string Name, string Command, bool Ordered)[] Ways =
    [
        ("in order", "$pictures | Invoke-AzFaceDetection -PerImage", true),
        ("without order", "$pictures | Invoke-AzFaceDetection -PerImage -Unordered -ThrottleLimit 20", false),
        ("one list", "Invoke-AzFaceDetection -LiteralPath $pictures -PerImage -ThrottleLimit 3", true),
        ("with a checkpoint", "$pictures | Invoke-AzFaceDetection -PerImage -CheckpointPath \"$([IO.Path]::GetDirectoryName($pictures[0]))/journal\"", true),
        ("as a job", "$job = $pictures | Invoke-AzFaceDetection -PerImage -AsJob; $job.Finished.WaitOne() | Out-Null; $job", true),
        ("as photos", "$pictures | Test-AzFacePhoto", true),
        // No face is found in these pictures: each one is an error, in its order.
        ("compared", "$pictures | Compare-AzFace 8d0c8e0b-0a5e-4a60-a8ae-1f6e7a0f2d11", true),
    ];

    public static TheoryData<string> Cells => [.. Ways.Select(way => way.Name)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Nothing_is_lost_and_nothing_comes_twice(string name)
    {
        (_, string command, bool ordered) = Ways.Single(way => way.Name == name);
        using var bulk = new BulkFixture(Pictures);
        File.WriteAllText(bulk.Pictures[5], "no picture at all, but long enough to be sent".PadRight(2000));
        File.WriteAllBytes(bulk.Pictures[11], []);
        foreach (string faults in Faults)
        {
            File.Delete(Path.Combine(bulk.Folder, "journal"));
            bulk.Start(faults);
            (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = bulk.Run(command);
            if (output is [{ BaseObject: Job job }])
            {
                (output, errors) = ([.. job.Output], [.. job.Error]);
            }

            string[] done = [.. output.Select(image => (string)image.Properties["Path"].Value)];
            string[] failed = [.. errors.Select(error => (string)error.TargetObject)];
            Assert.Equal(bulk.Pictures, done.Concat(failed).Order(StringComparer.Ordinal));
            Assert.Contains(bulk.Pictures[5], failed);
            Assert.Contains(bulk.Pictures[11], failed);
            if (ordered)
            {
                Assert.Equal(done.Order(StringComparer.Ordinal), done);
                Assert.Equal(failed.Order(StringComparer.Ordinal), failed);
            }
        }
    }
}
