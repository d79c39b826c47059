using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FaceEmulator.Storage;

namespace FaceEmulator.Http;

/// <summary>The token that a session gives its device: signed with the emulator's key, never stored.</summary>
internal sealed class SessionToken(string key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    public string Of(StoredSession session)
    {
        string claims = Encoded("""{"alg":"HS256","typ":"JWT"}""") + "." + Encoded(FormattableString.Invariant($$"""{"sid":"{{session.Id}}","exp":{{session.TokenEnds.ToUnixTimeSeconds()}}}"""));
        return claims + "." + Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(claims)));
    }

    /// <summary>Whether the request carries this session's token; compared in the time that it always takes.</summary>
    public bool IsIn(HttpRequest request, StoredSession session) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header["Bearer ".Length..].Trim()), Encoding.UTF8.GetBytes(Of(session)));

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
