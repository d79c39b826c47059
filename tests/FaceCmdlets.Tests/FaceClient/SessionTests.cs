using System.Text;
using Azure.AI.Vision.Face;
using ServiceVersion = Azure.AI.Vision.Face.AzureAIVisionFaceClientOptions.ServiceVersion;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>Liveness sessions and the settings about them.</summary>
public sealed class SessionTests
{
    private const string Session = """
        {"sessionId":"b12e033e","authToken":"token","status":"Succeeded","modelVersion":"2024-11-15","isAbuseMonitoringEnabled":true,"expectedClientIpAddress":"203.0.113.0/24",
         "results":{"verifyReferences":[{"referenceType":"Color","faceRectangle":{"top":316,"left":131,"width":498,"height":677},"qualityForRecognition":"high"}],
          "attempts":[
           {"attemptId":2,"attemptStatus":"Succeeded","result":{"livenessDecision":"realface","targets":{"color":{"faceRectangle":{"top":1,"left":2,"width":3,"height":4}}},"digest":"B0A8","sessionImageId":"image-1","verifyResult":{"matchConfidence":0.08,"isIdentical":false},"verifyImageHash":"43B7"},
            "clientInformation":[{"ip":"203.0.113.7"}],"abuseMonitoringResult":{"isAbuseDetected":true,"otherFlaggedSessions":[{"attemptId":1,"sessionId":"other","sessionImageId":"image-2"}]}},
           {"attemptId":1,"attemptStatus":"Failed","error":{"code":"FaceWithMaskDetected","message":"Mask detected on face image.","targets":{"color":{"faceRectangle":{"top":1,"left":2,"width":3,"height":4}}}}}]}}
        """;

    [Fact]
    public async Task A_session_is_read_with_its_attempts()
    {
        LivenessSession session = (await Client(RecordedService.Answering(Session)).GetLivenessSessionResultAsync("b12e033e")).Value;
        Assert.Equal(("b12e033e", "token", OperationState.Succeeded, LivenessModel.V20241115), (session.SessionId, session.AuthToken, session.Status, session.ModelVersion));
        Assert.Equal((true, "203.0.113.0/24"), (session.IsAbuseMonitoringEnabled, session.ExpectedClientIpAddress));
        LivenessSessionAttempt good = session.Results.Attempts[0], bad = session.Results.Attempts[1];
        Assert.Equal((2, FaceLivenessDecision.RealFace, "B0A8", "image-1", 3), (good.AttemptId, good.Result!.LivenessDecision, good.Result.Digest, good.Result.SessionImageId, good.Result.Targets.Color.FaceRectangle.Width));
        Assert.Equal(("203.0.113.7", true, "other"), (Assert.Single(good.ClientInformation).Ip, good.AbuseMonitoringResult!.IsAbuseDetected, good.AbuseMonitoringResult.OtherFlaggedSessions[0].SessionId));
        Assert.Equal((OperationState.Failed, "FaceWithMaskDetected", null), (bad.AttemptStatus, bad.Error!.Code, bad.Result));
    }

    [Fact]
    public void A_session_with_verification_says_whose_face_it_was_held_against()
    {
        LivenessWithVerifySession session = Client(RecordedService.Answering(Session)).GetLivenessWithVerifySessionResult("b12e033e").Value;
        LivenessWithVerifyReference reference = Assert.Single(session.Results.VerifyReferences);
        Assert.Equal((FaceImageType.Color, 498, QualityForRecognition.High), (reference.ReferenceType, reference.FaceRectangle.Width, reference.QualityForRecognition));
        LivenessWithVerifyResult result = session.Results.Attempts[0].Result!;
        Assert.Equal((0.08f, false, "43B7"), (result.VerifyResult!.MatchConfidence, result.VerifyResult.IsIdentical, result.VerifyImageHash));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_with_verification_is_a_form_with_the_picture_as_a_file(bool asynchronous)
    {
        RecordedService service = RecordedService.Answering(Session);
        var picture = new MemoryStream([9, 9, 0xFF, 0xD8, 13, 10]) { Position = 2 };
        var content = new CreateLivenessWithVerifySessionContent(LivenessOperationMode.PassiveActive, picture)
        {
            DeviceCorrelationId = "gerät",
            EnableSessionImage = true,
            AuthTokenTimeToLiveInSeconds = 60,
            VerifyConfidenceThreshold = 0.5f,
            ReturnVerifyImageHash = false,
        };
        FaceSessionClient client = Client(service);
        Assert.Equal("token", (asynchronous ? await client.CreateLivenessWithVerifySessionAsync(content) : client.CreateLivenessWithVerifySession(content)).Value.AuthToken);
        string boundary = service.Requests[0].ContentType!["multipart/form-data; boundary=".Length..];
        string expected = string.Concat(new[]
        {
            Part("livenessOperationMode", "PassiveActive"), Part("enableSessionImage", "true"), Part("returnVerifyImageHash", "false"), Part("verifyConfidenceThreshold", "0.5"),
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"verifyImage\"; filename=\"verifyImage\"\r\nContent-Type: application/octet-stream\r\n\r\n\u00FF\u00D8\r\n\r\n",
            Part("deviceCorrelationId", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("gerät"))), Part("authTokenTimeToLiveInSeconds", "60"), $"--{boundary}--\r\n",
        });
        Assert.Equal(expected, Encoding.Latin1.GetString(service.Requests[0].Body));
        Assert.Equal(2, picture.Position);

        string Part(string name, string value) => $"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{value}\r\n";
    }

