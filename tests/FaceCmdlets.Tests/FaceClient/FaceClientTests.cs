using System.Net;
using System.Text;
using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>The client alone, over a transport that answers from memory.</summary>
public sealed class FaceClientTests
{
    private static readonly BinaryData Picture = BinaryData.FromBytes([1, 2, 3]);
    private static readonly Uri Endpoint = new("https://contoso.cognitiveservices.azure.com/face/v1.0/?x=1");

    [Fact]
    public async Task A_face_is_read_with_all_its_attributes()
    {
        var answer = new Answer(HttpStatusCode.OK, """
            [{"faceId":"c5c24a82-6845-4031-9d5d-978df9175426","recognitionModel":"recognition_04","faceRectangle":{"top":1,"left":2,"width":3,"height":4},
              "faceLandmarks":{"pupilLeft":{"x":412.7,"y":78.4}},
              "faceAttributes":{"glasses":"sunglasses","headPose":{"pitch":1.5,"roll":2.1,"yaw":3},"occlusion":{"foreheadOccluded":true,"eyeOccluded":false,"mouthOccluded":false},
              "accessories":[{"type":"headwear","confidence":0.99}],"blur":{"blurLevel":"high","value":0.8},"mask":{"type":"faceMask","noseAndMouthCovered":true},
              "hair":{"bald":0.1,"invisible":false,"hairColor":[{"color":"brown","confidence":1}]},"qualityForRecognition":"high","somethingNew":{"x":1}}}]
            """);
        FaceDetectionResult face = Assert.Single((await answer.Client().DetectAsync(Picture, FaceDetectionModel.Detection01, FaceRecognitionModel.Recognition04, true, [FaceAttributeType.HeadPose, FaceAttributeType.Detection01.Blur], true, true, 60)).Value);
        Assert.Equal((1, 2, 3, 4), (face.FaceRectangle.Top, face.FaceRectangle.Left, face.FaceRectangle.Width, face.FaceRectangle.Height));
        Assert.Equal(412.7f, face.FaceLandmarks!.PupilLeft.X);
        Assert.Equal(GlassesType.Sunglasses, face.FaceAttributes!.Glasses);
        Assert.Equal(AccessoryType.Headwear, Assert.Single(face.FaceAttributes.Accessories!).Type);
        Assert.Equal(HairColorType.Brown, Assert.Single(face.FaceAttributes.Hair!.HairColor).Color);
        Assert.Equal(QualityForRecognition.High, face.FaceAttributes.QualityForRecognition);
        Assert.True(face.FaceAttributes.Mask!.NoseAndMouthCovered);
        Assert.Equal("https://contoso.cognitiveservices.azure.com/face/v1.2/detect?detectionModel=detection_01&recognitionModel=recognition_04&returnFaceId=true&returnFaceAttributes=headPose%2Cblur&returnFaceLandmarks=true&returnRecognitionModel=true&faceIdTimeToLive=60", answer.Request!.RequestUri!.AbsoluteUri);
        Assert.Equal("the-key", Assert.Single(answer.Request.Headers.GetValues("Ocp-Apim-Subscription-Key")));
    }

    [Fact]
    public void An_address_is_sent_as_json_and_any_success_is_one()
    {
        var answer = new Answer((HttpStatusCode)299, "[]");
        Assert.Empty(answer.Client().Detect(new Uri("https://example.org/ä \".jpg"), FaceDetectionModel.Detection03, FaceRecognitionModel.Recognition04, false).Value);
        Assert.Equal("""{"url":"https://example.org/%C3%A4%20%22.jpg"}""", answer.Body);
    }

    [Fact]
    public void A_refusal_is_thrown_with_its_status_and_code()
    {
        var answer = new Answer(HttpStatusCode.BadRequest, """{"error":{"code":"InvalidImageSize","message":"Image size is too small."}}""");
        RequestFailedException failure = Assert.Throws<RequestFailedException>(() => answer.Client().Detect(Picture, FaceDetectionModel.Detection03, FaceRecognitionModel.Recognition04, false));
        Assert.Equal((400, "InvalidImageSize"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public void A_token_goes_with_its_scope_into_the_header()
    {
        var answer = new Answer(HttpStatusCode.OK, "[]");
        var credential = new FakeCredential();
        new Azure.AI.Vision.Face.FaceClient(Endpoint, credential, answer.Options()).Detect(Picture, FaceDetectionModel.Detection03, FaceRecognitionModel.Recognition04, false);
        Assert.Equal("Bearer the-token", answer.Request!.Headers.Authorization!.ToString());
        Assert.Equal(["https://cognitiveservices.azure.com/.default"], credential.Scopes);
    }

    [Theory]
    [InlineData("https://westeurope.api.cognitive.microsoft.com")]
    [InlineData("http://127.0.0.1:5000")]
    public void An_endpoint_that_takes_no_token_is_refused_before_anything_is_sent(string endpoint) =>
        Assert.Throws<ArgumentException>(() => new Azure.AI.Vision.Face.FaceClient(new Uri(endpoint), new FakeCredential()));

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("ftp://example.org")]
    public void An_endpoint_that_would_show_the_key_is_refused(string endpoint) =>
        Assert.Throws<ArgumentException>(() => new Azure.AI.Vision.Face.FaceClient(new Uri(endpoint), new AzureKeyCredential("k")));

    [Fact]
    public void Values_compare_without_regard_to_case()
    {
        Assert.Equal(FaceDetectionModel.Detection03, new FaceDetectionModel("DETECTION_03"));
        Assert.Equal("something_new", new FaceDetectionModel("something_new").ToString());
    }

    private sealed class FakeCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("the-token", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Answer(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public HttpRequestMessage? Request { get; private set; }

        public string Body { get; private set; } = string.Empty;

        public AzureAIVisionFaceClientOptions Options() => new() { Transport = new HttpClientTransport(this) };

        public Azure.AI.Vision.Face.FaceClient Client() => new(Endpoint, new AzureKeyCredential("the-key"), Options());

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = request;
            using var reader = new StreamReader(request.Content!.ReadAsStream(cancellationToken));
            Body = reader.ReadToEnd();
            return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }
}
