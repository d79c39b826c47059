using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FaceEmulator.Tests.Http;

public sealed class DetectTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("astronaut.png", 1)]
    [InlineData("chelsea.png", 0)]
    [InlineData("coffee.png", 0)]
    [InlineData("rocket.jpg", 0)]
    public async Task Every_face_of_a_sample_is_found_and_no_other(string name, int count)
    {
        (int status, string body) = await emulator.DetectAsync(EmulatorFixture.Sample(name));
        Assert.Equal(200, status);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(count, json.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task The_version_of_the_official_package_has_all_but_sessions()
    {
        const string Version = "/face/v1.2-preview.1/";
        using var picture = new ByteArrayContent(EmulatorFixture.Sample("astronaut.png"));
        picture.Headers.ContentType = new("application/octet-stream");
        Assert.Equal(HttpStatusCode.OK, (await emulator.Client.PostAsync(Version + "detect?returnFaceId=false", picture)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await emulator.Client.GetAsync(Version + "largepersongroups")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await emulator.Client.GetAsync(Version + "largefacelists")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await emulator.Client.GetAsync(Version + "detectLiveness-sessions/" + Guid.NewGuid())).StatusCode);
        using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await emulator.Client.PostAsync(Version + "identify", nothing)).StatusCode);
    }

    [Fact]
    public async Task Only_what_was_asked_for_comes_back()
    {
        (_, string body) = await emulator.DetectAsync(EmulatorFixture.Sample("astronaut.png"), "returnFaceId=false&detectionModel=detection_01&returnFaceAttributes=noise,accessories&returnFaceLandmarks=true");
        using var json = JsonDocument.Parse(body);
        JsonElement face = json.RootElement[0];
        Assert.False(face.TryGetProperty("faceId", out _));
        Assert.Equal(27, face.GetProperty("faceLandmarks").EnumerateObject().Count());
        Assert.True(face.GetProperty("faceLandmarks").GetProperty("pupilLeft").GetProperty("x").GetDouble() < face.GetProperty("faceLandmarks").GetProperty("pupilRight").GetProperty("x").GetDouble());
        Assert.Equal(["accessories", "noise"], face.GetProperty("faceAttributes").EnumerateObject().Select(attribute => attribute.Name).Order());
    }

    [Fact]
    public async Task A_face_id_comes_unless_it_is_declined()
    {
        (_, string body) = await emulator.DetectAsync(EmulatorFixture.Sample("astronaut.png"), "returnRecognitionModel=true");
        using var json = JsonDocument.Parse(body);
        Assert.NotEqual(Guid.Empty, json.RootElement[0].GetProperty("faceId").GetGuid());
        Assert.Equal("recognition_01", json.RootElement[0].GetProperty("recognitionModel").GetString());
    }

    [Theory]
    [InlineData("detectionModel=detection_09", 400, "BadArgument")]
    [InlineData("recognitionModel=x", 400, "BadArgument")]
    [InlineData("faceIdTimeToLive=59", 400, "BadArgument")]
    [InlineData("faceIdTimeToLive=86401", 400, "BadArgument")]
    [InlineData("returnFaceAttributes=mask", 400, "BadArgument")]
    [InlineData("returnFaceAttributes=nonsense", 400, "BadArgument")]
    [InlineData("detectionModel=detection_03&returnFaceAttributes=noise", 400, "BadArgument")]
    [InlineData("detectionModel=detection_02&returnFaceLandmarks=true", 400, "BadArgument")]
    [InlineData("returnFaceAttributes=qualityForRecognition", 400, "BadArgument")]
    [InlineData("returnFaceAttributes=emotion", 403, "UnsupportedFeature")]
    [InlineData("returnFaceAttributes=age", 403, "UnsupportedFeature")]
    public async Task A_query_that_the_service_refuses_is_refused(string query, int status, string code)
    {
        (int actual, string body) = await emulator.DetectAsync(EmulatorFixture.Sample("coffee.png"), query);
        Assert.Equal(status, actual);
        Assert.Equal(code, Code(body));
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_a_bad_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = Task.Run(async () =>
        {
            using TcpClient client = await listener.AcceptTcpClientAsync();
            await using NetworkStream stream = client.GetStream();
            await stream.ReadExactlyAsync(new byte[16]);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nthe beginning"));
        });
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new { url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/picture.png" });
        (int status, string answer) = await emulator.DetectAsync(body, type: "application/json");
        await serving;
        Assert.Equal((400, "InvalidURL"), (status, Code(answer)));
    }

    [Fact]
    public async Task A_picture_that_is_none_is_refused()
    {
        Assert.Equal("InvalidImage", Code((await emulator.DetectAsync(Encoding.ASCII.GetBytes(new string('x', 5000)))).Body));
        Assert.Equal("InvalidImageSize", Code((await emulator.DetectAsync(new byte[10])).Body));
        Assert.Equal("InvalidImageSize", Code((await emulator.DetectAsync(new byte[(6 * 1024 * 1024) + 1])).Body));
        Assert.Equal("InvalidImage", Code((await emulator.DetectAsync(EmulatorFixture.Sample("rocket.jpg")[..40000])).Body));
    }

    [Theory]
    [InlineData("{", "BadArgument")]
    [InlineData("{}", "BadArgument")]
    [InlineData("""{"url":"not an address"}""", "InvalidURL")]
    [InlineData("""{"URL":"http://127.0.0.1:9/x.jpg"}""", "InvalidURL")]
    [InlineData("""{"sessionImageId":"x"}""", "SessionImageNotFound")]
    public async Task A_body_that_names_no_picture_is_refused(string json, string code) =>
        Assert.Equal(code, Code((await emulator.DetectAsync(Encoding.UTF8.GetBytes(json), type: "application/json")).Body));

    [Fact]
    public async Task A_wrong_key_is_answered_as_the_service_does()
    {
        using var stranger = new HttpClient { BaseAddress = emulator.Client.BaseAddress };
        using HttpResponseMessage response = await stranger.PostAsync("/face/v1.2/detect", null);
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("401", Code(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_route_that_the_service_does_not_have_is_not_found()
    {
        using HttpResponseMessage response = await emulator.Client.GetAsync("/face/v1.2/nothing");
        Assert.Equal(404, (int)response.StatusCode);
        Assert.True(response.Headers.Contains("apim-request-id"));
    }

    [Fact]
    public async Task A_resource_without_approval_gives_no_face_ids()
    {
        var limited = new EmulatorFixture(limitedAccess: true);
        await limited.InitializeAsync();
        (int status, string body) = await limited.DetectAsync(EmulatorFixture.Sample("astronaut.png"), "returnFaceId=true");
        Assert.Equal(403, status);
        Assert.Contains("aka.ms/facerecognition", body, StringComparison.Ordinal);
        Assert.Equal(200, (await limited.DetectAsync(EmulatorFixture.Sample("astronaut.png"))).Status);
        await limited.DisposeAsync();
    }

    private static string Code(string body)
    {
        using var json = JsonDocument.Parse(body);
        JsonElement error = json.RootElement.GetProperty("error");
        return (error.TryGetProperty("innererror", out JsonElement inner) ? inner : error).GetProperty("code").GetString()!;
    }
}
