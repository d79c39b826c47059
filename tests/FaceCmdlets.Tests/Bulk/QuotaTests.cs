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
    public void One_call_and_one_picture_are_said_as_one()
    {
        using var bulk = new BulkFixture(2);
        bulk.Start();
        string said = bulk.Run("$null = $pictures | Invoke-AzFaceDetection -MaxCalls 1 -WarningVariable warnings 3>$null; \"$warnings\"").Output[^1].ToString();
        Assert.StartsWith($"-MaxCalls 1 is reached: 1 call was made, and 1 picture was not sent: '{bulk.Pictures[1]}'. ", said, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("Compare-AzFace -Reference '{0}'", 6, 2, 5)]
    [InlineData("Compare-AzFace -Reference '{0}'", 7, 3, 7)]
    [InlineData("Compare-AzFace -Reference $reference", 6, 3, 6)]
    [InlineData("Compare-AzFace -PersonGroup crew -Person Eileen", 7, 2, 6)]
    [InlineData("Find-AzFaceSimilar -FaceList wall", 8, 2, 6)]
    [InlineData("Find-AzFaceSimilar -Reference '{0}'", 6, 4, 6)]
    [InlineData("Find-AzFaceSimilar -Reference $reference", 6, 5, 6)]
    public void A_budget_counts_every_call_and_the_first_faces_are_finished(string command, int calls, int results, int requests)
    {
        string astronaut = ModuleSession.Sample("astronaut.png");
        StartCrew("--jitter, 30");
        int before = Counts().Requests;
        string[] said = Said($"1..20 | ForEach-Object {{ '{astronaut}' }} | {string.Format(System.Globalization.CultureInfo.InvariantCulture, command, astronaut)} -MaxCalls {calls} -WarningVariable warnings 3>$null; \"$warnings\"");
        Assert.Equal(results, said.Length - 1);
        Assert.Equal(requests, Counts().Requests - before);
        Assert.Contains($"{requests - (command.StartsWith("Find-AzFaceSimilar -R", StringComparison.Ordinal) ? 1 : 0)} calls were made, and ", said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_with_faces_that_were_found_is_asked_for_as_far_as_the_budget_goes()
    {
        StartCrew("");
        _session.Run($"1..2 | ForEach-Object {{ Add-AzFaceListFace wall '{ModuleSession.Sample("astronaut.png")}' -UserData Eileen | Out-Null }}; Start-AzFaceTraining -FaceList wall | Wait-AzFaceTraining | Out-Null");
        int before = Counts().Requests;
        string[] said = Said("$reference | Find-AzFaceSimilar -FaceList wall -MaxCalls 4 -WarningVariable warnings 3>$null | ForEach-Object { \"[$($_.UserData)]\" }; \"$warnings\"");
        Assert.Equal(["[Eileen]", "[Eileen]", "[]"], said[..^1]);
        Assert.Contains("the UserData of 1 faces was not asked for", said[^1], StringComparison.Ordinal);
        Assert.Equal(4, Counts().Requests - before);
    }

    [Fact]
    public void A_face_with_an_id_takes_only_the_question()
    {
        StartCrew("");
        int before = Counts().Requests;
        Assert.Equal(6, Said("1..20 | ForEach-Object { $reference } | Compare-AzFace -Reference $reference -MaxCalls 6 -WarningAction SilentlyContinue").Length);
        Assert.Equal(6, Counts().Requests - before);
    }

    [Theory]
    [InlineData("'{0}'", 4, 1)]
    [InlineData("'{0}'", 9, 3)]
    [InlineData("$reference", 3, 1)]
    [InlineData("(Invoke-AzFaceDetection '{0}' -ReturnFaceId)", 4, 2)]
    public void Whom_a_budget_lets_identify_has_a_name_and_one_warning_says_what_is_left(string face, int calls, int named)
    {
        StartCrew("");
        string one = string.Format(System.Globalization.CultureInfo.InvariantCulture, face, ModuleSession.Sample("astronaut.png"));
        _session.Run($"$faces = 1..20 | ForEach-Object {{ {one} }}");
        int before = Counts().Requests;
        string[] said = Said($"$faces | Resolve-AzFaceIdentity crew -MaxCalls {calls} -WarningVariable warnings 3>$null | ForEach-Object Name; $warnings.Count; \"$warnings\"");
        Assert.InRange(Counts().Requests - before, 1, calls);
        Assert.InRange(said.Length - 2, named, 20);
        Assert.All(said[..^2], name => Assert.Equal("Eileen", name));
        if (face != "$reference")
        {
            Assert.Equal("1", said[^2]);
            Assert.DoesNotContain("names were not", said[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_order_a_slow_picture_holds_nobody_up_and_all_come()
    {
        Start("--jitter, 150", "");
        Assert.Equal(40, Detect(40, "-Unordered").Output.Count);
    }

    /// <summary>A trained group crew with Eileen, a trained list wall with her face, and $reference: her face with an id.</summary>
    private void StartCrew(string faults)
    {
        string astronaut = ModuleSession.Sample("astronaut.png");
        _session.Run($"""
            $e = Start-AzFaceEmulator -Key local-key-0123456789{(faults.Length > 0 ? $" -ArgumentList {faults}" : string.Empty)}; Connect-AzFace $e.Endpoint local-key-0123456789
            New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew Eileen | Out-Null; Add-AzFacePersonFace crew Eileen '{astronaut}' | Out-Null
            Start-AzFaceTraining crew | Wait-AzFaceTraining | Out-Null
            New-AzFaceList wall | Out-Null; Add-AzFaceListFace wall '{astronaut}' -UserData Eileen | Out-Null
            Start-AzFaceTraining -FaceList wall | Wait-AzFaceTraining | Out-Null
            $reference = Invoke-AzFaceDetection '{astronaut}' -ReturnFaceId
            """);
    }

    private string[] Said(string script) => [.. _session.Run(script).Select(item => item?.ToString() ?? string.Empty)];

    private void Start(string faults, string connect) =>
        _session.Run($"$e = Start-AzFaceEmulator -Key local-key-0123456789 -ArgumentList {faults}; Connect-AzFace -Endpoint $e.Endpoint -Key local-key-0123456789 {connect}");

    private (IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors) Detect(int pictures, string arguments) =>
        _session.RunWithErrors($"1..{pictures} | ForEach-Object {{ '{Picture}' }} | Invoke-AzFaceDetection -PerImage {arguments}");

    private EmulatorCounts Counts() => EmulatorCounts.Of(_session.Run("$e.Endpoint.AbsoluteUri")[0].ToString());
}