    [Fact]
    public async Task A_picture_that_can_be_read_once_is_enough_for_a_second_try()
    {
        RecordedService service = new RecordedService().Then(string.Empty, 503).Then(Session);
        AzureAIVisionFaceClientOptions options = service.Options();
        options.Retry.MaxRetries = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        using Stream once = new System.IO.Compression.DeflateStream(new MemoryStream([0x03, 0x00]), System.IO.Compression.CompressionMode.Decompress);
        await new FaceSessionClient(RecordedService.Endpoint, RecordedService.Key, options).CreateLivenessWithVerifySessionAsync(new CreateLivenessWithVerifySessionContent(LivenessOperationMode.Passive, once));
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal(service.Requests[0].Body, service.Requests[1].Body);
    }

    [Fact]
    public void The_picture_of_a_session_is_bytes()
    {
        RecordedService service = RecordedService.Answering("bytes");
        Assert.Equal("bytes", Client(service).GetSessionImage("image-1").Value.ToString());
        Assert.Equal("application/octet-stream", service.Requests[0].Headers.Accept.ToString());
    }

    [Fact]
    public void A_picture_of_a_session_is_looked_at_with_the_defaults_of_the_service()
    {
        RecordedService service = RecordedService.Answering("[]");
        Assert.Empty(Client(service).DetectFromSessionImage("image-1").Value);
        Assert.Equal("POST /face/v1.2/detect", service.LastLine);
    }

    [Fact]
    public void The_newest_version_has_more_to_say()
    {
        RecordedService service = RecordedService.Answering(Session);
        var content = new CreateLivenessSessionContent(LivenessOperationMode.Passive) { DeviceCorrelationIdSetInClient = true, NumberOfClientAttemptsAllowed = 3, UserCorrelationId = "user", UserCorrelationIdSetInClient = false, ExpectedClientIpAddress = "203.0.113.0/24", LivenessModelVersion = LivenessModel.V20241115 };
        Client(service, ServiceVersion.V1_3_Preview_1).CreateLivenessSession(content);
        Assert.Equal("POST /face/v1.3-preview.1/detectLiveness-sessions", service.LastLine);
        Assert.Equal("""{"livenessOperationMode":"Passive","deviceCorrelationIdSetInClient":true,"livenessModelVersion":"2024-11-15","numberOfClientAttemptsAllowed":3,"userCorrelationId":"user","userCorrelationIdSetInClient":false,"expectedClientIpAddress":"203.0.113.0/24"}""", service.LastBody);
        Client(service, ServiceVersion.V1_3_Preview_1).CreateLivenessWithVerifySession(new CreateLivenessWithVerifySessionContent(LivenessOperationMode.Passive, Stream.Null) { NumberOfClientAttemptsAllowed = 2 });
        Assert.Contains("name=\"numberOfClientAttemptsAllowed\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n2\r\n", service.LastBody, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_the_newest_version_knows_is_not_sent_to_an_older_one_in_silence()
    {
        RecordedService service = RecordedService.Answering(Session);
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => Client(service).CreateLivenessSession(new CreateLivenessSessionContent(LivenessOperationMode.Passive) { ExpectedClientIpAddress = "203.0.113.7" }));
        Assert.Contains("ExpectedClientIpAddress needs the service version V1_3_Preview_1", refused.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Client(service).CreateLivenessWithVerifySession(new CreateLivenessWithVerifySessionContent(LivenessOperationMode.Passive, Stream.Null) { NumberOfClientAttemptsAllowed = 2 }));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(ServiceVersion.V1_1_Preview_1)]
    [InlineData(ServiceVersion.V1_2_Preview_1)]
    public void The_previews_before_have_other_sessions(ServiceVersion version) =>
        Assert.Throws<NotSupportedException>(() => Client(RecordedService.Answering(Session), version));

    [Fact]
    public async Task Settings_are_read_and_changed()
    {
        RecordedService service = RecordedService.Answering("""{"livenessAbuseMonitoring":{"enabled":true}}""");
        var client = new FaceSettingsClient(RecordedService.Endpoint, RecordedService.Key, service.Options(ServiceVersion.V1_3_Preview_1));
        Assert.True((await client.GetSettingsAsync()).Value.LivenessAbuseMonitoring.Enabled);
        Assert.True(client.UpdateSettings(true).Value.LivenessAbuseMonitoring.Enabled);
        Assert.Throws<NotSupportedException>(() => new FaceSettingsClient(RecordedService.Endpoint, RecordedService.Key, service.Options()));
        Assert.NotNull(new FaceSettingsClient(RecordedService.Endpoint, RecordedService.Key).Pipeline);
    }

    [Fact]
    public void The_token_for_client_packages_is_read()
    {
        RecordedService service = RecordedService.Answering("""{"expiry":"2025-07-03T15:30:00.000Z","accessToken":"a","base64AccessToken":"YQ=="}""");
        ClientAssetsAccessToken token = new FaceSettingsClient(RecordedService.Endpoint, RecordedService.Key, service.Options(ServiceVersion.V1_3_Preview_1)).GetClientAssetsAccessToken().Value;
        Assert.Equal((new DateTimeOffset(2025, 7, 3, 15, 30, 0, TimeSpan.Zero), "a", "YQ=="), (token.Expiry, token.AccessToken, token.Base64AccessToken));
    }

    private static FaceSessionClient Client(RecordedService service, ServiceVersion version = ServiceVersion.V1_2) => new(RecordedService.Endpoint, RecordedService.Key, service.Options(version));
}
