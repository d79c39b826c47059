using System.Security.Cryptography;
using System.Text;

namespace FaceEmulator.Http;

/// <summary>Compares the key in the time that it always takes.</summary>
internal static class KeyAuthentication
{
    public static bool Accepts(HttpRequest request, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers["Ocp-Apim-Subscription-Key"].ToString()), Encoding.UTF8.GetBytes(key));
}
