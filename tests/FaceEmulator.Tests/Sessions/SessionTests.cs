using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FaceEmulator.Vision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FaceEmulator.Tests.Sessions;

/// <summary>Liveness sessions by their wire, with a clock that is told the time. What every version has is in tests/contract/sessions.test.js.</summary>
public sealed class SessionTests : IAsyncLifetime, IDisposable
{
    private const string Preview = "/face/v1.3-preview.1/";
    private const string Stable = "/face/v1.2/";
    private static readonly object Mask = new { error = new { code = "FaceWithMaskDetected", message = "Mask detected on face image." } };

    private readonly SettableClock _clock = new();
    private readonly FaceAnalyzer _analyzer = FaceAnalyzer.Load(EmulatorFixture.Models);
    private readonly HttpClient _client = new();
    private readonly HttpClient _device = new();
    private readonly WebApplication _app;

    public SessionTests() => _app = EmulatorApp.Build(new EmulatorOptions { Port = 0, Key = EmulatorFixture.Key, Time = _clock }, _analyzer);

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _device.BaseAddress = _client.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", EmulatorFixture.Key);
    }

    public void Dispose()
    {
        _client.Dispose();
        _device.Dispose();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _analyzer.Dispose();
    }

    [Fact]
    public async Task A_token_ends_when_its_time_is_over_and_the_result_stays()
    {
        Session session = await CreateAsync(Stable, new { livenessOperationMode = "Passive", deviceCorrelationId = "d", authTokenTimeToLiveInSeconds = 60 });
        _clock.Now += TimeSpan.FromSeconds(59);
        Assert.Equal(200, (await AttemptAsync(session, Mask)).Status);
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(401, (await AttemptAsync(session, Mask)).Status);
        Assert.Equal("Failed", (await GetAsync(session)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_key_opens_no_session_whose_token_has_ended()
    {
        Session session = await CreateAsync(Stable);
        _clock.Now += TimeSpan.FromSeconds(600);
        Assert.Equal((404, "SessionNotFound"), Code(await SendAsync(HttpMethod.Post, $"/emulator/sessions/{session.Id}/attempts", JsonContent.Create(Mask))));
    }

    [Fact]
    public async Task Results_and_pictures_are_gone_after_48_hours()
    {
        Session session = await CreateAsync(Stable, new { livenessOperationMode = "Passive", deviceCorrelationId = "d", enableSessionImage = true });
        await AttemptAsync(session, "astronaut.png");
        string image = Attempt(await GetAsync(session)).GetProperty("result").GetProperty("sessionImageId").GetString()!;
        _clock.Now += TimeSpan.FromHours(48);
        Assert.Equal((404, "SessionNotFound"), Code(await SendAsync(HttpMethod.Get, Stable + "detectLiveness-sessions/" + session.Id)));
        Assert.Equal((404, "SessionImageNotFound"), Code(await SendAsync(HttpMethod.Get, Stable + "sessionImages/" + image)));
    }

    [Fact]
    public async Task The_preview_allows_three_attempts_and_tells_them_newest_first()
    {
        Session session = await CreateAsync(Preview, new { livenessOperationMode = "PassiveActive", deviceCorrelationId = "d", numberOfClientAttemptsAllowed = 3 });
        await AttemptAsync(session, Mask);
        Assert.Equal("Running", (await GetAsync(session)).GetProperty("status").GetString());
        await AttemptAsync(session, Mask);
        await AttemptAsync(session, "astronaut.png");
        Assert.Equal((409, "NoAttemptLeft"), Code(await AttemptAsync(session, Mask)));
        JsonElement ended = await GetAsync(session);
        Assert.Equal("Succeeded", ended.GetProperty("status").GetString());
        Assert.Equal([3, 2, 1], ended.GetProperty("results").GetProperty("attempts").EnumerateArray().Select(attempt => attempt.GetProperty("attemptId").GetInt32()));
    }

    [Fact]
    public async Task Devices_that_ask_at_once_get_no_more_attempts_than_allowed()
    {
        Session session = await CreateAsync(Preview, new { livenessOperationMode = "Passive", deviceCorrelationId = "d", numberOfClientAttemptsAllowed = 2 });
        (int Status, JsonElement Answer)[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AttemptAsync(session, Mask)));
        Assert.Equal([200, 200, 409, 409, 409, 409, 409, 409], answers.Select(answer => answer.Status).Order());
    }

    [Theory]
    [InlineData("spoofface")]
    [InlineData("uncertain")]
    public async Task The_decision_is_the_one_that_was_told(string decision)
    {
        Session session = await CreateAsync(Stable);
        await AttemptAsync(session, "astronaut.png", "?livenessDecision=" + decision);
        Assert.Equal(decision, Attempt(await GetAsync(session)).GetProperty("result").GetProperty("livenessDecision").GetString());
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_not_counted()
    {
        Session session = await CreateAsync(Stable);
        using var noise = Picture(new byte[2048]);
        Assert.Equal((400, "InvalidImage"), Code(await AttemptAsync(session, noise)));
        Assert.Equal((400, "BadArgument"), Code(await AttemptAsync(session, new { livenessDecision = "realface" })));
        Assert.Equal((400, "BadArgument"), Code(await AttemptAsync(session, "astronaut.png", "?livenessDecision=perhaps")));
        Assert.Equal("NotStarted", (await GetAsync(session)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_the_session_s_own_token_nothing_is_attempted()
    {
        Session session = await CreateAsync(Stable), other = await CreateAsync(Stable);
        Assert.Equal(401, (await AttemptAsync(session with { Token = other.Token }, Mask)).Status);
        Assert.Equal(401, (await AttemptAsync(session with { Token = session.Token[..^2] }, Mask)).Status);
        Assert.Equal(401, (await AttemptAsync(session with { Token = string.Empty }, Mask)).Status);
        Assert.Equal(200, (await AttemptAsync(session, Mask)).Status);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", 200)]
    [InlineData("203.0.113.0/24", "203.0.113.99", 200)]
    [InlineData("203.0.113.0/24", "203.0.114.1", 403)]
    [InlineData("2001:db8::/32", "2001:db8::5", 200)]
    [InlineData("203.0.113.7", null, 403)]
    public async Task Attempts_come_from_where_they_are_expected(string expected, string? from, int status)
    {
        Session session = await CreateAsync(Preview, new { livenessOperationMode = "Passive", deviceCorrelationId = "d", expectedClientIpAddress = expected });
        Assert.Equal(status, (await AttemptAsync(session, Mask, from is null ? string.Empty : "?clientIpAddress=" + from)).Status);
        JsonElement read = await GetAsync(session);
        Assert.Equal(expected, read.GetProperty("expectedClientIpAddress").GetString());
        if (status == 200)
        {
            Assert.Equal(from, Attempt(read).GetProperty("clientInformation")[0].GetProperty("ip").GetString());
        }
    }

    [Fact]
    public async Task A_second_spoof_of_one_user_is_abuse_where_the_settings_say_so()
    {
        Session before = await CreateAsync(Preview, User("mallory"));
        (int status, JsonElement settings) = await SendAsync(HttpMethod.Patch, Preview + "settings", JsonContent.Create(new Dictionary<string, object> { ["LivenessAbuseMonitoring"] = new Dictionary<string, bool> { ["ENABLED"] = true } }));
        Assert.Equal((200, true), (status, settings.GetProperty("livenessAbuseMonitoring").GetProperty("enabled").GetBoolean()));
        Session first = await CreateAsync(Preview, User("mallory")), second = await CreateAsync(Preview, User("mallory")), another = await CreateAsync(Preview, User("alice"));
        await AttemptAsync(before, "astronaut.png");
        foreach (Session session in (Session[])[first, second, another])
        {
            await AttemptAsync(session, "astronaut.png", "?livenessDecision=spoofface");
        }

        JsonElement abuse = Attempt(await GetAsync(second)).GetProperty("abuseMonitoringResult");
        Assert.True(abuse.GetProperty("isAbuseDetected").GetBoolean());
        Assert.Equal(first.Id, Assert.Single(abuse.GetProperty("otherFlaggedSessions").EnumerateArray()).GetProperty("sessionId").GetString());
        Assert.False(Attempt(await GetAsync(another)).GetProperty("abuseMonitoringResult").GetProperty("isAbuseDetected").GetBoolean());
        JsonElement unwatched = await GetAsync(before);
        Assert.False(unwatched.GetProperty("isAbuseMonitoringEnabled").GetBoolean());
        Assert.False(Attempt(unwatched).TryGetProperty("abuseMonitoringResult", out _));
    }

    [Theory]
    [InlineData("numberOfClientAttemptsAllowed", 2)]
    [InlineData("userCorrelationId", "u")]
    [InlineData("userCorrelationIdSetInClient", true)]
    [InlineData("expectedClientIpAddress", "127.0.0.1")]
    public async Task The_preview_s_fields_need_the_preview(string name, object value)
    {
        var body = new Dictionary<string, object> { ["livenessOperationMode"] = "Passive", ["deviceCorrelationId"] = "d", [name] = value };
        Assert.Equal((400, "BadArgument"), Code(await SendAsync(HttpMethod.Post, Stable + "detectLiveness-sessions", JsonContent.Create(body))));
        Assert.Equal(200, (await SendAsync(HttpMethod.Post, Preview + "detectLiveness-sessions", JsonContent.Create(body))).Status);
    }

    [Theory]
    [InlineData("numberOfClientAttemptsAllowed", 4)]
    [InlineData("numberOfClientAttemptsAllowed", 0)]
    [InlineData("expectedClientIpAddress", "nowhere")]
    [InlineData("userCorrelationId", "")]
    public async Task The_preview_s_fields_have_their_ranges(string name, object value)
    {
        var body = new Dictionary<string, object> { ["livenessOperationMode"] = "Passive", ["deviceCorrelationId"] = "d", [name] = value };
        Assert.Equal((400, "BadArgument"), Code(await SendAsync(HttpMethod.Post, Preview + "detectLiveness-sessions", JsonContent.Create(body))));
    }

    [Fact]
    public async Task A_version_without_the_preview_tells_nothing_of_it()
    {
        Session session = await CreateAsync(Preview, User("u"));
        await AttemptAsync(session, "astronaut.png");
        JsonElement read = (await SendAsync(HttpMethod.Get, Stable + "detectLiveness-sessions/" + session.Id)).Answer;
        Assert.False(read.TryGetProperty("isAbuseMonitoringEnabled", out _));
        Assert.False(Attempt(read).TryGetProperty("clientInformation", out _));
        Assert.Equal((404, "404"), Code(await SendAsync(HttpMethod.Get, Stable + "settings")));
        Assert.Equal((404, "404"), Code(await SendAsync(HttpMethod.Get, "/face/v1.0/detectLiveness-sessions/" + session.Id)));
    }

    [Fact]
    public async Task A_token_for_the_client_s_packages_ends_in_an_hour()
    {
        JsonElement token = (await SendAsync(HttpMethod.Get, Preview + "settings/getClientAssetsAccessToken")).Answer;
        Assert.Equal(_clock.Now.AddHours(1), token.GetProperty("expiry").GetDateTimeOffset());
        Assert.Equal(token.GetProperty("accessToken").GetString(), System.Text.Encoding.UTF8.GetString(token.GetProperty("base64AccessToken").GetBytesFromBase64()));
    }

    [Fact]
    public async Task A_form_that_is_broken_off_is_refused()
    {
        using var cut = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"livenessOperationMode\"\r\n\r\nPassive"u8.ToArray());
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        Assert.Equal((400, "InvalidRequestBody"), Code(await SendAsync(HttpMethod.Post, Stable + "detectLivenessWithVerify-sessions", cut)));
    }

    [Fact]
    public async Task Verification_takes_no_field_of_users()
    {
        using MultipartFormDataContent form = VerifyForm();
        form.Add(new StringContent("u"), "userCorrelationId");
        Assert.Equal((400, "BadArgument"), Code(await SendAsync(HttpMethod.Post, Preview + "detectLivenessWithVerify-sessions", form)));
    }

    [SharedPhotosFact]
    public async Task Another_person_is_not_identical_and_another_picture_of_the_same_is()
    {
        await ComparesAsync("person-a-2.jpg", true);
        await ComparesAsync("person-b-1.jpg", false);
    }

    private static object User(string id) => new { livenessOperationMode = "Passive", deviceCorrelationId = "d", userCorrelationId = id };

    private static ByteArrayContent Picture(byte[] content)
    {
        var picture = new ByteArrayContent(content);
        picture.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return picture;
    }

    private static MultipartFormDataContent VerifyForm(byte[]? picture = null) => new()
    {
        { new StringContent("Passive"), "livenessOperationMode" },
        { new StringContent("d"), "deviceCorrelationId" },
        { Picture(picture ?? EmulatorFixture.Sample("astronaut.png")), "verifyImage", "reference.png" },
    };

    private static JsonElement Attempt(JsonElement session) => session.GetProperty("results").GetProperty("attempts")[0];

    private static (int Status, string Code) Code((int Status, JsonElement Answer) response) => (response.Status, response.Answer.GetProperty("error").GetProperty("code").GetString()!);

    private async Task ComparesAsync(string photo, bool same)
    {
        using MultipartFormDataContent form = VerifyForm(await File.ReadAllBytesAsync(Path.Combine(SharedPhotosFactAttribute.Folder, "person-a-1.jpg")));
        JsonElement created = (await SendAsync(HttpMethod.Post, Stable + "detectLivenessWithVerify-sessions", form)).Answer;
        var session = new Session(created.GetProperty("sessionId").GetString()!, created.GetProperty("authToken").GetString()!, Stable);
        using ByteArrayContent attempt = Picture(await File.ReadAllBytesAsync(Path.Combine(SharedPhotosFactAttribute.Folder, photo)));
        await AttemptAsync(session, attempt);
        JsonElement read = (await SendAsync(HttpMethod.Get, Stable + "detectLivenessWithVerify-sessions/" + session.Id)).Answer;
        JsonElement verified = Attempt(read).GetProperty("result").GetProperty("verifyResult");
        Assert.Equal(same, verified.GetProperty("isIdentical").GetBoolean());
        Assert.Equal(same, verified.GetProperty("matchConfidence").GetDouble() >= 0.5);
    }

    private async Task<Session> CreateAsync(string version, object? body = null)
    {
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Post, version + "detectLiveness-sessions", JsonContent.Create(body ?? new { livenessOperationMode = "passive", deviceCorrelationId = "d" }));
        Assert.Equal(200, status);
        return new Session(answer.GetProperty("sessionId").GetString()!, answer.GetProperty("authToken").GetString()!, version);
    }

    private async Task<JsonElement> GetAsync(Session session) => (await SendAsync(HttpMethod.Get, session.Version + "detectLiveness-sessions/" + session.Id)).Answer;

    private Task<(int Status, JsonElement Answer)> AttemptAsync(Session session, string sample, string query = "") => AttemptAsync(session, Picture(EmulatorFixture.Sample(sample)), query);

    private Task<(int Status, JsonElement Answer)> AttemptAsync(Session session, object body, string query = "") => AttemptAsync(session, JsonContent.Create(body), query);

    private async Task<(int Status, JsonElement Answer)> AttemptAsync(Session session, HttpContent content, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/emulator/sessions/{session.Id}/attempts{query}")) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.Token);
        return await ReadAsync(await _device.SendAsync(request));
    }

    private async Task<(int Status, JsonElement Answer)> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await ReadAsync(await _client.SendAsync(request));
    }

    private static async Task<(int Status, JsonElement Answer)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            string text = await response.Content.ReadAsStringAsync();
            return ((int)response.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
        }
    }

    private sealed record Session(string Id, string Token, string Version);
}
