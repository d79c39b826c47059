using System.Collections.Concurrent;
using System.Text;

namespace FaceCmdlets.Tests.Credentials;

/// <summary>Microsoft Entra, managed identities and a Face resource, as far as the module asks them: every token that is given out is another one, and the resource takes those only.</summary>
internal sealed class FakeCloud : IDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string ClientId = "66666666-7777-8888-9999-000000000000";
    public const string ClientSecret = "client-secret~0123456789";
    public const string Endpoint = "https://contoso.cognitiveservices.azure.com";

    private readonly LocalInternet _internet;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new();
    private int _given;
    private int _pending;

    public FakeCloud()
    {
        _internet = new LocalInternet(AnswerAsync);
    }

    /// <summary>How long a token lives.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long whoever gives tokens thinks about it.</summary>
    public TimeSpan TokenDelay { get; set; }

    /// <summary>Whether it is a machine in Azure: elsewhere nobody answers at the address that machines ask.</summary>
    public bool IsInAzure { get; set; } = true;

    /// <summary>Whether the machine in Azure has the identity that is asked for.</summary>
    public bool HasManagedIdentity { get; set; } = true;

    /// <summary>How often a device code is still waited for.</summary>
    public int PendingPolls { get; set; } = 1;

    /// <summary>What the Face resource answers instead.</summary>
    public Func<HttpExchange, HttpReply?> Instead { get; set; } = _ => null;

    public IReadOnlyList<HttpExchange> Requests => [.. _internet.Requests];

    public IReadOnlyList<HttpExchange> FaceRequests => [.. _internet.Requests.Where(IsFace)];

    /// <summary>Those that wanted a token, of Entra or of the machine.</summary>
    public IReadOnlyList<HttpExchange> TokenRequests => [.. _internet.Requests.Where(request => IsTokenEndpoint(request) || IsMachine(request))];

    /// <summary>Every token that was given out.</summary>
    public IReadOnlyCollection<string> Tokens => [.. _tokens.Keys];

    public void Revoke() => _tokens.Clear();

    /// <summary>A token that the resource takes.</summary>
    public string NewToken()
    {
        string token = $"token-{Interlocked.Increment(ref _given)}-{Guid.NewGuid():N}";
        _tokens[token] = DateTimeOffset.UtcNow + Lifetime;
        return token;
    }

    public void Dispose() => _internet.Dispose();

    private static bool IsFace(HttpExchange request) => request.Address.AbsolutePath.StartsWith("/face/", StringComparison.Ordinal);

    private static bool IsTokenEndpoint(HttpExchange request) => request.Address.AbsolutePath.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal);

    private static bool IsMachine(HttpExchange request) => request.Address.AbsolutePath is "/metadata/identity/oauth2/token" or "/msi/token";

    private static HttpReply Refused(string code, string text) =>
        new(400, $$"""{"error":"{{code}}","error_description":"{{text}}\r\nTrace ID: 00000000-0000-0000-0000-000000000000","error_codes":[7000215],"timestamp":"2026-01-01 00:00:00Z"}""");

    private async Task<HttpReply> AnswerAsync(HttpExchange request)
    {
        if (IsFace(request))
        {
            return Instead(request) ?? Face(request);
        }

        if (request.Address.AbsolutePath.EndsWith("/discovery/instance", StringComparison.Ordinal))
        {
            return new HttpReply(200, $$"""{"tenant_discovery_endpoint":"https://{{request.Address.Host}}/{{Tenant}}/v2.0/.well-known/openid-configuration","api-version":"1.1","metadata":[{"preferred_network":"{{request.Address.Host}}","preferred_cache":"{{request.Address.Host}}","aliases":["{{request.Address.Host}}"]}]}""");
        }

        if (request.Address.AbsolutePath.EndsWith("/oauth2/v2.0/devicecode", StringComparison.Ordinal))
        {
            _pending = PendingPolls;
            return new HttpReply(200, """{"user_code":"ABCD-EFGH","device_code":"the-device-code","verification_uri":"https://microsoft.com/devicelogin","expires_in":900,"interval":1,"message":"To sign in, open the page https://microsoft.com/devicelogin and enter the code ABCD-EFGH."}""");
        }

        if (IsTokenEndpoint(request))
        {
            await Task.Delay(TokenDelay);
            return Entra(request);
        }

        if (IsMachine(request) && !IsInAzure)
        {
            return new HttpReply(0, "");
        }

        if (IsMachine(request) && HasManagedIdentity)
        {
            await Task.Delay(TokenDelay);
            long expires = (DateTimeOffset.UtcNow + Lifetime).ToUnixTimeSeconds();
            return new HttpReply(200, $$"""{"access_token":"{{NewToken()}}","expires_on":"{{expires}}","expires_in":"{{(int)Lifetime.TotalSeconds}}","resource":"{{request.Query.GetValueOrDefault("resource")}}","token_type":"Bearer"}""");
        }

        if (IsMachine(request))
        {
            return new HttpReply(400, """{"error":"invalid_request","error_description":"Identity not found"}""");
        }

        return new HttpReply(404, """{"error":"not_found","error_description":"There is nothing here."}""");
    }

    private HttpReply Entra(HttpExchange request)
    {
        IReadOnlyDictionary<string, string> form = request.Form;
        switch (form["grant_type"])
        {
            case "client_credentials" when form.TryGetValue("client_secret", out string? secret) && secret != ClientSecret:
                return Refused("invalid_client", "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.");
            case "urn:ietf:params:oauth:grant-type:device_code" or "device_code" when _pending-- > 0:
                return Refused("authorization_pending", "AADSTS70016: OAuth 2.0 device flow error. Authorization is pending.");
            case "client_credentials":
                return new HttpReply(200, $$"""{"token_type":"Bearer","expires_in":{{(int)Lifetime.TotalSeconds}},"access_token":"{{NewToken()}}"}""");
            default:
                // Somebody signed in: who it is comes along.
                string who = Base64Url("""{"uid":"user","utid":"tenant"}""");
                string identity = $$"""{"aud":"{{form["client_id"]}}","iss":"https://{{request.Address.Host}}/{{Tenant}}/v2.0","oid":"user","tid":"{{Tenant}}","sub":"user","preferred_username":"somebody@contoso.com","name":"Somebody","ver":"2.0"}""";
                return new HttpReply(200, $$"""{"token_type":"Bearer","scope":"{{form.GetValueOrDefault("scope")}}","expires_in":{{(int)Lifetime.TotalSeconds}},"access_token":"{{NewToken()}}","refresh_token":"a-refresh-token","client_info":"{{who}}","id_token":"{{Base64Url("""{"alg":"none"}""")}}.{{Base64Url(identity)}}."}""");
        }
    }

    private HttpReply Face(HttpExchange request)
    {
        string? token = request.Headers.GetValueOrDefault("Authorization")?.Replace("Bearer ", "", StringComparison.Ordinal);
        return token is null || !_tokens.TryGetValue(token, out DateTimeOffset end) || end < DateTimeOffset.UtcNow
            ? new HttpReply(401, """{"error":{"code":"401","message":"Access denied due to invalid or expired token."}}""")
            : request.Body.Length == 1
                ? new HttpReply(400, """{"error":{"code":"InvalidImageSize","message":"Image size is too small."}}""")
                : new HttpReply(200, "[]");
    }

    private static string Base64Url(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
