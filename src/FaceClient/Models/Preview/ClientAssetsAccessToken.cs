using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A short-lived token for the packages of the liveness clients.</summary>
/// <remarks>An addition: of v1.3-preview.1; no published version of the package Azure.AI.Vision.Face has such a type.</remarks>
public class ClientAssetsAccessToken : IFaceModel<ClientAssetsAccessToken>
{
    internal ClientAssetsAccessToken()
    {
    }

    /// <summary>When it ends to be of use (UTC).</summary>
    public DateTimeOffset Expiry { get; internal set; }

    /// <summary>The token. A secret.</summary>
    public string AccessToken { get; internal set; } = null!;

    /// <summary>The token as base64, as npm wants it in _password. A secret.</summary>
    public string Base64AccessToken { get; internal set; } = null!;

    static ClientAssetsAccessToken IFaceModel<ClientAssetsAccessToken>.Read(JsonElement element)
    {
        var result = new ClientAssetsAccessToken();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "expiry":
                    result.Expiry = property.Value.GetDateTimeOffset();
                    break;
                case "accessToken":
                    result.AccessToken = property.Value.GetString()!;
                    break;
                case "base64AccessToken":
                    result.Base64AccessToken = property.Value.GetString()!;
                    break;
            }
        }

        return result;
    }

    void IFaceModel<ClientAssetsAccessToken>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("expiry", Expiry);
        json.Write("accessToken", AccessToken);
        json.Write("base64AccessToken", Base64AccessToken);
    }
}
