using System.Diagnostics;
using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Bulk;

/// <summary>Many pictures against a service that has a quota, or trouble. Results plus errors are the inputs, in order.</summary>
public sealed class QuotaTests : IDisposable
{
    private static readonly string Picture = ModuleSession.Sample("coffee.png");
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [Theory]
    [InlineData("-Tier S0", "")]
    [InlineData("", "-RequestsPerSecond 10")]
    public void A_rate_that_is_known_is_kept(string connect, string detect)
    {
        Start("--quota, 20/s", connect);
        long start = Stopwatch.GetTimestamp();
        Assert.Equal(60, Detect(60, detect).Output.Count);
        // Ten go at once and fifty at ten a second; a busy machine only adds to it.
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(4.9), $"{Stopwatch.GetElapsedTime(start)}");
        // However late they come: in a second no more than the ten that were in flight and the ten that went in it.
        Assert.Equal(0, Counts().Throttled);
    }

    [Fact]
    public void A_rate_that_has_to_be_found_out_costs_few_refusals()
    {
        Start("--quota, 10/s", "");
        Assert.Equal(60, Detect(60, "").Output.Count);
        // All ten in flight may be refused when it is hit. Those that heed nothing but their own Retry-After are refused 50 times.
        Assert.InRange(Counts().Throttled, 0, 25);
    }

    [Fact]
    public void A_refusal_without_a_header_is_understood_by_its_message()
    {
        Start("--quota, 5/s, --no-retry-after", "");
        Assert.Equal(20, Detect(20, "").Output.Count);
    }

    [Theory]
    [InlineData("--error-rate, 0.2")]
    [InlineData("--reset-rate, 0.2")]
    [InlineData("--truncate-rate, 0.2")]
    [InlineData("--malformed-rate, 0.2")]
    [InlineData("--error-rate, 0.05, --reset-rate, 0.05, --truncate-rate, 0.05, --malformed-rate, 0.05, --jitter, 20, --quota, 100/s")]
    public void Nothing_is_lost_when_things_go_wrong(string faults)
    {
        Start(faults, "");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = Detect(40, "-ThrottleLimit 20");
        Assert.Empty(errors);
        Assert.Equal(40, output.Count);
        Assert.All(output, image => Assert.Equal(0, image.Properties["FaceCount"].Value));
    }

    [Fact]
    public void What_fails_in_the_end_is_an_error_with_its_picture_and_the_rest_goes_on()
    {
        Start("--error-rate, 1, --error-status, 500", "");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = Detect(3, "");
        Assert.Empty(output);
        Assert.Equal(3, errors.Count);
        Assert.All(errors, error => Assert.Equal(Picture, error.TargetObject));
    }

    [Fact]
    public void A_budget_of_calls_is_kept_and_what_is_left_is_said()
    {
        Start("--error-rate, 0.2", "");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = Detect(50, "-MaxCalls 20 -WarningVariable warnings; \"$warnings\"");
        Assert.Empty(errors);
        Assert.Equal(20, Counts().Requests);
        int sent = output.Count - 1;
        Assert.Contains($"20 calls were made, and {50 - sent} pictures were not sent", output[^1].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public void A_budget_goes_to_the_first_in_the_order_of_the_input(int calls)
    {
        using var bulk = new BulkFixture(30);
        bulk.Start("--jitter, 50");
        (IReadOnlyList<PSObject> output, _) = bulk.Run($"$pictures | Invoke-AzFaceDetection -PerImage -MaxCalls {calls} -WarningAction SilentlyContinue");
        Assert.Equal(bulk.Pictures.Take(calls), output.Select(image => (string)image.Properties["Path"].Value));
        Assert.Equal(calls, bulk.Counts().Requests);
    }

    [Theory]
    [InlineData("", "-CheckpointPath FILE")]
    [InlineData("-CheckpointPath '{0}/ck'", "goes on with them")]
    public void What_a_budget_leaves_is_named(string checkpoint, string goesOn)
    {
        using var bulk = new BulkFixture(5);
        bulk.Start();
        string[] said = [.. bulk.Run($"$pictures | Invoke-AzFaceDetection -PerImage -MaxCalls 3 -Verbose -WarningVariable warnings {string.Format(System.Globalization.CultureInfo.InvariantCulture, checkpoint, bulk.Folder)} 3>$null 4>&1; \"$warnings\"").Output.Select(item => item.ToString())];
        Assert.Equal(bulk.Pictures[3..], said.Where(line => line.StartsWith("Not sent", StringComparison.Ordinal)).Select(line => line.Split(": ")[^1]));
        Assert.Contains($"2 pictures were not sent, the first of them '{bulk.Pictures[3]}'", said[^1], StringComparison.Ordinal);
        Assert.Contains(goesOn, said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_budget_ends_before_the_question_a_warning_says_so()
    {
        _session.Run("$e = Start-AzFaceEmulator -Key local-key-0123456789; Connect-AzFace $e.Endpoint local-key-0123456789");
        IReadOnlyList<PSObject> said = _session.Run($"New-AzFacePersonGroup crew | Out-Null; Resolve-AzFaceIdentity crew (Invoke-AzFaceDetection '{ModuleSession.Sample("astronaut.png")}' -ReturnFaceId) -MaxCalls 1 -WarningVariable warnings 3>$null; \"$warnings\"");
        Assert.Contains("of 1 faces nobody was asked", Assert.Single(said).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resolve-AzFaceIdentity crew -MaxCalls 4", 1)]
    [InlineData("Group-AzFace -MaxCalls 3", 2)]
    [InlineData("Find-AzFaceSimilar -Reference $reference -MaxCalls 3", 2)]
    public void A_budget_keeps_a_call_back_for_the_question_that_the_pictures_are_detected_for(string command, int least)
    {
        string astronaut = ModuleSession.Sample("astronaut.png");
        _session.Run($"""
            $e = Start-AzFaceEmulator -Key local-key-0123456789; Connect-AzFace $e.Endpoint local-key-0123456789
            New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew Eileen | Out-Null; Add-AzFacePersonFace crew Eileen '{astronaut}' | Out-Null
            Start-AzFaceTraining crew | Wait-AzFaceTraining | Out-Null
            $reference = Invoke-AzFaceDetection '{astronaut}' -ReturnFaceId
            """);
        IReadOnlyList<PSObject> found = _session.Run($"'{astronaut}', '{astronaut}', '{astronaut}', '{astronaut}' | {command} -WarningAction SilentlyContinue");
        Assert.InRange(found.Count, least, 3);
    }

    [Fact]
    public void Without_order_a_slow_picture_holds_nobody_up_and_all_come()
    {
        Start("--jitter, 150", "");
        Assert.Equal(40, Detect(40, "-Unordered").Output.Count);
    }

    private void Start(string faults, string connect) =>
        _session.Run($"$e = Start-AzFaceEmulator -Key local-key-0123456789 -ArgumentList {faults}; Connect-AzFace -Endpoint $e.Endpoint -Key local-key-0123456789 {connect}");

    private (IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors) Detect(int pictures, string arguments) =>
        _session.RunWithErrors($"1..{pictures} | ForEach-Object {{ '{Picture}' }} | Invoke-AzFaceDetection -PerImage {arguments}");

    private EmulatorCounts Counts() => EmulatorCounts.Of(_session.Run("$e.Endpoint.AbsoluteUri")[0].ToString());
}
