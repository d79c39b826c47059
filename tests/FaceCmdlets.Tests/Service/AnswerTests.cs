using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Service;

/// <summary>What becomes of the answers that a service, or what stands in its place, can give.</summary>
public sealed class AnswerTests : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static readonly string Staff = OddServer.Answer(200, """{"largePersonGroupId":"staff","name":"Staff","recognitionModel":"recognition_04"}""");

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_web_page_is_said_to_be_no_face_service()
    {
        using var server = new OddServer(OddServer.Answer(200, "<html>Sign in</html>", "text/html"));
        Assert.StartsWith("NotAFaceService,", Detect(server).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_of_a_403_is_the_inner_one_and_says_what_to_do()
    {
        using var server = new OddServer(OddServer.Answer(403, """{"error":{"code":"InvalidRequest","message":"Invalid request has been sent.","innererror":{"code":"UnsupportedFeature","message":"Feature is not supported, missing approval."}}}"""));
        ErrorRecord error = Detect(server, "-ReturnFaceId");
        Assert.StartsWith("UnsupportedFeature,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("aka.ms/facerecognition", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public void A_busy_service_is_asked_again_when_it_says_so()
    {
        using var server = new OddServer(OddServer.Answer(429, """{"error":{"code":"429","message":"Rate limit is exceeded."}}""", headers: "Retry-After: 1\r\n"), OddServer.Answer(200, "[]"));
        Assert.Single(_session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}' -PerImage"));
        Assert.Equal(2, server.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public void A_service_that_wants_to_be_left_alone_for_an_hour_is_not_waited_for(int status)
    {
        using var server = new OddServer(OddServer.Answer(status, """{"error":{"code":"CODE","message":"Later."}}""", headers: "Retry-After: 3600\r\n"));
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.Contains("wait 3600 seconds", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public void Two_changes_of_one_collection_at_a_time_are_tried_again()
    {
        using var server = new OddServer(Staff, OddServer.Answer(409, """{"error":{"code":"ConcurrentOperationConflict","message":"There is a conflict operation on resource staff, please try later."}}"""), OddServer.Answer(200, """{"personId":"3a1a5a3e-0c2e-4b53-9f6c-1f3a4c7b0d11"}"""));
        _session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; New-AzFacePerson staff Anna");
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public void A_conflict_that_does_not_end_is_an_error_of_the_item()
    {
        using var server = new OddServer(Staff, OddServer.Answer(409, """{"error":{"code":"ConcurrentOperationConflict","message":"There is a conflict operation on resource staff, please try later."}}"""));
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; New-AzFacePerson staff Anna");
        Assert.StartsWith("ConcurrentOperationConflict,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceBusy, error.CategoryInfo.Category);
    }

    [Fact]
    public void A_full_person_is_an_error_of_the_picture_and_the_others_go_on()
    {
        using var server = new OddServer(Staff, OddServer.Answer(200, """{"personId":"3a1a5a3e-0c2e-4b53-9f6c-1f3a4c7b0d11","name":"Anna","persistedFaceIds":[]}"""), OddServer.Answer(403, """{"error":{"code":"QuotaExceeded","message":"Persisted face number reached limit."}}"""));
        (_, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; '{ModuleSession.Sample("astronaut.png")}', '{ModuleSession.Sample("coffee.png")}' | Add-AzFacePersonFace staff 3a1a5a3e-0c2e-4b53-9f6c-1f3a4c7b0d11");
        Assert.Equal(2, errors.Count);
        Assert.All(errors, error => Assert.StartsWith("CollectionFull,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category));
    }

    [Fact]
    public void A_question_that_is_not_answered_is_an_error_of_each_face_and_no_end()
    {
        using var server = new OddServer(Staff, OddServer.Answer(500, """{"error":{"code":"InternalServerError","message":"Oh."}}"""));
        string[] ids = ["3a1a5a3e-0c2e-4b53-9f6c-1f3a4c7b0d11", "3a1a5a3e-0c2e-4b53-9f6c-1f3a4c7b0d12"];
        (_, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; '{ids[0]}', '{ids[1]}' | Resolve-AzFaceIdentity staff");
        Assert.Equal(ids, errors.Select(error => error.TargetObject.ToString()));
        Assert.All(errors, error => Assert.StartsWith("InternalServerError,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void A_stream_that_is_closed_is_an_error_of_its_own_and_the_others_go_on()
    {
        using var server = new OddServer(OddServer.Answer(200, "[]"));
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; $closed = [IO.File]::OpenRead('{ModuleSession.Sample("coffee.png")}'); $closed.Dispose(); & {{ $closed; [IO.FileInfo]::new('{ModuleSession.Sample("coffee.png")}') }} | Invoke-AzFaceDetection -PerImage");
        Assert.StartsWith("StreamUnreadable,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(output);
    }

    [Fact]
    public void A_request_names_the_module_and_asks_for_no_face_id()
    {
        using var server = new OddServer(OddServer.Answer(200, "[]"));
        _session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.StartsWith("POST /face/v1.2/detect?detectionModel=detection_03&recognitionModel=recognition_04&returnFaceId=false ", server.Head, StringComparison.Ordinal);
        Assert.Contains("User-Agent: FaceCmdlets/0.1.0", server.Head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ocp-Apim-Subscription-Key: " + Key, server.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_name_that_does_not_resolve_is_said_at_once()
    {
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint https://no-such-resource.invalid -Key {Key}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.StartsWith("EndpointNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_nobody_vouches_for_is_said_at_once()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=someone-else", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var server = new OddServer(certificate);
        Assert.StartsWith("CertificateInvalid,", Detect(server).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Stopping_cancels_what_is_in_flight()
    {
        using var server = new OddServer(OddServer.Answer(200, "[]")) { Delay = TimeSpan.FromSeconds(30) };
        _session.Run($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}");
        Assert.InRange(_session.MillisecondsToStop($"1..50 | ForEach-Object {{ '{ModuleSession.Sample("coffee.png")}' }} | Invoke-AzFaceDetection", _ => server.Requests > 0), 0, 5000);
    }

    [Fact]
    public void Five_hundreds_in_a_row_are_an_error_with_the_picture_as_target()
    {
        using var server = new OddServer(OddServer.Answer(500, """{"error":{"code":"InternalServerError","message":"Oh."}}"""));
        ErrorRecord error = _session.Fails($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.StartsWith("InternalServerError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ModuleSession.Sample("coffee.png"), error.TargetObject);
        Assert.Equal(5, server.Requests);
    }

    [Fact]
    public void The_key_is_in_no_stream_and_no_error()
    {
        using var server = new OddServer(OddServer.Answer(401, """{"error":{"code":"401","message":"Access denied."}}"""));
        string all = string.Join('\n', _session.Run($"$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; & {{ Connect-AzFace -Endpoint {server.Endpoint} -Key {Key} -PassThru; Test-AzFaceConnection; try {{ Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}' }} catch {{ $_; $_.Exception.ToString() }} }} *>&1 | ForEach-Object {{ \"$_\" }}"));
        Assert.Contains("401", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, all, StringComparison.OrdinalIgnoreCase);
    }

    private ErrorRecord Detect(OddServer server, string more = "") =>
        _session.Fails($"Connect-AzFace -Endpoint {server.Endpoint} -Key {Key}; '{ModuleSession.Sample("coffee.png")}', '{ModuleSession.Sample("rocket.jpg")}' | Invoke-AzFaceDetection -ThrottleLimit 1 {more}");
}
