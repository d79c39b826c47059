using Azure;
using Azure.AI.Vision.Face;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>Training as an operation that can be waited for.</summary>
public sealed class TrainingTests
{
    private const string Own = "https://contoso.cognitiveservices.azure.com/face/v1.2/largepersongroups/staff/training?run=7";

    [Fact]
    public async Task Training_is_asked_for_at_the_address_that_the_service_gave_until_it_is_done()
    {
        RecordedService service = Started(Own).Then(Status("notStarted")).Then(Status("running")).Then(Status("succeeded"));
        Operation training = await Group(service).TrainAsync(WaitUntil.Started);
        Assert.False(training.HasCompleted);
        Assert.Equal((202, "staff"), (training.GetRawResponse().Status, training.Id));
        await training.WaitForCompletionResponseAsync(TimeSpan.FromMilliseconds(1));
        Assert.True(training.HasCompleted);
        Assert.Equal(["POST /face/v1.2/largepersongroups/staff/train", .. Enumerable.Repeat("GET /face/v1.2/largepersongroups/staff/training?run=7", 3)], service.Requests.Select(request => request.Line));
        Assert.Contains("succeeded", training.GetRawResponse().Content.ToString(), StringComparison.Ordinal);
        await training.UpdateStatusAsync();
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task Training_can_be_waited_for_at_once()
    {
        RecordedService service = Started(Own).Then(Status("succeeded"));
        Assert.True((await Group(service).TrainAsync(WaitUntil.Completed)).HasCompleted);
        Assert.True(new LargeFaceListClient(RecordedService.Endpoint, RecordedService.Key, "l", Started(null).Then(Status("succeeded")).Options()).Train(WaitUntil.Completed).HasCompleted);
    }

    [Fact]
    public async Task A_failed_training_throws_its_message_each_time()
    {
        RecordedService service = Started(Own).Then(Status("failed", "No face in the person group."));
        Operation training = Group(service).Train(WaitUntil.Started);
        RequestFailedException failed = await Assert.ThrowsAsync<RequestFailedException>(async () => await training.WaitForCompletionResponseAsync());
        Assert.Equal((200, "TrainingFailed"), (failed.Status, failed.ErrorCode));
        Assert.StartsWith("The training of 'staff' failed: No face in the person group.", failed.Message, StringComparison.Ordinal);
        Assert.True(training.HasCompleted);
        Assert.Same(failed, Assert.Throws<RequestFailedException>(() => training.UpdateStatus()));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        RecordedService service = Started(Own).Then(Status("running"));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Operation training = Group(service).Train(WaitUntil.Started);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await training.WaitForCompletionResponseAsync(TimeSpan.FromMilliseconds(10), cancel.Token));
        Assert.False(training.HasCompleted);
        using var before = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Group(Started(Own).Then(Status("running"))).TrainAsync(WaitUntil.Completed, new RequestContext { CancellationToken = before.Token }));
    }

    [Theory]
    [InlineData("https://elsewhere.example/face/v1.2/largepersongroups/staff/training")]
    [InlineData("http://contoso.cognitiveservices.azure.com/face/v1.2/largepersongroups/staff/training")]
    [InlineData("https://contoso.cognitiveservices.azure.com:444/face/v1.2/largepersongroups/staff/training")]
    [InlineData(null)]
    public void The_key_goes_to_no_other_server(string? location)
    {
        RecordedService service = Started(location).Then(Status("succeeded"));
        Group(service).Train(WaitUntil.Started).UpdateStatus();
        Assert.Equal("GET /face/v1.2/largepersongroups/staff/training", service.LastLine);
    }

    [Fact]
    public void A_relative_address_is_one_of_the_resource()
    {
        RecordedService service = Started("/face/v1.2/operations/9").Then(Status("succeeded"));
        Group(service).Train(WaitUntil.Started).UpdateStatus();
        Assert.Equal("GET /face/v1.2/operations/9", service.LastLine);
    }

    [Fact]
    public async Task An_answer_that_says_nothing_ends_the_wait()
    {
        Operation training = Group(Started(Own).Then("{}")).Train(WaitUntil.Started);
        RequestFailedException failed = await Assert.ThrowsAsync<RequestFailedException>(async () => await training.WaitForCompletionResponseAsync());
        Assert.Equal("InvalidAnswer", failed.ErrorCode);
    }

    [Fact]
    public void A_refusal_on_the_way_does_not_end_the_training()
    {
        RecordedService service = Started(Own).Then("""{"error":{"code":"429","message":"Rate limit is exceeded."}}""", 429).Then(Status("succeeded"));
        Operation training = Group(service).Train(WaitUntil.Started);
        Assert.Equal(429, Assert.Throws<RequestFailedException>(() => training.UpdateStatus()).Status);
        Assert.False(training.HasCompleted);
        training.UpdateStatus();
        Assert.True(training.HasCompleted);
    }

    private static LargePersonGroupClient Group(RecordedService service) => new(RecordedService.Endpoint, RecordedService.Key, "staff", service.Options());

    private static RecordedService Started(string? location) => new RecordedService().Then(string.Empty, 202, location);

    private static string Status(string status, string? message = null) =>
        $$"""{"status":"{{status}}","createdDateTime":"2024-03-05T11:07:58.371Z","lastActionDateTime":"2024-03-05T11:07:58.371Z","lastSuccessfulTrainingDateTime":"2024-03-05T11:07:58.371Z","message":{{(message is null ? "null" : "\"" + message + "\"")}}}""";
}
