using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>Refusals of the service, as exceptions.</summary>
public sealed class ErrorTests
{
    private const string NotApproved = """{"error":{"code":"InvalidRequest","message":"Invalid request has been sent.","innererror":{"code":"UnsupportedFeature","message":"Feature is not supported, missing approval for one or more of the following features: Identification,Verification."}}}""";

    [Fact]
    public async Task The_telling_code_of_a_gated_feature_is_in_the_data()
    {
        RequestFailedException refused = await Assert.ThrowsAsync<RequestFailedException>(() => Client(NotApproved, 403).VerifyFaceToFaceAsync(Guid.NewGuid(), Guid.NewGuid()));
        Assert.Equal((403, "InvalidRequest", "UnsupportedFeature"), (refused.Status, refused.ErrorCode, refused.Data["innererror.code"]));
        Assert.StartsWith("Feature is not supported", (string)refused.Data["innererror.message"]!, StringComparison.Ordinal);
        Assert.Contains("UnsupportedFeature", refused.Message, StringComparison.Ordinal);
        Assert.Contains("UnsupportedFeature", refused.GetRawResponse()!.Content.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_refusal_has_its_code_and_message()
    {
        RequestFailedException refused = Assert.Throws<RequestFailedException>(() => List("""{"error":{"code":"LargeFaceListNotFound","message":"Large face list is not found."}}""", 404).GetLargeFaceList());
        Assert.Equal((404, "LargeFaceListNotFound"), (refused.Status, refused.ErrorCode));
        Assert.StartsWith("Large face list is not found.", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.Data.Contains("innererror.code"));
    }

    [Theory]
    [InlineData("<html>proxy</html>", 502)]
    [InlineData("", 500)]
    [InlineData("""{"error":"a text"}""", 400)]
    [InlineData("[]", 400)]
    [InlineData("", 302)]
    public void An_error_of_another_shape_is_one_too(string body, int status)
    {
        RequestFailedException refused = Assert.Throws<RequestFailedException>(() => List(body, status).Delete());
        Assert.Equal((status, null), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_context_can_ask_for_the_refusal_as_an_answer()
    {
        var context = new RequestContext { ErrorOptions = ErrorOptions.NoThrow };
        LargeFaceListClient list = List(NotApproved, 403);
        Assert.Equal(403, list.Delete(context).Status);
        Response answer = await list.GetFaceAsync(Guid.NewGuid(), context);
        Assert.True(answer.IsError);
        Operation training = await list.TrainAsync(WaitUntil.Completed, context);
        Assert.Equal((true, 403), (training.HasCompleted, training.GetRawResponse().Status));
    }

    [Fact]
    public async Task A_cancelled_call_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => List("{}", 200).GetLargeFaceListAsync(null, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => List("{}", 200).DeleteAsync(new RequestContext { CancellationToken = cancelled.Token }));
        Assert.ThrowsAny<OperationCanceledException>(() => List("{}", 200).Delete(new RequestContext { CancellationToken = cancelled.Token }));
    }

    [Fact]
    public void Nothing_is_sent_for_what_cannot_be()
    {
        RecordedService service = RecordedService.Answering("{}");
        var client = new Azure.AI.Vision.Face.FaceClient(RecordedService.Endpoint, RecordedService.Key, service.Options());
        Assert.Throws<ArgumentNullException>(() => client.Group((IEnumerable<Guid>)null!));
        Assert.Throws<ArgumentNullException>(() => client.Group((RequestContent)null!));
        Assert.Throws<ArgumentException>(() => client.IdentifyFromLargePersonGroup([Guid.NewGuid()], string.Empty));
        Assert.Throws<ArgumentNullException>(() => client.Detect((BinaryData)null!, FaceDetectionModel.Detection03, FaceRecognitionModel.Recognition04, false));
        Assert.Throws<ArgumentNullException>(() => new Azure.AI.Vision.Face.FaceClient(RecordedService.Endpoint, (AzureKeyCredential)null!));
        Assert.Throws<ArgumentNullException>(() => new Azure.AI.Vision.Face.FaceClient(null!, RecordedService.Key));
        Assert.Empty(service.Requests);
    }

    private static Azure.AI.Vision.Face.FaceClient Client(string body, int status) => new(RecordedService.Endpoint, RecordedService.Key, RecordedService.Answering(body, status).Options());

    private static LargeFaceListClient List(string body, int status) => new(RecordedService.Endpoint, RecordedService.Key, "l", RecordedService.Answering(body, status).Options());
}
